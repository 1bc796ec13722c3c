import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/model/part.ts';
import { foldedJsonText } from '../../src/reporters/json-text.ts';
import { hostileNames } from './hostile-report.ts';

const long = Array.from({ length: 40 }, (_, index) => `entry ${index}`);
const documents: readonly Json[] = [
  ...[null, true, 1.5, 'text', [], {}],
  ...[{ short: [1, 2, { three: 3 }] }, long, { long, inner: { long: [long, { long }] } }],
  ...[[...hostileNames], Object.fromEntries(hostileNames.map((name) => [name, [name]]))],
];

describe('folded JSON', () => {
  test.each(documents.map((document) => [document]))('reads back as it was: %j', (document) => {
    const text = foldedJsonText(document);
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(document)));
    expect(text).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(text.endsWith('\n')).toBe(true);
  });

  test('puts on one line what fits there, and breaks what does not', () => {
    expect(foldedJsonText({ a: [1, 2], b: { c: null } })).toBe('{"a":[1,2],"b":{"c":null}}\n');
    expect(
      foldedJsonText({ a: long.slice(0, 2), b: long })
        .split('\n')
        .slice(0, 5),
    ).toEqual(['{', ' "a": ["entry 0","entry 1"],', ' "b": [', '  "entry 0",', '  "entry 1",']);
  });
});
