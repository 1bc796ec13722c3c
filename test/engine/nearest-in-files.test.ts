import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/engine/evaluate.ts';
import type { Access, Decision, Entry, FieldAccess, NearMiss } from '../../src/model/access.ts';
import type { ObjectRight } from '../../src/model/container.ts';
import type { Evidence, Rule } from '../../src/model/rule.ts';
import {
  accessOf,
  addable,
  assignment,
  behaving,
  container,
  denied,
  finding,
  gap,
  group,
  nearMiss,
  packOf,
  persona,
  place,
  requirement,
  rulesOf,
  settings,
  unknown,
} from './fixtures.ts';

const extras = container('permission-set', 'Extras');
const nowhere = (line = 40, ...misses: readonly NearMiss[]): Decision =>
  addable(denied(...misses), extras, place(line));
const rights = (given: Partial<Record<ObjectRight, Decision>>): Record<ObjectRight, Decision> => ({
  ...{ read: denied(), create: denied(), edit: denied(), delete: denied() },
  ...{ viewAllRecords: denied(), modifyAllRecords: denied(), viewAllFields: denied() },
  ...given,
});
const fieldAccess = (name: string, read: Decision, edit: Decision): FieldAccess => ({
  asked: { object: 'Account', field: name },
  field: {
    status: 'ok',
    value: {
      ...{ name: `iv__${name}`, label: name, dataType: 'Text(40)' },
      ...{ permissionable: true, calculated: false, autoNumber: false, updatable: true },
    },
  },
  foundBy: 'label',
  candidates: [],
  writable: { status: 'ok', value: true },
  fieldLevel: { read, edit },
  effective: { read: denied(), edit: denied() },
});

/** The nearest steps for a persona of whom a rule finds these things missing. */
function nearest(access: Partial<Access>, ...missing: readonly (readonly [string, Decision])[]) {
  const evidence = missing.map(([about, decision]): Evidence => ({ kind: 'decision', about, decision }));
  const { remedy: _, ...meta } = behaving('finds', {}).meta;
  const finds: Rule = behaving('finds', { meta, check: () => [finding('fail', 'F', { evidence })] });
  const [result] = evaluate({
    packs: [packOf([requirement('x', [], { rule: 'finds' })])],
    settings: settings(),
    accesses: [accessOf({ subject: persona(), ...access })],
    rules: rulesOf(finds),
  });
  return result?.remedy?.nearest ?? [];
}

const entry = (right: ObjectRight, line: number): Entry => ({
  ...{ kind: 'object', object: 'Account', right },
  at: place(line),
});
const refused = (about: Entry) => nearMiss('refused', extras, { entry: about });

describe('an entry that says no', () => {
  test('is set to true, those of one container together', () => {
    const [edit, remove] = [entry('edit', 12), entry('delete', 13)];
    expect(
      nearest({}, ['Account: Edit', denied(refused(edit))], ['Account: Delete', denied(refused(remove))]),
    ).toEqual([
      "Set Edit on Account, Delete on Account to true in permission set 'Extras' (extras.xml:12:9, extras.xml:13:9).",
    ]);
  });
  test.each<readonly [string, Entry, string]>([
    ['a flow', { kind: 'flow', flow: 'Score', at: place(9) }, "access to the flow 'Score'"],
    ['a system permission', { kind: 'system', permission: 'ApiEnabled', at: place(9) }, 'API Enabled'],
  ])('of %s is named', (_, about, name) => {
    expect(nearest({}, ['X', denied(refused(about))])).toEqual([
      `Set ${name} to true in permission set 'Extras' (extras.xml:9:9).`,
    ]);
  });
  test('of each system permission is a way by itself', () => {
    const of = (permission: string) => denied(refused({ kind: 'system', permission }));
    expect(nearest({}, ['RunFlow', of('RunFlow')], ['ManageInteraction', of('ManageInteraction')])).toEqual([
      "Set Run Flows to true in permission set 'Extras'.",
      "Set Manage Flow to true in permission set 'Extras'.",
    ]);
  });
  test('is nearer than anything else', () => {
    const expired = nearMiss('expired', extras);
    expect(nearest({}, ['Account: Edit', denied(expired, refused(entry('edit', 1)))])).toEqual([
      "Set Edit on Account to true in permission set 'Extras' (extras.xml:1:9).",
      "Renew the assignment of permission set 'Extras', which has expired.",
    ]);
  });
});

