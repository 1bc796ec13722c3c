import { expect, test } from 'vitest';
import type { Json } from '../../../src/model/part.ts';
import { fact, told } from './told.ts';

test.each<readonly [Json, string]>([
  ['Enterprise Edition', 'Edition: Enterprise Edition.'],
  [true, 'Edition: yes.'],
  [null, 'Edition: none.'],
  [[], 'Edition: none.'],
  [12, 'Edition: 12.'],
  [['a', 'b'], 'Edition: a, b.'],
  [{ max: 10, left: null }, 'Edition: max 10, left none.'],
  [Array.from({ length: 12 }, (_, n) => n), 'Edition: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 2 more.'],
])('the fact %j is told as "%s"', (value, text) => {
  expect(told(fact('Edition', value))).toBe(text);
});
