import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs, runsMeeting } from '../../../runs.ts';
import { pieces, readAll, utf8, wantedNames } from './read-all.ts';
import { oracle } from './saxes-oracle.ts';

const name = fc.constantFrom(
  'fieldPermissions',
  'fieldPermissionsX',
  'custom',
  'a',
  'a.b',
  'aXb',
  'field',
  'x',
  '_1-2',
);
const space = fc.constantFrom('', '', '\n', '\n    ', '\r\n', '\r\n    ', '\r', ' \t', '\n\n');
const plainText = fc.constantFrom(
  '',
  'true',
  'Account.X__c',
  ' ',
  ' true\n',
  'Größe',
  '€',
  '😀',
  'a]]b',
  '\t',
  '"\'',
  '\u0085\u2028',
);
const oddText = fc.constantFrom(
  'a>b',
  'A &amp; B',
  '&#65;&#x1F600;',
  '\r',
  'a\r\nb',
  '<!-- <x>1</x> -->',
  '<![CDATA[<x>1</x>]]>',
  '<?do <x>?>',
  'a<!---->b',
  ']]&gt;',
);
const brokenText = fc.constantFrom(
  '\u0001',
  '\uFFFE',
  ']]>',
  '&nope;',
  '&',
  '<',
  '&#0;',
  '<!-- -- -->',
  '</a>',
  '<x>',
  '<!DOCTYPE a>',
  '<u:x/>',
  '\0',
  '\f',
  '</x><x>',
);
const text = fc.oneof({ weight: 30, arbitrary: plainText }, { weight: 3, arbitrary: oddText });

const element = (tag: string, inner: string) => `<${tag}>${inner}</${tag}>`;
const leaf = fc.tuple(name, text).map(([tag, inner]) => element(tag, inner));
const listOfLeaves = fc.tuple(name, fc.array(fc.tuple(space, leaf), { minLength: 1, maxLength: 4 }), space);
const list = listOfLeaves.map(([tag, leaves, last]) => element(tag, leaves.flat().join('') + last));
const odd = fc.oneof(
  fc.tuple(name, text).map(([tag, inner]) => `<${tag} b="1>2" c='x'>${inner}</${tag}\n>`),
  fc.tuple(name, leaf).map(([tag, inner]) => element(tag, `${inner}mixed<y ${'z="1"'}/>`)),
  fc.tuple(name, list).map(([tag, inner]) => element(tag, inner)),
  fc.tuple(name, list, list).map(([tag, one, other]) => element(tag, element(tag, one) + other)),
  fc.tuple(name, space).map(([tag, inner]) => `<${tag}${inner}/>`),
  list.map((inner) => `<!--${inner}-->`),
  list.map((inner) => `<![CDATA[${inner}]]>`),
  list.map((inner) => `<?do ${inner}?>`),
  leaf.map((inner) => `<m:fieldPermissions xmlns:m="urn:m">${inner}<m:y/></m:fieldPermissions>`),
  fc.constant('between'),
);
const broken = fc.oneof(
  brokenText,
  fc.tuple(name, brokenText).map(([tag, inner]) => element(tag, element(tag, inner))),
);
/** Entries that are written alike but for their texts, as most are; here and there one is not. */
const alike = fc
  .tuple(space, name, fc.array(fc.tuple(space, name), { minLength: 1, maxLength: 3 }), space)
  .chain(([before, tag, leaves, last]) => {
    const one = fc
      .array(text, { minLength: leaves.length, maxLength: leaves.length })
      .map((texts) => leaves.map(([gap, inner], index) => gap + element(inner, texts[index] ?? '')))
      .map((inner) => before + element(tag, inner.join('') + last));
    return fc.array(fc.oneof({ weight: 8, arbitrary: one }, list), { minLength: 2, maxLength: 9 });
  })
  .map((entries) => entries.join(''));
const child = fc.oneof(
  { weight: 60, arbitrary: list },
  { weight: 30, arbitrary: leaf },
  { weight: 25, arbitrary: alike },
  { weight: 12, arbitrary: odd },
  { weight: 1, arbitrary: broken },
);
const children = fc.array(fc.tuple(space, child), { maxLength: 12 }).map((all) => all.flat().join(''));

const prolog = fc.constantFrom(
  '',
  '',
  '<?xml version="1.0"?>\n',
  '<?xml version="1.0" standalone="yes"?>\r\n<!-- a > b -->\n',
  '<?xml version="1.1"?>\n',
);
const root = fc.constantFrom(
  ['<Profile xmlns="urn:p">', '</Profile>'],
  ['<Profile>', '</Profile\n>'],
  ['<m:Profile xmlns:m="urn:m"\r\n>', '</m:Profile>'],
);
const epilog = fc.constantFrom('', '', '', '\n', '\r', '\n<!-- end -->\n', ' x', '<a/>', '<b>');
// The first thousand bytes are read at once, to find the encoding: what comes after this is cut anywhere.
const long = fc.constantFrom('', ...Array(4).fill(`<!--${'\r\nlong > <x>'.repeat(80)}-->\n`));
const document = fc
  .tuple(prolog, long, root, children, space, epilog)
  .map(([declared, comment, [open, close], inner, last, after]) =>
    [declared, comment, open, inner, last, close, after].join(''),
  );

const lengths = fc.array(fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 300 })), {
  minLength: 1,
  maxLength: 5,
});

const utf16 = (inner: string) => new Uint8Array(Buffer.from(inner, 'utf16le'));
const encodings: Readonly<Record<string, (inner: string) => Uint8Array>> = {
  'UTF-8': utf8,
  'UTF-8 with a mark': (inner) => utf8(`\uFEFF${inner}`),
  'UTF-16 LE': (inner) => utf16(`\uFEFF${inner}`),
  'UTF-16 BE': (inner) => new Uint8Array(Buffer.from(utf16(`\uFEFF${inner}`)).swap16()),
};

describe('Whatever stands in a document', () => {
  test('it tells what saxes tells of the whole text', () => {
    let wellFormed = 0;
    const property = fc.property(document, lengths, (whole, sizes) => {
      const expected = oracle(whole, wantedNames);
      const told = readAll(pieces(utf8(whole), sizes));
      if (expected === undefined) expect(told.outcome.status).toBe('malformed');
      else expect(told).toEqual(expected);
      if (expected !== undefined) wellFormed += 1;
    });
    fc.assert(property, runsMeeting(property, 250, 20));
    expect(wellFormed).toBeGreaterThan(10);
  });

  test('nothing depends on what is wanted, on plain runs, or on where the bytes are cut', () => {
    fc.assert(
      fc.property(document, lengths, fc.subarray(wantedNames), (whole, sizes, wanted) => {
        const all = readAll([utf8(whole)], { plain: false });
        const entries = all.entries.filter((entry) => wanted.includes(entry.name));
        expect(readAll(pieces(utf8(whole), sizes), { wanted })).toEqual({ ...all, entries });
      }),
      runs(250),
    );
  });

  test.each(Object.keys(encodings))('it tells the same in %s', (encoding) => {
    const encode = encodings[encoding] ?? utf8;
    fc.assert(
      fc.property(document, lengths, (whole, sizes) => {
        const { outcome, ...told } = readAll(pieces(encode(whole), sizes));
        const { outcome: expected, ...plainly } = readAll([utf8(whole)]);
        expect(outcome).toEqual(expected);
        expect(told).toEqual(plainly);
      }),
      runs(100),
    );
  });
});
