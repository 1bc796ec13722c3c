import { expect, test } from 'vitest';
import { deepFreeze, frozenCopy } from '../../src/plain/deep-freeze.ts';

const open = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && (!Object.isFrozen(value) || Object.values(value).some(open));

test('data is frozen all the way down, and given back', () => {
  const data = { a: [{ b: null }, 1], c: { d: 'text' } };
  expect(deepFreeze(data)).toBe(data);
  expect(open(data)).toBe(false);
});

test('a frozen copy leaves the original open, and keeps what is one thing one thing', () => {
  const shared = { decision: 'granted' };
  const data = { here: shared, there: [shared] };
  const copy = frozenCopy(data);
  expect(open(copy)).toBe(false);
  expect(Object.isFrozen(data) || Object.isFrozen(shared)).toBe(false);
  expect(copy).toEqual(data);
  expect(copy.there[0]).toBe(copy.here);
});
