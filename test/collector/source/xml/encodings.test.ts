import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../runs.ts';
import { pieces, profile, readAll, utf8 } from './read-all.ts';

const declared = (encoding: string, text: string) => `<?xml version="1.0" encoding="${encoding}"?>\n${text}`;
const bytesOf = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  new Uint8Array(
    Buffer.concat(
      parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
    ),
  );
const utf16le = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const utf16be = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16());
const utf32 = (text: string) =>
  new Uint8Array(Uint32Array.from(text, (one) => one.codePointAt(0) ?? 0).buffer);

const textOf = (bytes: Uint8Array) => {
  const { outcome, entries } = readAll([bytes], { wanted: ['a'] });
  expect(outcome).toEqual({ status: 'ok' });
  return entries.map(({ text }) => text).join();
};

describe('A document is read', () => {
  const source = profile('<a>Grüße €😀\uFFFD</a>');
  test.each<[string, Uint8Array]>([
    ['in UTF-8', utf8(source)],
    ['in UTF-8 with a byte order mark', utf8(`\uFEFF${source}`)],
    ['in UTF-8 that it declares', utf8(declared('utf-8', source))],
    ['in UTF-8 that it declares by another name', utf8(declared('UTF8', source))],
    [
      'in UTF-8 with a byte order mark, whatever it declares',
      utf8(`\uFEFF${declared('ISO-8859-1', source)}`),
    ],
    ['in UTF-16 LE', utf16le(`\uFEFF${source}`)],
    ['in UTF-16 BE', utf16be(`\uFEFF${source}`)],
    ['in UTF-16 LE without a mark', utf16le(declared('UTF-16', source))],
    ['in UTF-16 BE without a mark', utf16be(declared('UTF-16', source))],
    ['in UTF-16 that calls itself UTF-8', utf16le(`\uFEFF${declared('UTF-8', source)}`)],
  ])('%s', (_, bytes) => {
    expect(textOf(bytes)).toBe('Grüße €😀\uFFFD');
  });

  test.each<[string, readonly number[], string]>([
    ['ISO-8859-1', [0x47, 0xfc, 0xdf], 'Güß'],
    ['windows-1252', [0x80, 0x99, 0x9f], '€™Ÿ'],
    ['ISO-8859-15', [0xa4], '€'],
    ['Shift_JIS', [0x93, 0xfa, 0x96, 0x7b], '日本'],
    ['EUC-JP', [0xc6, 0xfc, 0xcb, 0xdc], '日本'],
    ['GBK', [0xd6, 0xd0], '中'],
    ['KOI8-R', [0xf0, 0xf2], 'ПР'],
  ])('in %s', (encoding, bytes, expected) => {
    expect(textOf(bytesOf(declared(encoding, '<Profile><a>'), bytes, '</a></Profile>'))).toBe(expected);
  });

  test('with its encoding in any of the ways to write it', () => {
    const declaration = "<?xml\n version = '1.0'\tencoding\n=\r\n'ISO-8859-1' standalone='no' ?>";
    expect(textOf(bytesOf(declaration, '<Profile><a>', [0xfc], '</a></Profile>'))).toBe('ü');
  });

  test.each<[string, Uint8Array]>([
    ['UTF-8', utf8(`${' '.repeat(1001)}${profile('<a>€😀</a>'.repeat(20))}`)],
    ['UTF-16 BE', utf16be(`\uFEFF${' '.repeat(1001)}${profile('<a>€😀</a>'.repeat(20))}`)],
  ])('from pieces in %s that share their memory, and stay as they are', (_, bytes) => {
    function* shared() {
      const memory = new Uint8Array(7);
      for (const piece of pieces(bytes, [7])) {
        memory.set(piece);
        yield memory.subarray(0, piece.length);
        expect(memory.subarray(0, piece.length)).toEqual(piece);
      }
    }
    const { outcome, entries } = readAll(shared(), { wanted: ['a'] });
    expect(outcome).toEqual({ status: 'ok' });
    expect(entries.map(({ text }) => text)).toEqual(Array(20).fill('€😀'));
  });

  test('with a byte order mark that takes no column', () => {
    expect(readAll([utf8('\uFEFF<Profile/>')]).root[0]?.at).toMatchObject({ line: 1, column: 1 });
  });

  test.each(['Shift_JIS', 'ISO-2022-JP'])('in %s, wherever it is cut', (encoding) => {
    const japanese = {
      Shift_JIS: [0x93, 0xfa],
      'ISO-2022-JP': [0x1b, 0x24, 0x42, 0x46, 0x7c, 0x1b, 0x28, 0x42],
    };
    const character = japanese[encoding as keyof typeof japanese];
    const entries = Array(40).fill(['<a>', character, '</a><b>', character, '</b>\n']).flat();
    const comment = `<!--${' '.repeat(1000)}-->`;
    const bytes = bytesOf(declared(encoding, `${comment}<Profile>`), ...entries, '</Profile>');
    const whole = readAll([bytes]);
    expect(whole.entries.map(({ text }) => text).join('')).toBe('日'.repeat(40));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 }), (sizes) => {
        expect(readAll(pieces(bytes, sizes))).toEqual(whole);
      }),
      runs(100),
    );
  });
});

