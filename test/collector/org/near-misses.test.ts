import { describe, expect, test } from 'vitest';
import { addNearMisses } from '../../../src/collector/org/add-near-misses.ts';
import { collectOrg } from '../../../src/collector/org/collect-org.ts';
import type { OrgDescription } from '../../../src/emulator/org-description.ts';
import { loadScenario } from '../../../src/emulator/scenarios/load-scenario.ts';
import type { EmulatorOptions } from '../../../src/emulator/start.ts';
import type { Entry } from '../../../src/model/access.ts';
import { emulating, needs, okValue, opened } from './emulated.ts';

const compliant = await loadScenario('compliant');
const member = { name: 'Member', label: 'Member', system: ['ViewAllData'] };
const org: OrgDescription = {
  ...compliant,
  users: compliant.users.map(({ assignments: _, ...user }) => user),
  permissionSets: [
    { name: 'Data', label: 'All data', system: ['ModifyAllData'] },
    { name: 'Contacts', label: 'Contacts', objects: { Contact: ['viewAllRecords'] } },
    { name: 'Fields', label: 'Fields', fields: { 'Account.Type': 'edit', 'Account.ParentId': 'read' } },
    { name: 'Flows', label: 'Flows', flows: ['Route_Lead'] },
    member,
    ...Array.from({ length: 12 }, (_, index) => ({
      name: `Extra_${index}`,
      label: `Extra ${String(index).padStart(2, '0')}`,
      system: ['CustomizeApplication'],
    })),
  ],
  permissionSetGroups: [
    {
      name: 'Bundle',
      label: 'Bundle',
      members: ['Member'],
      muting: { name: 'Muting', label: 'Muting', objects: { Account: ['delete'] } },
    },
    { name: 'Stale', label: 'Stale bundle', status: 'Outdated', members: ['Member'] },
  ],
  profiles: compliant.profiles.map((profile) =>
    profile.name === 'API Only' ? { ...profile, system: ['ApiEnabled'], flows: [] } : profile,
  ),
};

/** Collects, searches for these, and tells what came new and what that cost. */
const search = (missing: readonly Entry[], options: Partial<EmulatorOptions> = {}) =>
  emulating({ org, latencyMs: 5, ...options }, async (emulator) => {
    const reader = await opened(emulator);
    const snapshot = await collectOrg(reader, { users: ['integration@acme.example'], needs });
    const enriched = await addNearMisses(reader, snapshot, missing);
    const known = new Set(snapshot.containers.map(({ id }) => id));
    return {
      snapshot,
      enriched,
      found: enriched.containers.filter(({ id }) => !known.has(id)),
      trips: enriched.cost.roundTrips - snapshot.cost.roundTrips,
      calls: enriched.cost.apiCalls - snapshot.cost.apiCalls,
    };
  });

