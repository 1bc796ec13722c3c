import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/config/document.ts';
import { parseJson } from '../../src/config/json-document.ts';
import { runs } from '../runs.ts';

describe('parseJson', () => {
  test.each([
    ['', 0, 'the file is empty'],
    [' \n', 0, 'the file is empty'],
    ['{"a":1,"a":2}', 7, 'the key is given twice'],
    ['{"a":1,}', 7, 'expected a key in double quotes, but there is "}"'],
    ['{a:1}', 1, 'expected a key in double quotes, but there is "a"'],
    ['{"a" 1}', 5, 'expected ":" after the key, but there is "1"'],
    ['{"a":1', 6, 'expected "," or "}", but the file ends'],
    ['[1 2]', 3, 'expected "," or "]", but there is "2"'],
    ['[1,]', 3, 'expected a value, but there is "]"'],
    ['[tru]', 1, 'expected a value, but there is "t"'],
    ['[01]', 2, 'expected "," or "]", but there is "1"'],
    ['[+1]', 1, 'expected a value, but there is "+"'],
    ['["a]', 1, 'text that does not end: a double quote is missing'],
    ['["a\nb"]', 1, 'text that does not end: a double quote is missing'],
    ['["\\q"]', 1, 'text with a wrong escape or a control character in it'],
    ['["\u0007"]', 1, 'text with a wrong escape or a control character in it'],
    ['{} {}', 3, 'expected the end of the file, but there is "{"'],
    ['[💥]', 1, 'expected a value, but there is "💥"'],
    ['[1] // so', 4, 'expected the end of the file, but there is "/"'],
    [`${'['.repeat(101)}1`, 101, 'nested more than 100 deep'],
    ['['.repeat(200_000), 101, 'nested more than 100 deep'],
  ])('says what is wrong with %j', (text, offset, message) => {
    expect(parseJson(text)).toEqual({ problems: [{ offset, message }] });
  });

  test('reads what JSON.parse reads, and refuses what it refuses', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), fc.nat(), fc.string({ maxLength: 2 }), (json, at, put) => {
        const place = at % (json.length + 1);
        for (const text of [json, json.slice(0, place) + put + json.slice(place), json.slice(0, place)]) {
          const parsed = parseJson(text);
          const oracle = attempt(text);
          if ('value' in parsed) expect(parsed.value).toEqual(oracle.value);
          else if (oracle.ok) expect(parsed.problems[0]?.message).toMatch(/is given twice$/);
        }
      }),
      runs(500),
    );
  });
});

function attempt(text: string): { readonly ok: boolean; readonly value?: unknown } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

describe('places in a document', () => {
  const places = async (text: string, file: string) => {
    const read = await readDocument(text, file);
    if ('problems' in read) throw new Error(JSON.stringify(read.problems));
    const at = ({ line, column }: { line: number; column: number }) => `${line}:${column}`;
    const { document } = read;
    return [
      at(document.valueAt(['list', 1])),
      at(document.keyAt(['list'])),
      at(document.valueAt(['map', 'x y'])),
      at(document.keyAt(['map', 'x y'])),
      at(document.valueAt(['map', 'nothing', 'here'])),
    ];
  };
  const json = '{\n  "list": [\n    1,\n    {"a": "é\\u0041"}\n  ],\n  "map": { "x y": null }\n}\n';

  test.each([
    ['lines that end with \\n', json],
    ['lines that end with \\r\\n', json.replaceAll('\n', '\r\n')],
    ['lines that end with \\r', json.replaceAll('\n', '\r')],
    ['a byte order mark', `\uFEFF${json}`],
  ])('are right in JSON with %s', async (_, text) => {
    expect(await places(text, 'a.json')).toEqual(['4:5', '2:3', '6:19', '6:12', '6:10']);
  });

  test('are right in YAML', async () => {
    const yaml = 'list:\r\n  - 1\r\n  - {a: 1}\r\nmap:\r\n  "x y":\r\n    null\r\n';
    expect(await places(yaml, 'a.yaml')).toEqual(['3:5', '1:1', '6:5', '5:3', '5:3']);
    expect(await places(`\uFEFF${yaml}`, 'a.YML')).toEqual(['3:5', '1:1', '6:5', '5:3', '5:3']);
  });

  test('of aliases are their own', async () => {
    const read = await readDocument('a: &x [1]\nb: *x\n', 'a.yaml');
    expect('document' in read && read.document.valueAt(['b'])).toMatchObject({ line: 2, column: 4 });
    expect('document' in read && read.document.value).toEqual({ a: [1], b: [1] });
  });
});
