import { expect, test } from 'vitest';
import { effectiveAccess } from '../../../src/emulator/effective-access/effective-access.ts';
import type { OrgDescription } from '../../../src/emulator/org-description.ts';
import { everythingIn } from './asked.ts';
import { audit } from './audited-org.ts';
import { decisionsOf, differences, truthsOf } from './claims.ts';

const username = 'sync@example.com';

/** An org with one object, whose only user to audit is assigned the group G, if there is one. */
function orgWith(
  containers: Pick<OrgDescription, 'permissionSets' | 'permissionSetGroups'>,
  profile: object = {},
): OrgDescription {
  const assignments = (containers.permissionSetGroups ?? []).map(({ name }) => ({ group: name }));
  const someone = { alias: 'one', lastLogin: null } as const;
  return {
    description: 'One user, one object',
    now: '2026-03-01T12:00:00Z',
    organization: { name: 'Example', type: 'Enterprise Edition' },
    userLicenses: [{ name: 'Salesforce', key: 'SFDC' }],
    objects: {
      Account: { label: 'Account', fields: [{ name: 'Size__c', label: 'Size', type: 'Number(18, 0)' }] },
    },
    profiles: [
      { name: 'Sync', license: 'Salesforce', custom: true, ...profile },
      {
        name: 'Audit',
        license: 'Salesforce',
        custom: true,
        system: ['ApiEnabled', 'ViewSetup', 'ViewAllUsers'],
      },
    ],
    ...containers,
    users: [
      { ...someone, username, name: 'Sync', profile: 'Sync', assignments },
      { ...someone, username: 'audit@example.com', name: 'Audit', profile: 'Audit' },
    ],
    auditor: 'audit@example.com',
    audit: [{ username, label: 'Sync' }],
  };
}

/** Where the product does not say what arithmetic says of the user. */
async function disagreements(org: OrgDescription): Promise<readonly string[]> {
  const { access } = await audit(org, everythingIn(org));
  const truths = truthsOf(effectiveAccess(org, username));
  return access.flatMap(({ access }) => differences(decisionsOf(access), truths));
}

test('placeholder rows that go with what they come from, once the group is recalculated, leave nothing', async () => {
  const org = orgWith({
    permissionSets: [{ name: 'A', label: 'A', system: ['ViewAllData'] }],
    permissionSetGroups: [
      {
        name: 'G',
        label: 'G',
        members: ['A'],
        status: 'Outdated',
        muting: { name: 'M', label: 'M', system: ['ViewAllData'] },
        staleAggregate: {},
      },
    ],
  });
  expect(await disagreements(org)).toEqual([]);
});

test('a group that is out of date and shows no members may have hidden ones: it may leave a doubt, and no grant', async () => {
  const org = orgWith({ permissionSetGroups: [{ name: 'G', label: 'G', members: [], status: 'Outdated' }] });
  expect((await disagreements(org)).filter((each) => !each.includes('decided unknown'))).toEqual([]);
});

test('a group without members that is up to date gives nothing, and that is known', async () => {
  const org = orgWith({ permissionSetGroups: [{ name: 'G', label: 'G', members: [] }] });
  expect(await disagreements(org)).toEqual([]);
});

test('what the org does not have is granted to nobody, not even to who may do everything', async () => {
  const org = orgWith({}, { system: ['ModifyAllData', 'ViewAllFieldsGlobal', 'EditReadonlyFields'] });
  const needs = {
    objects: ['Account', 'Nowhere__c'],
    fields: [
      { object: 'Account', field: 'Missing__c' },
      { object: 'Nowhere__c', field: 'Missing__c' },
    ],
    systemPermissions: ['NoSuchPermission'],
  };
  const { access } = await audit(org, needs);
  const granted = access.flatMap(({ access }) =>
    [...decisionsOf(access)].filter(([, { decision }]) => decision === 'granted').map(([claim]) => claim),
  );
  expect(granted.filter((claim) => /Nowhere|Missing|NoSuch/.test(claim))).toEqual([]);
  expect(granted).toContain('Account: modifyAllRecords');
});
