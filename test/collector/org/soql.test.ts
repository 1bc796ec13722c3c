import { parseQuery } from '@jetstreamapp/soql-parser-js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chunked, columns, fragment, quoted, soql } from '../../../src/collector/org/soql.ts';
import { runs } from '../../runs.ts';

/** The text that a SOQL literal stands for, read by the rules of the SOQL reference. */
function unquoted(literal: string): string {
  const meanings: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  return literal.slice(1, -1).replace(/\\(.)/gs, (_, sign: string) => meanings[sign] ?? sign);
}

/** Strings that are likely to break out of a literal, and any others. */
const hostile = fc.oneof(
  fc.string({
    unit: fc.constantFrom("'", '"', '\\', '\n', '\r', '\t', '\b', '\f', ' ', 'a', '%', '_', ')', ';'),
  }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom("' OR Name != '", "\\' OR 1 = 1 --", "x') OR Id IN (SELECT Id FROM User WHERE Name = 'y"),
);

describe('a value in SOQL', () => {
  test('is one literal that stands for the value, whatever is in it', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const { where } = parseQuery(soql`SELECT Id FROM User WHERE Username = ${value} AND IsActive = true`);
        expect(where).toMatchObject({
          left: { field: 'Username', operator: '=', literalType: 'STRING' },
          operator: 'AND',
          right: { left: { field: 'IsActive', value: 'TRUE' } },
        });
        const literal =
          where && 'left' in where && where.left && 'value' in where.left ? where.left.value : undefined;
        expect(unquoted(String(literal))).toBe(value);
      }),
      runs(300),
    );
  });

  test('is one literal each in a list', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 5 }), (values) => {
        const { where } = parseQuery(soql`SELECT Id FROM User WHERE Username IN ${values}`);
        const list = where && 'left' in where && where.left && 'value' in where.left ? where.left.value : [];
        expect([list].flat().map((literal) => unquoted(String(literal)))).toEqual(values);
      }),
      runs(200),
    );
  });

  test.each([
    [
      'null',
      soql`SELECT Id FROM User WHERE ProfileId = ${null}`,
      'SELECT Id FROM User WHERE ProfileId = null',
    ],
    ['a flag', soql`WHERE IsActive = ${true}`, 'WHERE IsActive = true'],
    ['a number', soql`LIMIT ${5}`, 'LIMIT 5'],
    ['a fragment', soql`WHERE ${fragment`Name = ${"O'Hara"}`}`, "WHERE Name = 'O\\'Hara'"],
    ['columns', soql`SELECT ${columns('Id', 'Profile.Name')} FROM User`, 'SELECT Id, Profile.Name FROM User'],
  ])('%s is written as SOQL has it', (_, written, expected) => {
    expect(written).toBe(expected);
  });

  test('an empty list is refused, since SOQL cannot say it', () => {
    expect(() => soql`WHERE Id IN ${[]}`).toThrow(TypeError);
  });

  test.each(["Id FROM User WHERE Name = 'x' --", 'Id, Name', '', 'a b', '1st', 'a..b', "N'"])(
    'the column name %j is refused',
    (name) => {
      expect(() => columns('Id', name)).toThrow(TypeError);
    },
  );
});

describe('chunks', () => {
  test('hold every value once, in order, and none is longer than it may be once it is in an address', () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 60 }), fc.integer({ min: 50, max: 400 }), (values, most) => {
        const chunks = chunked(values, most);
        expect(chunks.flat()).toEqual(values);
        for (const chunk of chunks) {
          const bytes = encodeURIComponent(chunk.map((value) => `${quoted(value)},`).join('')).length;
          expect(chunk.length === 1 || bytes <= most).toBe(true);
        }
      }),
      runs(100),
    );
  });

  test('of nothing are none', () => {
    expect(chunked([])).toEqual([]);
  });
});
