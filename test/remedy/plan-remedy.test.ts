import { describe, expect, test } from 'vitest';
import type { Requirement } from '../../src/model/pack.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { proveRemedy, type RemedyWishes } from '../../src/remedy/index.ts';
import { field, flow, flowId, need, ok, unread } from '../access/org-parts.ts';
import { type Org, snapshotOf } from '../access/snapshot-builder.ts';
import { remedyFor, requirement, rightsIn, situationOf } from './situations.ts';

const read = (object: string) => requirement('object-access', { object, require: ['read'] });
const rights = (object: string, ...require: readonly string[]) =>
  requirement('object-access', { object, require }, `${object}-access`);
const editing = (...fields: readonly string[]) => requirement('field-access', { fields, require: 'edit' });
const anyOf = (...names: readonly string[]) => requirement('system-permission', { anyOf: names });

const account = need({ objects: ['Account'] });
const site = need({ fields: ['Account.Site'] });
const withSite = { Account: [field('Site')] };

interface Case {
  readonly org: Org;
  readonly asks: readonly Requirement[];
  readonly gives: readonly string[];
  readonly includeDoubts?: true;
}

describe('the new permission set', () => {
  const cases: Readonly<Record<string, Case>> = {
    'is no set at all where nothing fails': {
      org: { needs: account, profile: { objects: { Account: ['read'] } } },
      asks: [read('Account')],
      gives: [],
    },
    'holds a right with all that Salesforce wants beside it, though the user has that already': {
      org: { needs: account, profile: { objects: { Account: ['read'] } } },
      asks: [rights('Account', 'read', 'delete')],
      gives: ['Read on Account', 'Edit on Account', 'Delete on Account'],
    },
    'gives no Modify All where what it implies is asked for': {
      org: { needs: account },
      asks: [rights('Account', 'edit', 'delete', 'viewAllRecords')],
      gives: ['Read on Account', 'Edit on Account', 'Delete on Account', 'View All on Account'],
    },
    'gives View All Data where nothing else is asked for': {
      org: { needs: need({ systemPermissions: ['ViewAllData'] }) },
      asks: [anyOf('ViewAllData')],
      gives: ['View All Data'],
    },
    'takes the lesser of two that would do': {
      org: { needs: need({ systemPermissions: ['ManageInteraction', 'RunFlow'] }) },
      asks: [anyOf('ManageInteraction', 'RunFlow')],
      gives: ['Run Flows'],
    },
    'takes the lesser of two strong ones, though it takes more entries': {
      org: {
        needs: need({ systemPermissions: ['CustomizeApplication', 'ViewAllData'] }),
        available: ok(['CustomizeApplication', 'ViewAllData', 'ViewSetup', 'ViewRoles']),
      },
      asks: [anyOf('ViewAllData', 'CustomizeApplication')],
      gives: ['Customize Application', 'View Roles and Role Hierarchy', 'View Setup and Configuration'],
    },
    'gives what is asked for field by field, and not View All Fields': {
      org: {
        needs: need({ fields: ['Account.Site', 'Account.Fax'] }),
        catalogue: { Account: [field('Site'), field('Fax')] },
        profile: { objects: { Account: ['read'] } },
      },
      asks: [requirement('field-access', { fields: ['Account.Site', 'Account.Fax'], require: 'read' })],
      gives: ['Read on Account.Fax', 'Read on Account.Site'],
    },
    'gives the right on the object too, where a field needs it': {
      org: { needs: site, catalogue: withSite },
      asks: [editing('Account.Site')],
      gives: ['Read on Account', 'Edit on Account', 'Read on Account.Site', 'Edit on Account.Site'],
    },
    'gives rights on one object, not View All Data, where nobody but others shows that it can be granted': {
      org: {
        needs: need({ fields: ['Account.Site'], systemPermissions: ['ViewAllData'] }),
        catalogue: withSite,
        permissionable: unread,
        sets: { Nobodys: { objects: { Account: ['edit'] } } },
      },
      asks: [requirement('field-access', { fields: ['Account.Site'], require: 'read' })],
      gives: ['Read on Account', 'Read on Account.Site'],
    },
    'reads the master of a detail': {
      org: {
        needs: need({ objects: ['Plan__c'] }),
        permissionable: ok(['Plan__c']),
        catalogue: {
          Plan__c: [field('Account__c', { dataType: 'Master-Detail(Account)', permissionable: false })],
        },
      },
      asks: [rights('Plan__c', 'viewAllRecords')],
      gives: ['Read on Account', 'View All on Account', 'Read on Plan__c', 'View All on Plan__c'],
    },
    'names the field that was found by another name': {
      org: {
        needs: need({ fields: [{ object: 'Account', field: 'Site', configured: 'Our_Site__c' }] }),
        catalogue: { Account: [field('Our_Site__c')] },
        profile: { objects: { Account: ['read', 'edit'] } },
      },
      asks: [editing('Account.Site')],
      gives: ['Read on Account.Our_Site__c', 'Edit on Account.Our_Site__c'],
    },
    'gives the fields that are there, where another is not': {
      org: {
        needs: need({ fields: ['Account.Site', 'Account.Gone__c'] }),
        catalogue: withSite,
        profile: { objects: { Account: ['read', 'edit'] } },
      },
      asks: [editing('Account.Site', 'Account.Gone__c')],
      gives: ['Read on Account.Site', 'Edit on Account.Site'],
    },
    'has no field that nobody can write': {
      org: {
        needs: site,
        catalogue: { Account: [field('Site', { calculated: true, updatable: false })] },
        profile: { objects: { Account: ['read', 'edit'] } },
      },
      asks: [editing('Account.Site')],
      gives: [],
    },
    'has no permission that the org does not have': {
      org: { needs: need({ systemPermissions: ['RunFlow'] }), available: ok(['ApiEnabled']) },
      asks: [anyOf('RunFlow')],
      gives: [],
      includeDoubts: true,
    },
    'has no right on an object that follows other rules': {
      org: { needs: need({ objects: ['Task'] }), permissionable: ok(['Account']) },
      asks: [read('Task')],
      gives: [],
      includeDoubts: true,
    },
    'lets the user run a flow that shuts it out, and not one that is open to all': {
      org: {
        needs: need({ flows: true }),
        flows: [flow('Shut'), flow('Open', { restricted: ok(false) })],
      },
      asks: [requirement('flow-access')],
      gives: ["the flow 'Shut'"],
    },
    'gives for good what the user has for a while': {
      org: {
        needs: account,
        sets: { Extras: { objects: { Account: ['read'], Contact: ['read'] } } },
        assigned: [{ to: 'Extras', expires: '2026-10-10T00:00:00Z' }],
      },
      asks: [read('Account'), requirement('assignment-health')],
      gives: ['Read on Account'],
    },
    'gives none of what an assertion forbids': {
      org: { needs: need({ systemPermissions: ['ManageInteraction', 'RunFlow'] }) },
      asks: [anyOf('ManageInteraction', 'RunFlow'), forbidding('RunFlow')],
      gives: ['Manage Flow'],
    },
    'is none where an assertion forbids all that would do': {
      org: { needs: need({ systemPermissions: ['RunFlow'] }) },
      asks: [anyOf('RunFlow'), forbidding('RunFlow')],
      gives: [],
    },
  };

  test.each(Object.entries(cases))('%s', (_, { org, asks, gives, includeDoubts = false }) => {
    const remedy = remedyFor(situationOf(snapshotOf(org), asks), { newSet: true, includeDoubts });
    expect(rightsIn(remedy)).toEqual(gives);
    expect(remedy.plan.mend).toBe(gives.length === 0 ? 'none' : 'new-set');
    expect(remedy.plan.set?.smallest ?? true).toBe(true);
  });

  test('says of every right which requirement would miss it, and of strong ones what they do', () => {
    const snapshot = snapshotOf({ needs: need({ systemPermissions: ['ApiEnabled', 'ViewAllData'] }) });
    const { plan } = remedyFor(
      situationOf(snapshot, [
        requirement('system-permission', { anyOf: ['ApiEnabled'] }, 'api'),
        anyOf('ViewAllData'),
      ]),
    );
    expect(plan.set?.entries).toMatchObject([
      { text: 'API Enabled', neededBy: ['api'], strong: null },
      { text: 'View All Data', neededBy: ['system-permission'], strong: 'read every record' },
    ]);
  });
});

