import { describe, expect, test } from 'vitest';
import { CollectorError } from '../../../src/collector/org/collector-error.ts';
import { loadScenario } from '../../../src/emulator/scenarios/load-scenario.ts';
import type { Fault } from '../../../src/emulator/start.ts';
import type { Snapshot } from '../../../src/model/snapshot.ts';
import { collected, needs } from './emulated.ts';

/**
 * Whatever goes wrong with one query, what the snapshot then still calls known must be what is known when
 * nothing goes wrong. The scenario has everything: groups, muting, flows, a licence, peers.
 */
const base = await loadScenario('via-permission-sets');
const org = {
  ...base,
  users: base.users.map((user) =>
    user.username === 'integration@acme.example'
      ? { ...user, permissionSetLicenses: ['SalesforceAPIIntegrationPsl'] }
      : {
          ...user,
          profile: user.username === 'mei.tanaka@acme.example' ? 'Minimum Access Integration' : user.profile,
        },
  ),
};
const asked = { ...needs, objects: ['Account', 'Contact', 'Lead', 'Opportunity', 'Case'] };
const users = ['integration@acme.example'];
const collect = (faults: readonly Fault[]) => collected({ org, users, needs: asked, faults });
const healthy = await collect([]);

/** Columns that parts are read from, by the object they are read of. */
const columnsRead: Readonly<Record<string, readonly string[]>> = {
  'FROM UserPermissionAccess': ['PermissionsViewSetup', 'PermissionsViewAllUsers'],
  'FROM Organization': ['Id', 'Name', 'OrganizationType', 'IsSandbox'],
  'FROM User WHERE Username': [
    'Name',
    'IsActive',
    'LastLoginDate',
    'UserType',
    'ProfileId',
    'UserPermissionsInteractionUser',
    'PasswordExpirationDate',
    'Profile.Name',
    'Profile.UserLicense',
    'Profile.UserLicense.LicenseDefinitionKey',
  ],
  'FROM UserLogin': ['UserId', 'IsFrozen', 'IsPasswordLocked'],
  'FROM PermissionSetAssignment WHERE': [
    'Id',
    'AssigneeId',
    'PermissionSetId',
    'PermissionSetGroupId',
    'IsActive',
    'ExpirationDate',
  ],
  'FROM PermissionSet WHERE Id IN (SELECT': [
    'Id',
    'Name',
    'IsOwnedByProfile',
    'ProfileId',
    'IsCustom',
    'HasActivationRequired',
    'PermissionSetGroupId',
  ],
  "FROM PermissionSet WHERE Id IN ('": [
    'Id',
    'Name',
    'IsOwnedByProfile',
    'IsCustom',
    'HasActivationRequired',
    'PermissionSetGroupId',
  ],
  'FROM PermissionSetGroup WHERE': ['Id', 'DeveloperName', 'MasterLabel', 'Status', 'HasActivationRequired'],
  'FROM PermissionSetGroupComponent': ['PermissionSetGroupId', 'PermissionSetId'],
  'FROM MutingPermissionSet': ['Id', 'DeveloperName', 'MasterLabel'],
  'FROM ObjectPermissions WHERE SobjectType': [
    'ParentId',
    'SobjectType',
    'PermissionsRead',
    'PermissionsEdit',
    'PermissionsViewAllFields',
  ],
  'FROM FieldPermissions': ['ParentId', 'Field', 'PermissionsRead', 'PermissionsEdit'],
  'FROM SetupEntityAccess': ['ParentId', 'SetupEntityId'],
  'FROM FlowDefinitionView': [
    'DurableId',
    'ApiName',
    'ProcessType',
    'TriggerType',
    'NamespacePrefix',
    'ActiveVersionId',
  ],
  'FROM Flow WHERE': ['Metadata'],
  'FROM EntityParticle': [
    'QualifiedApiName',
    'IsPermissionable',
    'IsCalculated',
    'IsAutonumber',
    'IsUpdatable',
  ],
  'FROM PermissionSetLicenseAssign': [
    'AssigneeId',
    'PermissionSetLicense',
    'PermissionSetLicense.DeveloperName',
    'PermissionSetLicense.Status',
    'PermissionSetLicense.ExpirationDate',
  ],
  'SELECT Id, Username FROM User WHERE IsActive': ['Username'],
};
const columnsOfQueries = Object.entries(columnsRead).flatMap(([match, columns]) =>
  columns.map((column) => [match, column] as const),
);
const queries = [...Object.keys(columnsRead), 'SELECT COUNT() FROM User'];

