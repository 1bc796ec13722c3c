import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideAccess } from '../../../src/access/decide-access.ts';
import { describeAccess } from '../../../src/engine/index.ts';
import type { Access, Decision } from '../../../src/model/access.ts';
import { matrixRows, objectOf } from '../../../src/page/access/matrix-rows.ts';
import { sentencesOn } from '../../../src/page/access/permission-words.ts';
import { type Permission, permissionsOf } from '../../../src/page/access/permissions.ts';
import { accessIn } from '../../access/decide.ts';
import { field, flow, flowId, need, ok, unread, userId } from '../../access/org-parts.ts';
import { decisionsOf, snapshots } from '../../access/random-snapshot.ts';
import { runs } from '../../runs.ts';

const byKey = (access: Access): ReadonlyMap<string, Permission> =>
  new Map(permissionsOf(access).map((permission) => [permission.key, permission]));

test('in any org every decision stands in the view once, as it was made', () => {
  fc.assert(
    fc.property(snapshots, (snapshot) => {
      const access = decideAccess(snapshot, userId);
      const permissions = permissionsOf(access);
      const shown = permissions.flatMap(({ decision, fieldLevel }) => [decision, fieldLevel ?? null]);
      const made: readonly Decision[] = [...decisionsOf(access).values()];
      for (const decision of made) expect(shown.includes(decision)).toBe(true);
      expect(new Set(permissions.map(({ key }) => key)).size).toBe(permissions.length);
      for (const { state, decision } of permissions) expect(state).toBe(decision?.decision);
    }),
    runs(60),
  );
});

test('in any org what the view shows is what the table of the command line says', () => {
  fc.assert(
    fc.property(snapshots, (snapshot) => {
      const access = decideAccess(snapshot, userId);
      const permissions = permissionsOf(access);
      for (const { kind, what, decision } of describeAccess(access)) {
        const shown = permissions.find((each) => each.kind === kind && each.title === what);
        expect(shown?.state, what).toBe(decision);
      }
    }),
    runs(60),
  );
});

describe('flows', () => {
  const needs = need({ flows: true });
  const flows = [
    flow('Restricted'),
    flow('Open', { restricted: ok(false) }),
    flow('Triggered', { triggerType: 'RecordAfterSave' }),
    flow('Doubtful', { restricted: unread }),
  ];
  const access = accessIn({ needs, flows, profile: { flows: [flowId('Open')] } });

  test.each([
    ['Restricted', 'denied', true],
    ['Open', 'not-needed', false],
    ['Triggered', 'not-needed', false],
    ['Doubtful', 'unknown', false],
  ])('%s: %s', (name, state, isDecided) => {
    const permission = byKey(access).get(`flow/${name}`);
    expect(permission?.state).toBe(state);
    expect(permission?.decision !== null).toBe(isDecided);
  });

  test.each([
    ['Open', 'does not restrict who runs it'],
    ['Triggered', 'runs in system context'],
    ['Doubtful', 'could not be known: the org answered an error'],
    ['Restricted', 'Nothing assigned to the user grants it'],
  ])('%s is explained: %s', (name, words) => {
    const permission = byKey(access).get(`flow/${name}`);
    expect(permission && sentencesOn(access, permission).join(' ')).toContain(words);
  });
});

describe('the matrix', () => {
  const needs = { objects: ['Account', 'Lead'], fields: [{ object: 'account', field: 'Site' }] };
  const access = accessIn({ needs, catalogue: { Account: [field('Site', { label: 'Place' })], Lead: [] } });
  const rows = matrixRows(access, byKey(access));

  test('has the fields of an object under it, however their object is spelt', () => {
    expect(rows.map(({ object, fields }) => [object.name, fields.map(({ name }) => name)])).toEqual([
      ['Account', ['Site']],
      ['Lead', []],
    ]);
    expect(rows[0]?.fields[0]?.label).toBe('Place');
  });

  test('has seven rights on an object, and Read and Edit on a field', () => {
    const keys = rows.map(({ object }) => object.cells.map((cell) => cell?.key));
    expect(keys[0]).toEqual([
      'Account:read',
      'Account:create',
      'Account:edit',
      'Account:delete',
      'Account:viewAllRecords',
      'Account:modifyAllRecords',
      'Account:viewAllFields',
    ]);
    expect(rows[0]?.fields[0]?.cells.map((cell) => cell?.key ?? null)).toEqual([
      'account.Site:read',
      null,
      'account.Site:edit',
      ...[null, null, null, null],
    ]);
  });

  test('shows an object of which fields alone were asked for, and nothing about it', () => {
    const fieldsAlone = accessIn({ needs: { fields: [{ object: 'Case', field: 'Subject' }] } });
    const [row] = matrixRows(fieldsAlone, byKey(fieldsAlone));
    expect(row?.object).toMatchObject({ name: 'Case', cells: Array(7).fill(null) });
  });

  test('finds the object of a permission', () => {
    expect(objectOf(rows, 'account.Site:edit')?.object.name).toBe('Account');
    expect(objectOf(rows, 'Lead:read')?.object.name).toBe('Lead');
    expect(objectOf(rows, 'ApiEnabled')).toBeUndefined();
  });
});

test.each([
  [
    'a formula says that nobody can write it',
    field('Site', { calculated: true, updatable: false }),
    'Nobody can write it through the API',
  ],
  [
    'a field that is not there says so',
    field('Sites'),
    'The org has no such field. Its names nearest to it: Sites.',
  ],
  [
    'a field found by its label says which it is',
    field('Place__c', { label: 'Where' }),
    'It is Account.Place__c in this org',
  ],
])('%s', (_, only, words) => {
  const fields = [{ object: 'Account', field: 'Site', label: 'Where' }];
  const access = accessIn({ needs: need({ fields }), catalogue: { Account: [only] } });
  const permission = byKey(access).get('Account.Site:edit');
  expect(permission && sentencesOn(access, permission).join(' ')).toContain(words);
});
