import { expect, test } from 'vitest';
import { isEmpty, parameterValues, substitute } from '../../src/engine/parameters.ts';
import type { Json } from '../../src/model/part.ts';
import { packOf } from './fixtures.ts';

const values = new Map<string, Json>([
  ['list', ['a', 'b']],
  ['trap', { $parameter: 'list' }],
]);

test.each<readonly [string, Json, Json, readonly string[]]>([
  ['a whole value', { $parameter: 'list' }, ['a', 'b'], []],
  [
    'a value deep in lists and objects',
    { x: [{ y: { $parameter: 'list' } }, 1] },
    { x: [{ y: ['a', 'b'] }, 1] },
    [],
  ],
  ['nothing in what a user gave', { $parameter: 'trap' }, { $parameter: 'list' }, []],
  [
    'nothing where another key stands beside it',
    { $parameter: 'list', z: 1 },
    { $parameter: 'list', z: 1 },
    [],
  ],
  ['nothing where the name is no text', { $parameter: 7 }, { $parameter: 7 }, []],
  ['null, and the name is told, where there is no value', { x: { $parameter: 'no' } }, { x: null }, ['no']],
  ['nothing that only looks like a name', '$parameter', '$parameter', []],
])('substitute puts in %s', (_, value, expected, expectedMissing) => {
  const missing = new Set<string>();
  expect(substitute(value, values, missing)).toEqual(expected);
  expect([...missing]).toEqual(expectedMissing);
});

test('substitute keeps a key named __proto__ as data', () => {
  const hostile = JSON.parse('{"__proto__": {"polluted": true}}') as Json;
  const result = substitute(hostile, values, new Set());
  expect(JSON.stringify(result)).toBe('{"__proto__":{"polluted":true}}');
  expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
});

test('parameters take the value given, else the default, and unknown ones are left out', () => {
  const { pack } = packOf([]);
  expect([...parameterValues(pack, { mapped: ['Lead.X'], other: 1 })]).toEqual([
    ['mapped', ['Lead.X']],
    ['sender', 'acme'],
  ]);
  expect([...parameterValues(pack, { sender: null })]).toEqual([['sender', null]]);
});

test.each<readonly [Json | undefined, boolean]>([
  [undefined, true],
  [null, true],
  ['', true],
  [[], true],
  [{}, true],
  [0, false],
  [false, false],
  [' ', false],
  [[null], false],
  [{ a: null }, false],
])('isEmpty(%j) is %s', (value, empty) => {
  expect(isEmpty(value)).toBe(empty);
});
