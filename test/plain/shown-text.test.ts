import { expect, test } from 'vitest';
import { shownName, shownText } from '../../src/plain/shown-text.ts';

test.each([
  ['plain', 'plain'],
  ['Zürich 東京', 'Zürich 東京'],
  ['a\nb\tc', 'a\\nb\\tc'],
  ['\u001b[2J', '\\u001b[2J'],
  ['\u202eabc\u200b', '\\u202eabc\\u200b'],
  ['\ud800', '\\ud800'],
  ['x'.repeat(60), 'x'.repeat(60)],
  ['x'.repeat(61), `${'x'.repeat(59)}…`],
])('%j is shown as %j', (text, shown) => {
  expect(shownText(text)).toBe(shown);
});

test.each([
  ['targetOrg', true],
  ['$schema', true],
  ['Account.Industry', true],
  ['API Nur Lesen, ü', false],
  ['Prüfer 2', true],
  ['aB3!xyz', false],
  ['a\nb', false],
  ['', false],
  ['x'.repeat(61), false],
])('%j is a name: %s', (key, isName) => {
  expect(shownName(key)).toBe(isName ? key : null);
});
