import { describe, expect, test } from 'vitest';
import { dayOf } from '../../src/plain/days.ts';
import { eitherOf, enumerated, firstOf, listed } from '../../src/plain/lists.ts';

describe('a list', () => {
  test.each([
    [[], '', '', ''],
    [['A'], 'A', 'A', 'A'],
    [['A', 'B'], 'A and B', 'A or B', 'A, B'],
    [['A', 'B', 'C'], 'A, B and C', 'A, B or C', 'A, B, C'],
  ])('of %j', (names, and, or, commas) => {
    expect(listed(names)).toBe(and);
    expect(eitherOf(names)).toBe(or);
    expect(enumerated(names)).toBe(commas);
  });

  test('is cut where it is long, and tells how many more there are', () => {
    expect(firstOf(['A', 'B', 'C'], 3)).toBe('A, B and C');
    expect(firstOf(['A', 'B', 'C', 'D', 'E'], 3)).toBe('A, B, C and 2 more');
    expect(enumerated(['A', 'B', 'C'], 3)).toBe('A, B, C');
    expect(enumerated(['A', 'B', 'C', 'D', 'E'], 3)).toBe('A, B, C and 2 more');
  });
});

test('a day is the day that is written, not one of another zone', () => {
  expect(dayOf('2026-10-01T23:59:59.000Z')).toBe('2026-10-01');
});