describe('an entry to add', () => {
  test('is told in the words of the files, all of one place together', () => {
    const [read, edit, write] = [nowhere(), nowhere(), nowhere(30)];
    const [nameRead, nameEdit, cityEdit] = [nowhere(), nowhere(), nowhere()];
    const access: Partial<Access> = {
      objects: { Account: { object: 'Account', rights: rights({ read, edit }) } },
      fields: {
        'Account.Name': fieldAccess('Name', nameRead, nameEdit),
        'Account.City': fieldAccess('City', denied(), cityEdit),
        'Account.Zip': fieldAccess('Zip', denied(), write),
      },
    };
    expect(
      nearest(
        access,
        ['Account: Read', read],
        ['Account: Edit', edit],
        ['Account.Name: Read', nameRead],
        ['Account.Name: Edit', nameEdit],
        ['Account.City: Edit', cityEdit],
        ['Account.Zip: Edit', write],
      ),
    ).toEqual([
      "Add to permission set 'Extras' at extras.xml:40:9: objectPermissions of Account with allowRead and allowEdit true.",
      "Add to permission set 'Extras' at extras.xml:40:9: fieldPermissions of Account.iv__Name with readable and editable true; fieldPermissions of Account.iv__City with editable true.",
      "Add to permission set 'Extras' at extras.xml:30:9: fieldPermissions of Account.iv__Zip with editable true.",
    ]);
  });

  test('of a system permission is a way by itself: one may be enough', () => {
    const [run, manage] = [nowhere(), nowhere()];
    expect(
      nearest(
        { systemPermissions: { RunFlow: run, ManageInteraction: manage } },
        ['RunFlow', run],
        ['ManageInteraction', manage],
      ),
    ).toEqual([
      "Add to permission set 'Extras' at extras.xml:40:9: userPermissions of RunFlow with enabled true.",
      "Add to permission set 'Extras' at extras.xml:40:9: userPermissions of ManageInteraction with enabled true.",
    ]);
  });

  test('of a flow names it with its namespace', () => {
    const run = nowhere();
    const flow = { id: '300', name: 'Score', label: 'Score leads', namespace: 'iv', triggerType: null };
    const value = [
      {
        flow: { ...flow, processType: 'Flow', restricted: { status: 'ok' as const, value: true } },
        context: 'user' as const,
        run,
      },
    ];
    expect(nearest({ flows: { status: 'ok', value } }, ['Flow Score leads', run])).toEqual([
      "Add to permission set 'Extras' at extras.xml:40:9: flowAccesses of iv__Score with enabled true.",
    ]);
  });

  test('goes by what it is about where no single entry would do', () => {
    expect(nearest({}, ['Account.Name: Edit', nowhere()])).toEqual([
      "Add to permission set 'Extras' at extras.xml:40:9: Edit on Account.Name.",
    ]);
  });

  test('comes before a set that is not in the persona, and not where an entry says no', () => {
    const other = nearMiss('not-assigned', container('permission-set', 'Other'));
    expect(nearest({}, ['Account: Edit', nowhere(40, other)])).toEqual([
      "Add to permission set 'Extras' at extras.xml:40:9: Edit on Account.",
      "Add permission set 'Other' to the persona.",
    ]);
    expect(nearest({}, ['Account: Edit', nowhere(40, refused(entry('edit', 1)))])).toEqual([
      "Set Edit on Account to true in permission set 'Extras' (extras.xml:1:9).",
    ]);
  });

  test('is told of what is not known too, before what would make it known', () => {
    const doubt = addable(unknown(gap('P', 'retrieve it')), extras, place(4));
    expect(nearest({}, ['Account: Edit', doubt])).toEqual([
      "Add to permission set 'Extras' at extras.xml:4:9: Edit on Account.",
      'To know it: retrieve it.',
    ]);
  });
});

test('a muting entry is told with its place', () => {
  const mutedBy = { ...container('muting', 'Quiet'), entryAt: place(7, 'quiet.xml') };
  const through = assignment({ group: group('Sync') });
  const miss = nearMiss('muted', extras, { through, mutedBy, entry: entry('edit', 3) });
  expect(nearest({}, ['Account: Edit', nowhere(40, miss)])).toEqual([
    "Remove Edit on Account from muting permission set 'Quiet' of permission set group 'Sync' (quiet.xml:7:9), or add permission set 'Extras' to the persona outside the group.",
  ]);
});
