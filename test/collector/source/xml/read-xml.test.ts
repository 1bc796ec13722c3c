import { describe, expect, test } from 'vitest';
import type { Entry, XmlHandler } from '../../../../src/collector/source/xml/read-xml.ts';
import { readXml } from '../../../../src/collector/source/xml/read-xml.ts';
import { profile, readAll, utf8 } from './read-all.ts';

const entriesOf = (text: string, wanted = ['a']) =>
  readAll([utf8(text)], { wanted }).entries.map(({ name, text: own, leaves }) => ({
    name,
    ...(own !== '' && { text: own }),
    ...(leaves.length > 0 && { leaves: leaves.map((leaf) => `${leaf.name}=${leaf.text}`) }),
  }));

const nothing: XmlHandler = { wanted: new Set(), onRoot: () => undefined, onEntry: () => {} };

describe('An entry', () => {
  test.each<[string, string, object]>([
    ['of text alone has that text', '<a>true</a>', { text: 'true' }],
    ['of nothing has no text', '<a></a>', {}],
    ['that closes itself has no text', '<a />', {}],
    ['keeps the white space around its text', '<a> true\n</a>', { text: ' true\n' }],
    ['has its line ends normalised', '<a>1\r\n2\r3</a>', { text: '1\n2\n3' }],
    ['has its references resolved', '<a>A &amp; B&#33;&#x21;</a>', { text: 'A & B!!' }],
    ['has the text of its sections', '<a>1<![CDATA[<b>2</b>]]>3</a>', { text: '1<b>2</b>3' }],
    ['has the text around a comment', '<a>1<!-- no -->2<?no no?>3</a>', { text: '123' }],
    ['has attributes that say nothing', '<a b="c">1</a>', { text: '1' }],
    ['of leaves has them', '<a>\n<b>1</b>\r\n<c/><b></b>\n</a>', { leaves: ['b=1', 'c=', 'b='] }],
    ['of leaves and text has its leaves alone', '<a>no<b>1</b>no</a>', { leaves: ['b=1'] }],
    ['has leaves that may be named as it is', '<a><a>1</a><a>2</a></a>', { leaves: ['a=1', 'a=2'] }],
    ['has no leaf of what holds elements', '<a><b>1<c>2</c></b><d>3</d></a>', { leaves: ['d=3'] }],
    [
      'has a leaf of text, sections and comments',
      '<a><b>1<!-- --><![CDATA[2]]>&lt;</b></a>',
      { leaves: ['b=12<'] },
    ],
    ['is told without its prefix', '<m:a xmlns:m="urn:m"><m:b>1</m:b></m:a>', { leaves: ['b=1'] }],
  ])('%s', (_, source, expected) => {
    expect(entriesOf(profile(source))).toEqual([{ name: 'a', ...expected }]);
  });

  test.each([
    ['in a comment', '<!-- <a>1</a> -->'],
    ['in a section', '<![CDATA[<a>1</a>]]>'],
    ['in an instruction', '<?do <a>1</a>?>'],
    ['in an attribute', '<b c="&lt;a>1&lt;/a>"/>'],
    ['in another entry', '<b><a>1</a></b>'],
    ['deep in another entry', '<b><b><a>1</a></b></b>'],
    ['of a longer name', '<aa>1</aa><a-b>1</a-b><a.b>1</a.b>'],
    ['of another case', '<A>1</A>'],
  ])('is not told %s', (_, source) => {
    expect(entriesOf(profile(`${source}<a>2</a>\n${source}`))).toEqual([{ name: 'a', text: '2' }]);
  });

  test('is wanted by its name to the letter', () => {
    const source = profile('<a.b>1</a.b><aXb>2</aXb><größe>3</größe>');
    expect(entriesOf(source, ['a.b', 'größe', 'no name'])).toEqual([
      { name: 'a.b', text: '1' },
      { name: 'größe', text: '3' },
    ]);
  });
});

