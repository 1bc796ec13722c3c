import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { parseYaml } from '../../src/config/yaml-document.ts';
import { runs } from '../runs.ts';

/** Ten levels of ten aliases each: ten thousand million parts, if they were all followed. */
const bomb = ['a0: &a0 [x]']
  .concat(Array.from({ length: 10 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(10)}]`))
  .join('\n');

const tags = 'tags (words that begin with !) mean nothing here';
const directive = 'not YAML: a line that begins with % is a directive, and only %YAML 1.2 is known';

test.each([
  ['', 0, 'the file is empty'],
  ['# nothing\n', 0, 'the file is empty'],
  ['a: 1\na: 2\n', 5, 'the key is given twice'],
  ['a: !!binary xx', 12, tags],
  ['a: !!js/function x', 3, tags],
  ['a: !x y', 3, tags],
  ['a: &a [*a]', 7, 'the alias stands inside what it stands for'],
  ['a: &a {b: {c: *a}}', 14, 'the alias stands inside what it stands for'],
  ['a: *b', 3, 'the alias has no anchor before it'],
  ['1: a', 0, 'a key must be text; put it in quotes'],
  ['null: a', 0, 'a key must be text; put it in quotes'],
  ['? [a]\n: b', 2, 'a key must be text; put it in quotes'],
  ['a: .nan', 3, 'expected text, a finite number, true, false or null'],
  ['a: .inf', 3, 'expected text, a finite number, true, false or null'],
  ['a: &a {b: 1}\nc:\n  <<: *a', 18, 'merge keys (<<) are not followed; write the keys out'],
  ['a:\n  b: {c: 1, d: 2, c: 3}', 21, 'the key is given twice'],
  ['a: 1\n"a": 2', 5, 'the key is given twice'],
  ['%YAML 1.1\n---\na: off', 0, directive],
  ['%YAML 1.3\n---\na: off', 6, directive],
  ['a: !!set {x}', 9, tags],
  ['a: !!timestamp 2026-01-01', 15, tags],
  ['a: "b', 5, 'not YAML: a quote, bracket, comma or colon is missing'],
  ['a: {b: 1', 8, 'not YAML: this is not indented as what it belongs to, or a bracket is not closed'],
  ['a: @b', 3, 'not YAML: text that begins with this character has to be in quotes'],
  [
    'a: b: c',
    3,
    'not YAML: a second "key: value" on one line; text that has a colon and a space in it has to be in quotes',
  ],
  ['\ta: 1', 0, 'not YAML: indented with a tab; use spaces'],
])('refuses %j', (text, offset, message) => {
  expect(parseYaml(text)).toEqual({ problems: [expect.objectContaining({ offset, message })] });
});

test('refuses a second document', () => {
  expect(parseYaml('a: 1\n---\nb: 2\n')).toMatchObject({
    problems: [{ message: expect.stringContaining('more than one document') }],
  });
});

test('follows a hundred aliases and no more', () => {
  const many = (count: number) => `a: &a 1\nb: [${'*a, '.repeat(count)}]`;
  expect(parseYaml(many(100))).toHaveProperty('value');
  expect(parseYaml(many(101))).toMatchObject({ problems: [{ message: 'there are more than 100 aliases' }] });
  expect(parseYaml(bomb)).toMatchObject({ problems: [{ message: 'there are more than 100 aliases' }] });
});

test('refuses what is nested too deeply', () => {
  expect(parseYaml(`a: ${'['.repeat(150)}${']'.repeat(150)}`)).toMatchObject({
    problems: [{ message: 'nested more than 100 deep' }],
  });
});

test('refuses what goes so deep that no reader comes back', () => {
  expect(parseYaml(`a: ${'['.repeat(100_000)}`)).toMatchObject({
    problems: [{ message: 'nested more than 100 deep' }],
  });
});

test('reads long lines and many keys in no time, and finds the one that is given twice', () => {
  const long = 'x'.repeat(1_000_000);
  expect(parseYaml(`a: ${long}`)).toMatchObject({ value: { a: long } });
  const keys = Array.from({ length: 20_000 }, (_, index) => `k${index}: 1\n`).join('');
  expect(parseYaml(`${keys}k7: 2`)).toMatchObject({ problems: [{ offset: keys.length }] });
});

test('knows where each value ends', () => {
  const text = 'a:\n  - b: 1\n    c: |\n      two\n      lines\n\n# a comment\nd: 2\n';
  const parsed = parseYaml(text);
  const spot = 'root' in parsed ? parsed.root.inner.get('a')?.inner.get('0') : undefined;
  expect(text.slice(spot?.offset, spot?.end).trimEnd()).toBe('b: 1\n    c: |\n      two\n      lines');
});

test.each([
  ['words that were booleans in older YAML', 'a: [yes, no, on, off]', { a: ['yes', 'no', 'on', 'off'] }],
  ['days as text', 'until: 2026-10-01', { until: '2026-10-01' }],
  ['a key without a value as null', 'a:\nb: ~\n', { a: null, b: null }],
  ['a merge key in quotes as a key', '"<<": {a: 1}', { '<<': { a: 1 } }],
  ['__proto__ as a key', '__proto__: {a: 1}', JSON.parse('{"__proto__": {"a": 1}}')],
])('reads %s', (_, text, value) => {
  const parsed = parseYaml(text);
  expect(JSON.stringify('value' in parsed && parsed.value)).toBe(JSON.stringify(value));
});

test('reads every JSON value as what it is', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), (object) => {
      const text = JSON.stringify(object);
      // Written without quotes it is a merge key, which is refused.
      fc.pre(!text.includes('"<<":'));
      const value = JSON.parse(text) as unknown;
      const parsed = parseYaml(stringify(value, { aliasDuplicateObjects: false }));
      expect('value' in parsed ? parsed.value : parsed).toEqual(value);
    }),
    runs(100),
  );
});