describe('searching for what would have granted it', () => {
  test.each<[string, Entry, string[]]>([
    ['a system permission, in sets', { kind: 'system', permission: 'ModifyAllData' }, ['Data']],
    [
      'a system permission, in sets and groups',
      { kind: 'system', permission: 'ViewAllData' },
      ['Bundle', 'Data', 'Member', 'Stale'],
    ],
    [
      'an object right, but in no set that gives all data',
      { kind: 'object', object: 'Contact', right: 'viewAllRecords' },
      ['Contacts'],
    ],
    [
      'an object right that only a muting set speaks of',
      { kind: 'object', object: 'Account', right: 'delete' },
      [],
    ],
    [
      'the right to read a field',
      { kind: 'field', object: 'Account', field: 'ParentId', right: 'read' },
      ['Fields'],
    ],
    ['the right to edit a field', { kind: 'field', object: 'Account', field: 'ParentId', right: 'edit' }, []],
    ['a flow', { kind: 'flow', flow: 'Route_Lead' }, ['Flows']],
    ['a flow that is not there', { kind: 'flow', flow: 'Nowhere' }, []],
    ['a permission that the org does not have', { kind: 'system', permission: 'NoSuchPermission' }, []],
    ['an object whose name is a query', { kind: 'object', object: "x' OR Id != '", right: 'read' }, []],
  ])('finds %s', async (_, entry, names) => {
    const { found } = await search([entry]);
    expect(found.map(({ apiName }) => apiName).toSorted()).toEqual(names);
    for (const { kind } of found) expect(['permission-set', 'group']).toContain(kind);
  });

  test('tells what a found set holds of what is missing, and that the rest is not known', async () => {
    const { found } = await search([
      { kind: 'field', object: 'Account', field: 'Type', right: 'edit' },
      { kind: 'field', object: 'Account', field: 'ParentId', right: 'read' },
    ]);
    expect(found).toMatchObject([
      {
        apiName: 'Fields',
        completeness: { kind: 'partial', reason: { code: 'not-collected' } },
        fields: {
          value: [
            { object: 'Account', field: 'ParentId', read: true, edit: false },
            { object: 'Account', field: 'Type', read: true, edit: true },
          ],
        },
      },
    ]);
  });

  test('tells the state of a found group', async () => {
    const { enriched, found } = await search([{ kind: 'system', permission: 'ViewAllData' }]);
    expect(enriched.groups.map(({ title, status }) => `${title}: ${status}`).toSorted()).toEqual([
      'Bundle: Updated',
      'Stale bundle: Outdated',
    ]);
    const bundle = found.find(({ apiName }) => apiName === 'Bundle');
    expect(bundle?.groupId).toBe(enriched.groups.find(({ apiName }) => apiName === 'Bundle')?.id);
  });

  test('takes a few of many, by name', async () => {
    const { found } = await search([{ kind: 'system', permission: 'CustomizeApplication' }]);
    expect(found.map(({ title }) => title)).toEqual([
      'Extra 00',
      'Extra 01',
      'Extra 02',
      'Extra 03',
      'Extra 04',
    ]);
  });

  test('is one round trip of at most 25 searches, whatever is missing', async () => {
    const fields = okValue((await search([])).snapshot.catalogue.Account).fields;
    const many = ['Account', 'Contact', 'Lead'].flatMap((object) =>
      fields.map(({ name }): Entry => ({ kind: 'field', object, field: name, right: 'edit' })),
    );
    expect(many.length).toBeGreaterThan(25);
    expect(await search(many)).toMatchObject({ trips: 1, calls: 5 });
  });

  test('asks once for what is missing twice', async () => {
    const entry: Entry = { kind: 'system', permission: 'ModifyAllData' };
    const { calls, found } = await search([entry, { ...entry }]);
    expect({ calls, found: found.length }).toEqual({ calls: 1, found: 1 });
  });

  test('costs no trip and changes nothing where nothing can be searched for', async () => {
    for (const missing of [[], [{ kind: 'fixed', what: 'nothing' } as const]]) {
      const { snapshot, enriched, trips } = await search(missing);
      expect(enriched).toBe(snapshot);
      expect(trips).toBe(0);
    }
  });

  test('changes nothing that was known', async () => {
    const { snapshot, enriched } = await search([{ kind: 'system', permission: 'ViewAllData' }]);
    const { containers, groups: _, cost: __, ...rest } = enriched;
    const { containers: before, groups: ___, cost: ____, ...restBefore } = snapshot;
    expect(rest).toEqual(restBefore);
    expect(containers).toEqual(expect.arrayContaining([...before]));
  });

  test('does not cost the audit where a search, or all calls, are refused', async () => {
    const one: Entry = { kind: 'system', permission: 'ModifyAllData' };
    const other: Entry = { kind: 'flow', flow: 'Route_Lead' };
    const match = 'ORDER BY Label LIMIT';
    const refused = await search([one, other], {
      faults: [
        {
          match: /SetupEntityId = .*ORDER BY Label/,
          status: 400,
          errorCode: 'MALFORMED_QUERY',
          message: 'No.',
        },
      ],
    });
    expect(refused.found.map(({ apiName }) => apiName)).toEqual(['Data']);
    const exhausted = await emulating({ org }, async (emulator) => {
      const reader = await opened(emulator);
      const snapshot = await collectOrg(reader, { users: ['integration@acme.example'], needs });
      emulator.revokeToken(emulator.accessToken);
      return { snapshot, enriched: await addNearMisses(reader, snapshot, [one]), match };
    });
    expect(exhausted.enriched.containers).toEqual(exhausted.snapshot.containers);
  });
});