function forbidding(permission: string): Requirement {
  const denied = { properties: { decision: { const: 'denied' } } };
  return requirement('assert', {
    needs: { systemPermissions: [permission] },
    schema: { properties: { systemPermissions: { properties: { [permission]: denied } } } },
  });
}

describe('what is there already', () => {
  const lapsed = { to: 'Extras', expires: '2026-10-01T00:00:00Z' };
  const set = { objects: { Account: ['read'] } } as const;
  const more = { objects: { Account: ['read', 'create'] } } as const;
  const cases: Readonly<
    Record<
      string,
      {
        readonly org: Org;
        readonly wish?: Partial<RemedyWishes>;
        readonly mend: string;
        readonly ways: readonly object[];
      }
    >
  > = {
    'is renewed where that gives no more': {
      org: { sets: { Extras: set }, assigned: [lapsed] },
      mend: 'renew',
      ways: [{ kind: 'renew', apiName: 'Extras', surplus: [] }],
    },
    'is assigned where that gives no more': {
      org: { sets: { Extras: set } },
      mend: 'assign',
      ways: [{ kind: 'assign', apiName: 'Extras', assignment: null, surplus: [] }],
    },
    'is assigned as a group, by the name of the group': {
      org: { groups: { Vendors: set } },
      mend: 'assign',
      ways: [{ kind: 'assign', apiName: 'Vendors', container: { kind: 'group' } }],
    },
    'is renewed rather than assigned': {
      org: { sets: { Extras: set, Others: set }, assigned: [lapsed] },
      mend: 'renew',
      ways: [
        { kind: 'renew', apiName: 'Extras' },
        { kind: 'assign', apiName: 'Others' },
      ],
    },
    'is told and left alone where it gives more': {
      org: { sets: { Extras: more } },
      mend: 'new-set',
      ways: [{ apiName: 'Extras', surplus: ['Create on Account'] }],
    },
    'is told and left alone where a set of its own is wished': {
      org: { sets: { Extras: set } },
      wish: { newSet: true },
      mend: 'new-set',
      ways: [{ apiName: 'Extras', surplus: [] }],
    },
    'is no way where it does not do by itself': {
      org: { sets: { Extras: { objects: { Contact: ['read'] } } } },
      mend: 'new-set',
      ways: [],
    },
    'is no way where it is session-based': {
      org: { sets: { Extras: { ...set, sessionBased: true } } },
      mend: 'new-set',
      ways: [],
    },
    'is no way where the group is out of date': {
      org: { groups: { Vendors: { ...set, status: 'Outdated' } } },
      mend: 'new-set',
      ways: [],
    },
  };
  test.each(Object.entries(cases))('%s', (_, { org, wish, mend, ways }) => {
    const needs = need({ objects: ['Account', 'Contact'] });
    const remedy = remedyFor(situationOf(snapshotOf({ ...org, needs }), [read('Account')]), wish);
    expect(remedy.plan.mend).toBe(mend);
    expect(remedy.plan.existing).toMatchObject(ways);
    expect(remedy.plan.existing).toHaveLength(ways.length);
    expect(remedy.draft === null).toBe(mend !== 'new-set');
    expect(remedy.plan.mended.map(({ requirement }) => requirement)).toEqual(['object-access']);
  });

  test('is no way where it belongs to a licence that the user does not have', () => {
    const snapshot = snapshotOf({ needs: account, sets: { Extras: set } });
    const licensed = {
      ...snapshot,
      containers: snapshot.containers.map((each) => ({
        ...each,
        license: each.apiName === 'Extras' ? 'Sales Console User' : null,
      })),
    };
    const asks = [read('Account')];
    expect(remedyFor(situationOf(licensed, asks)).plan.mend).toBe('new-set');
    const holder = withLicense(licensed);
    expect(remedyFor(situationOf(holder, asks)).plan.mend).toBe('assign');
  });
});

