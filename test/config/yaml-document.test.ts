import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { parseYaml } from '../../src/config/yaml-document.ts';

/** Ten levels of ten aliases each: ten thousand million parts, if they were all followed. */
const bomb = ['a0: &a0 [x]']
  .concat(Array.from({ length: 10 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(10)}]`))
  .join('\n');

test.each([
  ['', 0, 'the file is empty'],
  ['# nothing\n', 0, 'the file is empty'],
  ['a: 1\na: 2\n', 5, 'the key is given twice'],
  ['a: !!binary xx', 12, 'tags such as tag:yaml.org,2002:binary mean nothing here'],
  ['a: !!js/function x', 3, 'not YAML: Unresolved tag: tag:yaml.org,2002:js/function'],
  ['a: !x y', 3, 'not YAML: Unresolved tag: !x'],
  ['a: &a [*a]', 7, 'the alias stands inside what it stands for'],
  ['a: &a {b: {c: *a}}', 14, 'the alias stands inside what it stands for'],
  ['a: *b', 3, 'the alias has no anchor before it'],
  ['1: a', 0, 'a key must be text; put it in quotes'],
  ['null: a', 0, 'a key must be text; put it in quotes'],
  ['? [a]\n: b', 2, 'a key must be text; put it in quotes'],
  ['a: .nan', 3, 'expected text, a finite number, true, false or null'],
  ['a: .inf', 3, 'expected text, a finite number, true, false or null'],
  ['\ta: 1', 0, 'not YAML: Tabs are not allowed as indentation'],
])('refuses %j', (text, offset, message) => {
  expect(parseYaml(text)).toEqual({ problems: [expect.objectContaining({ offset, message })] });
});

test('refuses a second document', () => {
  expect(parseYaml('a: 1\n---\nb: 2\n')).toMatchObject({
    problems: [{ message: expect.stringContaining('multiple documents') }],
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

test.each([
  ['words that were booleans in older YAML', 'a: [yes, no, on, off]', { a: ['yes', 'no', 'on', 'off'] }],
  ['days as text', 'until: 2026-10-01', { until: '2026-10-01' }],
  ['a key without a value as null', 'a:\nb: ~\n', { a: null, b: null }],
  ['a merge key as a key', '<<: {a: 1}', { '<<': { a: 1 } }],
  ['__proto__ as a key', '__proto__: {a: 1}', JSON.parse('{"__proto__": {"a": 1}}')],
])('reads %s', (_, text, value) => {
  const parsed = parseYaml(text);
  expect(JSON.stringify('value' in parsed && parsed.value)).toBe(JSON.stringify(value));
});

test('reads every JSON value as what it is', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), (object) => {
      const value = JSON.parse(JSON.stringify(object)) as unknown;
      const parsed = parseYaml(stringify(value, { aliasDuplicateObjects: false }));
      expect('value' in parsed ? parsed.value : parsed).toEqual(value);
    }),
  );
});
