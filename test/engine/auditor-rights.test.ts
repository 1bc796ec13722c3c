import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { auditorPermissionSets } from '../../src/engine/auditor-permission-sets.ts';
import {
  auditorRights,
  blindNeeds,
  dependencies,
  withDependencies,
} from '../../src/engine/auditor-rights.ts';
import { strongPermissions } from '../../src/engine/strong-permissions.ts';
import type { Needs } from '../../src/model/needs.ts';
import { labelledPermissions } from '../../src/salesforce/labels.ts';

/** Everything that can be asked for. */
const all: Required<Needs> = {
  organization: true,
  user: true,
  profile: true,
  login: true,
  profilePeers: true,
  limits: true,
  systemPermissions: ['ApiEnabled'],
  objects: ['Account'],
  fields: [{ object: 'Account', field: 'Rating' }],
  flows: true,
  permissionSetLicenses: ['SalesUserPsl'],
  assignments: true,
};

test('every need stands on a right, but for what an org shows everybody', () => {
  const opened = auditorRights.flatMap(({ opens }) => (opens === 'all' ? [] : opens));
  expect([...opened, 'organization', 'user'].toSorted()).toEqual(Object.keys(all).toSorted());
});

test.each([
  [[], []],
  [['ViewAllUsers'], ['profilePeers']],
  [['ManageUsers'], ['login']],
  [
    ['ManageUsers', 'ViewAllUsers'],
    ['login', 'profilePeers'],
  ],
  [['ApiEnabled'], Object.keys(all)],
  [['NoSuchRight'], []],
])('without %j these needs are blind: %j', (missing, blind) => {
  expect([...blindNeeds(all, missing)].toSorted()).toEqual(blind.toSorted());
});

test('a need that asks for nothing is not blind', () => {
  expect(blindNeeds({ objects: [], fields: [] }, ['ViewSetup', 'ApiEnabled'])).toEqual(new Set());
});

test('what a dependency depends on is with it', () => {
  for (const [permission, needed] of Object.entries(dependencies)) {
    expect(withDependencies(needed)).toEqual(needed.toSorted());
    expect(needed).not.toContain(permission);
  }
});

test('only the set that says so in its name and its description holds anything strong', () => {
  const strong = auditorPermissionSets.filter(({ entries }) =>
    entries.systemPermissions.some(({ permission }) => Object.hasOwn(strongPermissions, permission)),
  );
  expect(strong.map(({ name }) => name)).toEqual(['Syncgate_Auditor_Logins']);
  expect(strong.map(({ description }) => description)).toEqual([expect.stringMatching(/^STRONG\./)]);
});

test('everything that may be named to a person has its label', () => {
  const named = [
    ...auditorRights.map(({ permission }) => permission),
    ...Object.keys(strongPermissions),
    ...auditorPermissionSets.flatMap(({ entries }) =>
      entries.systemPermissions.map(({ permission }) => permission),
    ),
  ];
  expect(named.filter((permission) => !labelledPermissions.includes(permission))).toEqual([]);
});

const recorded = new URL(
  '../../../shared/corpus/rest/jupiterone-v50/query_PermissionSet_200.json',
  import.meta.url,
);
test.skipIf(!existsSync(recorded))(
  'no permission set of a real org holds a permission without what it depends on (skipped without the recordings)',
  () => {
    const { records } = JSON.parse(readFileSync(recorded, 'utf8')) as {
      records: readonly Readonly<Record<string, unknown>>[];
    };
    const holders = Object.entries(dependencies).flatMap(([permission, needed]) =>
      records
        .filter((row) => row[`Permissions${permission}`] === true)
        .map((row) => ({
          permission,
          without: needed.filter((name) => row[`Permissions${name}`] === false),
        })),
    );
    expect(holders.filter(({ without }) => without.length > 0)).toEqual([]);
    expect(holders.map(({ permission }) => permission)).toEqual(
      expect.arrayContaining(Object.keys(dependencies)),
    );
  },
);
