import { describe, expect, test } from 'vitest';
import type { ShareKey } from '../../src/model/share-key.ts';
import { readShareKey } from '../../src/share/read-share-key.ts';
import { restoreText } from '../../src/share/restore-text.ts';
import { formatOf } from '../../src/share/text-format.ts';
import { csvParse } from './csv-cells.ts';

const hostile = 'Bad "name"\\ <b>&\u001b[31m\u202e';
const key: ShareKey = {
  shareKeyVersion: 1,
  fingerprint: '00112233445566ff',
  names: [
    { kind: 'permission-set-title', standIn: 'Permission-set-1', original: 'Permission-set-2' },
    { kind: 'permission-set-title', standIn: 'Permission-set-2', original: 'Sync' },
    { kind: 'permission-set-title', standIn: 'Permission-set-12', original: hostile },
    { kind: 'field-name', standIn: 'Custom_Field_1__c', original: 'Acme__c' },
    { kind: 'field-name', standIn: 'Custom_Field_1', original: 'odd name' },
    { kind: 'user-name', standIn: 'user-1@redacted.example', original: 'sync+1@acme.com' },
    { kind: 'id-name', standIn: '005000000000001AAA', original: '0055g00000AbCdEIAT' },
    { kind: 'id-name', standIn: '005000000000001', original: '0055g00000AbCdE' },
  ],
};
const restored = (text: string, file?: string) => restoreText(text, key, formatOf(text, file)).text;

describe('a stand-in', () => {
  test.each([
    ['is turned back, and what it is turned to is not', 'Permission-set-1', 'Permission-set-2'],
    ['is not taken for the beginning of a longer one', 'Permission-set-120', 'Permission-set-120'],
    [
      'is the longest one that is there',
      'Account.Custom_Field_1__c, Custom_Field_1',
      'Account.Acme__c, odd name',
    ],
    ['is no part of a word', 'xPermission-set-2 Permission-set-2x', 'xPermission-set-2 Permission-set-2x'],
    ['stands in a sentence', "permission set 'Permission-set-2'.", "permission set 'Sync'."],
    ['stands in an address', 'a/user-1%40redacted.example/b', 'a/sync%2B1%40acme.com/b'],
    ['is an Id of either length', '005000000000001 005000000000001AAA', '0055g00000AbCdE 0055g00000AbCdEIAT'],
    ['that nobody gave stays', 'Permission-set-7', 'Permission-set-7'],
    ['of the mark says what it is now', 'stand-ins:00112233445566ff', 'restored:00112233445566ff'],
  ])('%s', (_case, text, expected) => {
    expect(restored(text)).toBe(expected);
  });
});

describe('a hostile name', () => {
  test('in JSON is the same string when it is read', () => {
    const text = restored(JSON.stringify({ a: ['x\nPermission-set-12'], 'Permission-set-2': 1 }));
    expect(JSON.parse(text)).toEqual({ a: [`x\n${hostile}`], Sync: 1 });
    expect(text).not.toContain('\u202e');
  });

  test('in the Markdown of SARIF makes no markup', () => {
    const text = restored(JSON.stringify({ text: 'Permission-set-12', markdown: '**Permission-set-12**' }));
    const { text: plain, markdown } = JSON.parse(text) as {
      readonly text: string;
      readonly markdown: string;
    };
    expect([plain, markdown]).toEqual([hostile, expect.stringContaining('&lt;b&gt;')]);
  });

  test('in XML or HTML ends no tag and no attribute', () => {
    expect(restored('<a b="Permission-set-12">')).toBe(
      '<a b="Bad &quot;name&quot;\\ &lt;b&gt;&amp;\\u001b[31m\\u202e">',
    );
  });

  test('in a cell of CSV stays in its cell', () => {
    const text = restored('\ufeff"org","subject","x"\r\n"a","Permission-set-12","b"\r\n');
    expect(csvParse(text)[1]).toEqual(['a', 'Bad "name"\\ <b>&\\u001b[31m\\u202e', 'b']);
  });

  test('in Markdown makes no markup', () => {
    expect(restored('# Report\nPermission-set-12', 'a.md')).toContain('&lt;b&gt;');
  });

  test('in any other text moves no cursor', () => {
    expect(restored('Permission-set-12')).toBe('Bad "name"\\ <b>&\\u001b[31m\\u202e');
  });
});

test('Markdown that escapes a stand-in is turned back too', () => {
  expect(restored('## x\nAccount.Custom\\_Field\\_1\\_\\_c', 'a.md')).toBe('## x\nAccount.Acme\\_\\_c');
});

test('it counts what it turned back, and how many different names', () => {
  const { replaced, different } = restoreText(
    'Permission-set-2 Permission-set-2 Permission-set-1',
    key,
    'plain',
  );
  expect([replaced, different]).toEqual([3, 2]);
});

describe('a key', () => {
  test('is read back', () => {
    expect(readShareKey(JSON.stringify(key))).toEqual({ key });
  });

  test.each([
    ['no JSON', 'secret', 'it is not JSON'],
    ['null', 'null', 'it must be object'],
    ['of another version', '{"shareKeyVersion":2}', 'it has version 2, and this syncgate reads version 1'],
    [
      'with too little in it',
      '{"shareKeyVersion":1,"names":[]}',
      "it must have required property 'fingerprint'",
    ],
  ])('%s is refused, and nothing of it is told', (_case, text, problem) => {
    expect(readShareKey(text)).toEqual({ problem });
  });
});