describe('A document is malformed', () => {
  const notOf = (name: string) =>
    `holds bytes that are not ${name}: name its encoding in its first line, or save it as UTF-8`;
  const notUtf8 = notOf('UTF-8');
  const unknown = (name: string) => `names the encoding "${name}", which is not known: save it as UTF-8`;
  const utf32Found = 'is in UTF-32, which is not read: save it as UTF-8';

  test.each<[string, Uint8Array, string, string]>([
    ['with a byte of another encoding', bytesOf('<Profile>\n<a>Gr', [0xfc], 'n</a>'), notUtf8, '2:6'],
    [
      'with such a byte after one that was meant',
      bytesOf('<a>', [0xef, 0xbf, 0xbd, 0xef, 0xbf, 0xbd], 'ab', [0x80]),
      notUtf8,
      '1:8',
    ],
    ['with such a byte in its first place', bytesOf([0x80]), notUtf8, '1:1'],
    ['with a character cut off at its end', bytesOf('<a>\r', [0xe2, 0x82]), notUtf8, '2:1'],
    ['with a surrogate', bytesOf('<a>', [0xed, 0xa0, 0x80], '</a>'), notUtf8, '1:4'],
    ['with a character written too long', bytesOf('<a>', [0xc0, 0x80], '</a>'), notUtf8, '1:4'],
    ['with half a character in UTF-16', utf16le('\uFEFF<a>\n \uD83D</a>'), notOf('UTF-16LE'), '2:2'],
    ['with half a character at its end', utf16be('\uFEFF<a>\uFFFD\uD83D'), notOf('UTF-16BE'), '1:5'],
    ['with half a unit at its end', bytesOf([0xff, 0xfe, 0x3c, 0, 0x61]), notOf('UTF-16LE'), '1:2'],
    [
      'with bytes that Shift_JIS has not',
      bytesOf(declared('Shift_JIS', '<a>'), [0xff, 0xff]),
      notOf('SHIFT_JIS'),
      '2:4',
    ],
    ['with an encoding that nobody knows', utf8(declared('EBCDIC-XX', '<a/>')), unknown('EBCDIC-XX'), '1:1'],
    ['with an encoding of no name', utf8(declared('', '<a/>')), unknown(''), '1:1'],
    [
      'with an encoding that its bytes disprove',
      utf8(declared('UTF-16', '<a/>')),
      'names the encoding "UTF-16", which its bytes are not: name the one it is in, or save it as UTF-8',
      '1:1',
    ],
    ['in UTF-32', utf32('<a/>'), utf32Found, '1:1'],
    ['in UTF-32 with a mark', utf32('\uFEFF<a/>'), utf32Found, '1:1'],
    ['in UTF-32 BE', bytesOf([0, 0, 0, 0x3c]), utf32Found, '1:1'],
    ['in UTF-32 BE with a mark', bytesOf([0, 0, 0xfe, 0xff, 0, 0, 0, 0x3c]), utf32Found, '1:1'],
    ['as a picture', bytesOf([0x89], 'PNG\r\n'), notUtf8, '1:1'],
    [
      'first with what comes first',
      bytesOf('<a></b>', [0x80]),
      'has another end tag where </a> is due',
      '1:4',
    ],
  ])('%s', (_, bytes, message, place) => {
    const [line, column] = place.split(':').map(Number);
    const expected = { status: 'malformed', message, at: { file: 'f.xml', line, column } };
    expect(readAll([bytes], { wanted: [] }).outcome).toEqual(expected);
  });

  const broken = [
    [0xc3],
    [0xe2, 0x82],
    [0xf0, 0x9f, 0x98],
    [0xff],
    [0x80],
    [0xed, 0xa0, 0x80],
    [0xf8, 0x88, 0x80, 0x80, 0x80],
  ];
  const meant = fc.constantFrom('ü', '€', '😀', '\uFFFD', '<a>1</a>', '\r', '\r\n');
  test('at the same place wherever its bytes are cut, with the same told before', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(meant),
        fc.constantFrom(...broken),
        fc.array(meant),
        lengths,
        (before, bytes, after, sizes) => {
          const start = `<Profile><!--${' '.repeat(1000)}-->${before.join('')}`;
          const all = bytesOf([...utf8(start)], bytes, [...utf8(after.join(''))]);
          const whole = readAll([all]);
          const lines = start.split(/\r\n|\r|\n/);
          const at = { file: 'f.xml', line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
          expect(whole.outcome).toEqual({ status: 'malformed', message: notUtf8, at });
          expect(whole.entries.length).toBe(before.filter((one) => one === '<a>1</a>').length);
          expect(readAll(pieces(all, sizes))).toEqual(whole);
        },
      ),
      runs(300),
    );
  });
});