const withLicense = (snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  subjects: snapshot.subjects.map((record) => ({
    ...record,
    permissionSetLicenses: ok([
      { name: 'SalesConsoleUser', label: 'Sales Console User', status: 'Active', expires: null },
    ]),
  })),
});

describe('what no permission set mends', () => {
  const user = { id: '005', username: 'u', name: 'U', isActive: true, lastLoginDate: null, userType: null };
  const records = (different: Partial<Snapshot['subjects'][number]>) => (snapshot: Snapshot) => ({
    ...snapshot,
    subjects: snapshot.subjects.map((record) => ({ ...record, ...different })),
  });
  const sign = { ...user, flowUser: ok(false), passwordExpires: ok(null) };
  const license = (name: string, key: string) =>
    ok({ id: '00e', name: 'P', isCustom: ok(true), license: ok({ name, key }) });
  const cases: Readonly<
    Record<string, readonly [kind: string, Requirement, (snapshot: Snapshot) => Snapshot]>
  > = {
    'a frozen user': [
      'user',
      requirement('user-state', { require: ['notFrozen'] }),
      records({ login: ok({ isFrozen: true, isPasswordLocked: false }) }),
    ],
    'a first login': [
      'sign-in',
      requirement('user-state', { require: ['hasLoggedIn'] }),
      records({ user: ok(sign) }),
    ],
    'a licence': [
      'licence',
      requirement('user-license', { keys: ['SFDC'] }),
      records({ profile: license('Salesforce Platform', 'AUL') }),
    ],
    'an edition': ['edition', requirement('org-edition', { allowed: ['Unlimited Edition'] }), (same) => same],
    'a permission set licence': [
      'licence',
      requirement('permission-set-license', { names: ['X'] }),
      (same) => same,
    ],
  };
  test.each(Object.entries(cases))('%s is told, and the rest is mended', (_, [kind, asked, changed]) => {
    const needs = {
      ...need({ objects: ['Account'], permissionSetLicenses: ['X'] }),
      ...({ user: true, login: true, profile: true, organization: true } as const),
    };
    const snapshot = changed(snapshotOf({ needs }));
    const { plan } = remedyFor(situationOf(snapshot, [asked, read('Account')]));
    expect(plan.left).toMatchObject([{ kind, requirement: asked.rule }]);
    expect(plan.left[0]?.setup.lightning).not.toEqual([]);
    expect(plan.mended.map(({ requirement }) => requirement)).toEqual(['object-access']);
  });

  test('what a waiver covers is left alone', () => {
    const waiver = { requirement: 'object-access', reason: 'r', owner: 'o', expires: '2027-01-01' };
    const { plan } = remedyFor(
      situationOf(snapshotOf({ needs: account }), [read('Account')], { waivers: [waiver] }),
    );
    expect(plan).toMatchObject({ mend: 'none', waived: ['object-access'], left: [], mended: [] });
  });
});