describe('Reading', () => {
  test('tells the root before the entries, without its prefix', () => {
    const order: string[] = [];
    const outcome = readXml('f.xml', [utf8('<m:R xmlns:m="u"><a>1</a></m:R>')], {
      wanted: new Set(['a']),
      onRoot: (root) => void order.push(root),
      onEntry: ({ name }) => order.push(name),
      onEnd: ({ snippet }) => order.push(snippet ?? ''),
    });
    expect({ outcome, order }).toEqual({ outcome: { status: 'ok' }, order: ['R', 'a', '</m:R>'] });
  });

  test('ends where the root is refused', () => {
    const entries: Entry[] = [];
    const outcome = readXml('f.xml', [utf8('<?xml version="1.0"?>\n  <Flow><a>1</a></Flow>')], {
      wanted: new Set(['a']),
      onRoot: (root) => `is a <${root}>`,
      onEntry: (entry) => entries.push(entry),
    });
    const at = { file: 'f.xml', line: 2, column: 3 };
    expect({ outcome, entries }).toEqual({
      outcome: { status: 'malformed', message: 'is a <Flow>', at },
      entries: [],
    });
  });

  test('tells where an empty root stands for its end', () => {
    expect(readAll([utf8('\n<Profile/>')]).end).toEqual([
      { file: 'f.xml', line: 2, column: 1, snippet: '<Profile/>' },
    ]);
  });

  test('lets through what the handler throws, and lets go of the chunks', () => {
    let released = false;
    function* chunks() {
      try {
        yield utf8(profile('<a>1</a>').padEnd(2000));
        yield utf8(' ');
      } finally {
        released = true;
      }
    }
    const onEntry = () => {
      throw new Error('not mine');
    };
    expect(() => readXml('f.xml', chunks(), { ...nothing, wanted: new Set(['a']), onEntry })).toThrow(
      'not mine',
    );
    expect(released).toBe(true);
  });

  test('lets go of the chunks where the document is malformed', () => {
    let released = false;
    function* chunks() {
      try {
        for (let count = 0; count < 10; count += 1) yield utf8('x'.repeat(2000));
      } finally {
        released = true;
      }
    }
    expect(readXml('f.xml', chunks(), nothing).status).toBe('malformed');
    expect(released).toBe(true);
  });

  test('lets through what the chunks throw', () => {
    // biome-ignore lint/correctness/useYield: it fails before it has anything.
    function* chunks(): Generator<Uint8Array> {
      throw new Error('disk on fire');
    }
    expect(() => readXml('f.xml', chunks(), nothing)).toThrow('disk on fire');
  });
});

describe('A snippet', () => {
  const snippetsOf = (source: string) => {
    const { entries } = readAll([utf8(profile(source))], { wanted: ['a'] });
    return entries.flatMap(({ at, leavesAt }) => [at, ...leavesAt].map(({ snippet }) => snippet));
  };

  test.each<[string, string, string[]]>([
    ['is the source of an entry', '<a>true</a><b/>', ['<a>true</a>']],
    ['is as it was written', '<a c="1">A &amp; B</a ><b/>', ['<a c="1">A &amp; B</a >']],
    [
      'is that of a leaf too',
      '<a><b>1</b> <c>2</c> </a>x',
      ['<a><b>1</b> <c>2</c> </a>', '<b>1</b>', '<c>2</c>'],
    ],
    ['ends with the line', '<a>\n<b>1\r\n2</b></a>', ['<a>', '<b>1']],
    ['has at most 500 characters', `<a>${'x'.repeat(600)}</a>`, [`<a>${'x'.repeat(497)}`]],
    ['has no half of a character', `<a>${'x'.repeat(496)}😀</a>`, [`<a>${'x'.repeat(496)}`]],
    ['may have exactly 500', `<a>${'x'.repeat(493)}</a>`, [`<a>${'x'.repeat(493)}</a>`]],
  ])('%s', (_, source, expected) => {
    expect(snippetsOf(source)).toEqual(expected);
  });
});
