import { expect, test } from 'vitest';
import { nearestName } from '../../src/plain/nearest.ts';

const known = ['read', 'create', 'edit', 'delete', 'viewAllRecords', 'lead-to-account'];

test.each([
  ['edti', 'edit'],
  ['EDIT', 'edit'],
  ['viewAllRecord', 'viewAllRecords'],
  ['view_all_records', 'viewAllRecords'],
  ['leadtoaccount', 'lead-to-account'],
  ['raed', 'read'],
  ['modify', undefined],
  ['', undefined],
  ['x'.repeat(10_000), undefined],
])('%s most likely means %s', (name, expected) => {
  expect(nearestName(name, known)).toBe(expected);
});

test('nothing is near to nothing', () => {
  expect(nearestName('x', [])).toBeUndefined();
});