describe('what could not be known', () => {
  const flows = [flow('Managed', { namespace: 'iv', restricted: unread })];
  const snapshot = snapshotOf({ needs: need({ flows: true }), flows });
  const situation = situationOf(snapshot, [requirement('flow-access')]);

  test('is told, and nothing is given for it', () => {
    const { plan } = remedyFor(situation);
    expect(plan).toMatchObject({ mend: 'none', doubts: [{ before: 'inconclusive', after: 'inconclusive' }] });
  });

  test('is settled by a grant where that is wished', () => {
    const remedy = remedyFor(situation, { includeDoubts: true });
    expect(rightsIn(remedy)).toEqual(["the flow 'iv__Managed'"]);
    expect(remedy.plan).toMatchObject({ doubts: [], mended: [{ before: 'inconclusive', after: 'pass' }] });
    expect(remedy.draft?.entries.flows).toEqual([{ flowId: flowId('Managed') }]);
  });

  test('of assignments that were not read, nothing is mended', () => {
    const blind = snapshotOf({ needs: account });
    const unseen = {
      ...blind,
      subjects: blind.subjects.map((record) => ({ ...record, assignments: unread })),
    };
    const { plan } = remedyFor(situationOf(unseen, [read('Account')]), { includeDoubts: true });
    expect(plan).toMatchObject({ mend: 'none', doubts: [{ requirement: 'object-access' }] });
  });
});

test('a remedy that would not do what it says is refused', () => {
  const situation = situationOf(snapshotOf({ needs: account }), [read('Account')]);
  const remedy = remedyFor(situation);
  expect(() => proveRemedy(situation, { ...remedy, changes: [] })).toThrow(
    "the remedy would not mend 'object-access' of test",
  );
});
