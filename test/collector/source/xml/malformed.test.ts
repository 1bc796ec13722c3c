import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../runs.ts';
import { pieces, profile, readAll, utf8 } from './read-all.ts';

const documentType = 'declares a document type, which metadata never has; its entities are not read';
const wrongCharacter = 'holds a character that XML does not allow there';
const noElement = 'holds no element';
const textOutside = 'has text outside its root element';

/** What is wrong, the document, and where: "line:column". */
const cases: readonly (readonly [string, string, string, string])[] = [
  ['an empty file', '', noElement, '1:1'],
  ['white space alone', ' \n\n ', noElement, '3:2'],
  ['a comment alone', '<!-- a -->', noElement, '1:11'],
  ['a text alone', '\n  hello', textOutside, '2:3'],
  ['a text before the root', '<?xml version="1.0"?>\n<!-- <a> -->\n x<a/>', textOutside, '3:2'],
  ['a text after the root', '<a></a>\n<?b c?><!-- --> x <!-- -->', textOutside, '2:17'],
  ['a text after a comment of an arrow', '<a></a><!--> --> x', textOutside, '1:18'],
  ['a reference after the root', '<a></a>\n&amp;', textOutside, '2:1'],
  ['a section after the root', '<a></a>\n<![CDATA[ ]]>', textOutside, '2:1'],
  ['two roots', '<a></a>\n<b></b>', 'has a second root element', '2:3'],
  [
    'a root that is open',
    profile('<a>1</a>').replace('</Profile>', '\n'),
    'ends before <Profile> is closed',
    '2:1',
  ],
  ['an entry that is open', '<Profile>\n<a><b>1', 'ends before <b> is closed', '2:8'],
  ['an open comment', '<a></a><!-- ', 'ends in the middle of a tag, a comment or the like', '1:13'],
  ['an open tag', '<Profile', noElement, '1:9'],
  ['another end tag', profile('\n<a>1</b><c>2</c>'), 'has another end tag where </a> is due', '2:5'],
  [
    'an end tag of a leaf at another',
    profile('<a><b>1</a></b>'),
    'has another end tag where </b> is due',
    '1:17',
  ],
  [
    'an end tag of the root too early',
    profile('<a>1</Profile>'),
    'has another end tag where </a> is due',
    '1:14',
  ],
  ['an end tag too many', '<a></a>\n</a>', 'closes </a>, which is not open', '2:4'],
  ['a document type', '\n<!DOCTYPE a>\n<a/>', documentType, '2:1'],
  [
    'a document type after much',
    '<?xml version="1.0"?><!-- -->\n <!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    documentType,
    '2:2',
  ],
  ['a document type within', profile('<!DOCTYPE a>'), documentType, '1:18'],
  [
    'an entity',
    profile('<a>&nbsp;</a>'),
    'uses an entity that XML does not define: write the character itself',
    '1:18',
  ],
  [
    'a reference to no character',
    profile('<a>&#0;</a>'),
    'refers to a character that XML does not have',
    '1:16',
  ],
  ['a section end', profile('<a>]]></a>'), 'has "]]>" in a text: write "]]&gt;"', '1:15'],
  ['a control character', profile('<a>12\u0003</a>'), wrongCharacter, '1:15'],
  ['a form feed between entries', profile('<a>1</a>\r\n\f<a>1</a>'), wrongCharacter, '2:1'],
  ['no character', profile('<a>\uFFFE</a>'), wrongCharacter, '1:13'],
  ['NUL', profile('<a>1</a>\0'), wrongCharacter, '1:18'],
  ['NUL alone', '\0\0\0', wrongCharacter, '1:1'],
  [
    'a "<" in a text',
    profile('<a>1 <\r\n 2</a>'),
    'has a "<" that no tag begins with: write "&lt;" for the character',
    '1:16',
  ],
  [
    'an attribute twice',
    profile('<a b="1" b="2"/>'),
    'is not well-formed XML: duplicate attribute: b',
    '1:25',
  ],
  ['a prefix that is not bound', profile('\n <m:a/>'), 'uses the prefix "m", which no xmlns:m binds', '2:2'],
  [
    'an attribute of such a prefix',
    profile('<a m:b="1"/>'),
    'uses the prefix "m", which no xmlns:m binds',
    '1:10',
  ],
  [
    'a prefix that was bound before',
    profile('<m:a xmlns:m="u"/>\n<m:a/>'),
    'uses the prefix "m", which no xmlns:m binds',
    '2:1',
  ],
  ['a name of two colons', profile('<a xmlns:b="u"><b:c:d/></a>'), 'has the malformed name "b:c:d"', '1:25'],
  ['a name that begins with a colon', profile('<:a/>'), 'has the malformed name ":a"', '1:10'],
  ['a name that ends with a colon', '<xml:></xml:>', 'has the malformed name "xml:"', '1:1'],
  [
    'deep nesting',
    '<a>\n'.repeat(1001),
    'nests elements more than 1000 deep, which no metadata does',
    '1001:1',
  ],
  [
    'a late XML declaration',
    '\n<?xml version="1.0"?><a/>',
    'is not well-formed XML: an XML declaration must be at the start of the document',
    '2:6',
  ],
];

describe('A document is malformed', () => {
  test.each(cases)('with %s', (_, text, message, place) => {
    const { outcome } = readAll([utf8(text)], { wanted: [] });
    const [line, column] = place.split(':').map(Number);
    expect(outcome).toEqual({ status: 'malformed', message, at: { file: 'f.xml', line, column } });
  });

  test('in the same way wherever its bytes are cut, and with plain runs or without', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 });
    // More than the first thousand bytes, which are read at once.
    const before = `<!--${'-> '.repeat(400)}-->\n`;
    fc.assert(
      fc.property(fc.constantFrom(...cases), lengths, fc.boolean(), ([, text], sizes, plain) => {
        const bytes = utf8(text.startsWith('<?xml') ? text : before + text);
        expect(readAll(pieces(bytes, sizes), { plain })).toEqual(readAll([bytes]));
      }),
      runs(400),
    );
  });

  test('and nothing after it is told', () => {
    const { entries, end } = readAll([utf8(profile('<a>1</a><b><a>2</a>&x;</b><a>3</a>'))], {
      wanted: ['a'],
    });
    expect(entries.map(({ text }) => text)).toEqual(['1']);
    expect(end).toEqual([]);
  });

  test.each([
    ['an entry', profile('<a>1</a><a b="">2</b><a>3</a>'), 1],
    ['the root', '<Profile><a>1</a><a b="">2</a></Flow>', 2],
  ])('and what ends with a wrong end tag is not told: %s', (_, text, told) => {
    const { entries, end } = readAll([utf8(text)], { wanted: ['a'] });
    expect({ told: entries.length, end }).toEqual({ told, end: [] });
  });

  test.each([999, 1000])('but not with %i elements in each other', (depth) => {
    const text = '<a>'.repeat(depth) + '</a>'.repeat(depth);
    expect(readAll([utf8(text)]).outcome).toEqual({ status: 'ok' });
  });

  test.each([
    ['a prefix bound further out', '<a xmlns:m="u"><b><m:c m:d="1"><m:e/></m:c></b><m:f/></a>'],
    ['a prefix bound twice', '<a xmlns:m="u"><b xmlns:m="v"/><m:c/></a>'],
    ['the prefix that is always bound', '<a xml:lang="de"><b xml:space="preserve"/></a>'],
  ])('but not with %s', (_, text) => {
    expect(readAll([utf8(text)]).outcome).toEqual({ status: 'ok' });
  });
});
