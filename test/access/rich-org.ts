import { field, flow, flowId, need, ok } from './org-parts.ts';
import type { Org } from './snapshot-builder.ts';

/** An org with something of everything. */
export const richOrg: Org = {
  needs: need({
    systemPermissions: ['RunFlow', 'ApiEnabled'],
    objects: ['Lead', 'Account'],
    fields: [
      'Lead.Site',
      { object: 'Account', field: 'X__c', label: 'Sit', configured: 'Site' },
      'Account.Sité',
    ],
    flows: true,
    permissionSetLicenses: ['SalesPsl', 'OtherPsl'],
    login: true,
  }),
  catalogue: { Account: [field('Sita'), field('Site'), field('Sitb')], Lead: [field('Site')] },
  profile: {
    system: ['ApiEnabled'],
    objects: { Account: ['edit', 'read'] },
    fields: { 'Lead.Site': 'read' },
  },
  sets: {
    Extra: {
      objects: { Lead: ['read'], Account: ['create', 'read'] },
      flows: ['Sync', 'Open', 'On save'].map(flowId),
    },
    Session: { system: ['RunFlow', 'EditReadonlyFields'], sessionBased: true },
    Member: { fields: { 'Account.Site': 'edit' } },
    Apart: { system: ['RunFlow'], objects: { Lead: ['read', 'edit'] } },
    Aside: { system: ['RunFlow'] },
  },
  groups: {
    Fresh: {
      members: ['Session', 'Member'],
      fields: { 'Account.Site': 'edit' },
      muting: { system: ['RunFlow'] },
    },
    Stale: { members: ['Member', 'Extra'], status: 'Outdated' },
  },
  assigned: ['Stale', 'Fresh', 'Session', { to: 'Extra', expires: '2026-11-01T00:00:00Z' }],
  flows: [
    flow('Sync'),
    flow('Open', { restricted: ok(false) }),
    flow('On save', { triggerType: 'RecordAfterSave' }),
  ],
};
