import { describe, expect, test } from 'vitest';
import {
  flag,
  grouped,
  hasCell,
  parsed,
  text,
  textOrNull,
  timeOrNull,
} from '../../../../src/collector/org/parts/cells.ts';
import { gapOf, okValue } from '../emulated.ts';

const row = {
  attributes: { type: 'User' },
  Name: 'Ada',
  IsActive: true,
  LastLoginDate: '2026-11-02T08:41:07.000+0000',
  Day: '2026-11-02',
  Manager: null,
  Profile: { Name: 'Standard User', UserLicense: null },
};

describe('a cell', () => {
  test.each<[string, unknown, unknown]>([
    ['a text', text(row, 'Name'), 'Ada'],
    ['a flag', flag(row, 'IsActive'), true],
    ['a text along a relationship', text(row, 'Profile.Name'), 'Standard User'],
    ['null at the end of an empty relationship', textOrNull(row, 'Manager.Profile.Name'), null],
    ['null at the end of a relationship that ends early', textOrNull(row, 'Profile.UserLicense.Name'), null],
    ['a time in UTC', timeOrNull(row, 'LastLoginDate'), '2026-11-02T08:41:07.000Z'],
    ['a day as its midnight', timeOrNull(row, 'Day'), '2026-11-02T00:00:00.000Z'],
    ['no time', timeOrNull(row, 'Manager'), null],
  ])('is %s', (_, cell, expected) => {
    expect(cell).toBe(expected);
  });

  test.each<[string, () => unknown, string]>([
    ['a column that was left out', () => text(row, 'Alias'), 'left Alias out of its User records'],
    ['a column that was left out, where null would do', () => textOrNull(row, 'Alias'), 'left Alias out'],
    ['a relationship that was left out', () => textOrNull(row, 'Owner.Name'), 'left Owner.Name out'],
    [
      'a column that was left out of a relationship',
      () => textOrNull(row, 'Profile.Id'),
      'left Profile.Id out',
    ],
    ['null for a text', () => text(row, 'Manager'), 'answered Manager of a User record with null'],
    ['a text for a flag', () => flag(row, 'Name'), 'answered Name of a User record with "Ada"'],
    ['a flag for a text', () => text(row, 'IsActive'), 'answered IsActive'],
    ['a text for a time', () => timeOrNull(row, 'Name'), 'answered Name'],
  ])('is never guessed: %s', (_, read, words) => {
    expect(read).toThrow(words);
    expect(gapOf(parsed({ status: 'ok', value: [row] }, read))).toMatchObject({
      code: 'query-failed',
      message: expect.stringContaining(words),
    });
  });

  test('is there, or is not', () => {
    expect(hasCell(row, 'Manager')).toBe(true);
    expect(hasCell(row, 'Profile.UserLicense.Name')).toBe(true);
    expect(hasCell(row, 'Alias')).toBe(false);
  });
});

describe('rows', () => {
  test('are grouped by a column', () => {
    const groups = grouped(
      [
        { A: 'x', B: 1 },
        { A: 'y', B: 2 },
        { A: 'x', B: 3 },
      ],
      'A',
    );
    expect([...groups].map(([key, rows]) => [key, rows.map(({ B }) => B)])).toEqual([
      ['x', [1, 3]],
      ['y', [2]],
    ]);
  });

  test('that are unavailable stay so, and what is no strange cell is a bug that shows', () => {
    const reason = { code: 'short-read', message: 'x' } as const;
    expect(gapOf(parsed({ status: 'unavailable', reason }, () => 1))).toBe(reason);
    expect(okValue(parsed({ status: 'ok', value: [] }, () => 1))).toBe(1);
    const bug = () => {
      throw new TypeError('bug');
    };
    expect(() => parsed({ status: 'ok', value: [] }, bug)).toThrow('bug');
  });
});