/** Without its users there is nothing to audit; anything else gives a snapshot that claims nothing untrue. */
async function expectNoUntruth(faults: readonly Fault[]): Promise<void> {
  const outcome = await collect(faults).catch((error: unknown) => error);
  if (outcome instanceof CollectorError) expect(outcome.message).toMatch(/users|User/);
  else expect(untruths(healthy, outcome)).toEqual([]);
  expect(JSON.stringify(outcome)).not.toBe(JSON.stringify(healthy));
}

describe('what is known stays true', () => {
  test.each(queries)('when the query %s is refused', async (match) => {
    await expectNoUntruth([{ match, status: 400, errorCode: 'INVALID_TYPE', message: 'No.' }]);
    await expectNoUntruth([{ match, status: 400, errorCode: 'INVALID_FIELD', message: 'No.', times: 2 }]);
  });

  test.each(Object.keys(columnsRead))('when the query %s loses its last row on the way', async (match) => {
    await expectNoUntruth([{ match, shortPage: 1 }]);
  });

  test.each(columnsOfQueries)('when the query %s is answered without %s', async (match, dropColumn) => {
    await expectNoUntruth([{ match, dropColumn }]);
  });

  test('when composite calls are refused: all of it is read one by one, and is the same', async () => {
    const snapshot = await collect([
      { match: /POST .*composite/, status: 404, errorCode: 'NOT_FOUND', message: 'No.' },
    ]);
    expect(untruths(healthy, snapshot)).toEqual([]);
    expect(withoutCircumstances(snapshot)).toEqual(withoutCircumstances(healthy));
  });

  test('when every answer comes in pages of two', async () => {
    const snapshot = await collected({ org, users, needs: asked, pageSize: 2 });
    expect(withoutCircumstances(snapshot)).toEqual(withoutCircumstances(healthy));
  });
});

const withoutCircumstances = ({ cost: _, source: __, limits: ___, ...snapshot }: Snapshot) => snapshot;

/** Places where one snapshot claims to know something else than the other. */
function untruths(truth: unknown, claimed: unknown, at = ''): readonly string[] {
  // What reading cost, the calls left by then, the permissions that the auditor is proven to have, and the
  // name a subject is called by, for which its username will do.
  if (/^\/(cost|source|limits|auditor)|\/subject\/title$/.test(at)) return [];
  if (isObject(claimed) && claimed.status === 'unavailable') return [];
  if (isObject(truth) && isObject(claimed)) {
    const keys = new Set([...Object.keys(truth), ...Object.keys(claimed)]);
    return [...keys].flatMap((key) => untruths(truth[key], claimed[key], `${at}/${key}`));
  }
  if (at === '/containers' || at === '/groups') return untruthsById(truth as Named[], claimed as Named[], at);
  if (Array.isArray(truth) && Array.isArray(claimed) && truth.length === claimed.length) {
    return truth.flatMap((item, index) => untruths(item, claimed[index], `${at}/${index}`));
  }
  return JSON.stringify(truth) === JSON.stringify(claimed)
    ? []
    : [`${at}: ${JSON.stringify(claimed)} is ${JSON.stringify(truth)}`];
}

type Named = Readonly<Record<string, unknown>> & { readonly id: string };

/** What is not shown may be missing, or stand in for itself: with no name of its own, and nothing known of it. */
function untruthsById(truth: readonly Named[], claimed: readonly Named[], at: string): readonly string[] {
  return claimed.flatMap((item) => {
    const known = truth.find(({ id }) => id === item.id);
    if (known === undefined) return [`${at}/${item.id} is made up`];
    const nameless = item.title === 'a profile whose name is hidden';
    const standsIn = partial(item.completeness) || item.status === 'Unknown' || nameless;
    return untruths(standsIn ? bare(known) : known, standsIn ? bare(item) : item, `${at}/${item.id}`);
  });
}

const partial = (completeness: unknown) => isObject(completeness) && completeness.kind === 'partial';

const bare = ({
  kind,
  title,
  apiName,
  isCustom,
  license,
  completeness,
  status,
  sessionBased,
  ...facts
}: Named) => facts;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
