import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dayOf, eitherOf, firstOf, listed, permissionLabel } from '../../src/rules/wording.ts';

const table = new URL('../../../shared/corpus/permissions.tsv', import.meta.url);
const labelled = [
  'ApiEnabled',
  'ApiUserOnly',
  'CustomizeApplication',
  'EditReadonlyFields',
  'ManageInteraction',
  'ManageUsers',
  'ModifyAllData',
  'PasswordNeverExpires',
  'RunFlow',
  'ViewAllData',
  'ViewAllFieldsGlobal',
  'ViewAllUsers',
  'ViewSetup',
];

describe('lists', () => {
  test.each([
    [[], '', ''],
    [['A'], 'A', 'A'],
    [['A', 'B'], 'A and B', 'A or B'],
    [['A', 'B', 'C'], 'A, B and C', 'A, B or C'],
  ])('of %j', (names, and, or) => {
    expect(listed(names)).toBe(and);
    expect(eitherOf(names)).toBe(or);
  });

  test('are cut where they are long, and tell how many more there are', () => {
    expect(firstOf(['A', 'B', 'C'], 3)).toBe('A, B and C');
    expect(firstOf(['A', 'B', 'C', 'D', 'E'], 3)).toBe('A, B, C and 2 more');
  });
});

test('a day is the day that is written, not one of another zone', () => {
  expect(dayOf('2026-10-01T23:59:59.000Z')).toBe('2026-10-01');
});

test('a permission without a known label keeps its name', () => {
  expect(permissionLabel('ManageNothing')).toBe('ManageNothing');
  expect(permissionLabel('toString')).toBe('toString');
});

test.skipIf(!existsSync(table))(
  'labels are those of Setup (skipped without the corpus of real describes)',
  () => {
    const rows = readFileSync(table, 'utf8')
      .split('\n')
      .map((line) => line.split('\t'));
    const real = new Map(rows.map(([name = '', label = '']) => [name, label]));
    for (const name of labelled) expect([name, permissionLabel(name)]).toEqual([name, real.get(name)]);
  },
);
