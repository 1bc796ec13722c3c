import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../../src/collector/source/xml/entry.ts';
import { plainRuns } from '../../../../src/collector/source/xml/plain-runs.ts';

const read = (text: string, wanted: readonly string[], from = 0) => {
  const told: Entry[] = [];
  const end = plainRuns(new Set(wanted))(text, from, 1000, (entry) => told.push(structuredClone(entry)));
  return { end, told };
};

describe('A plain run', () => {
  const entries = '\n    <a>true</a>\r\n<b>\n<c>1</c><d></d>\n</b><e></e>';

  test('goes as far as its entries do, wanted or not', () => {
    for (const wanted of [[], ['a'], ['b'], ['a', 'e'], ['x']]) {
      expect(read(`${entries}</Profile>`, wanted).end).toBe(entries.length);
    }
  });

  test('tells what is wanted of it, at its place in the document', () => {
    expect(read(entries, ['b', 'e']).told).toEqual([
      {
        name: 'b',
        text: '',
        start: 1000 + entries.indexOf('<b>'),
        leaves: [
          { name: 'c', text: '1', start: 1000 + entries.indexOf('<c>') },
          { name: 'd', text: '', start: 1000 + entries.indexOf('<d>') },
        ],
      },
      { name: 'e', text: '', start: 1000 + entries.indexOf('<e>'), leaves: [] },
    ]);
  });

  test('tells entries that are written alike, and those that are not, in their order', () => {
    const alike = ['1', '2', '3'].map((n) => `\n <b>\n  <c>${n}</c>\n </b>`).join('');
    const other = '\n <b><c>4</c></b>\n <b>\n  <c>5</c><d>x</d>\n </b>\n <b>\n  <c>6</c>\n </b>';
    const text = alike + other + alike;
    const { told, end } = read(text, ['b']);
    expect(end).toBe(text.length);
    expect(told.map(({ leaves }) => leaves[0]?.text).join('')).toBe('123456123');
    for (const { start, leaves } of told) {
      expect(text.slice(start - 1000, start - 997)).toBe('<b>');
      for (const leaf of leaves) {
        expect(text.slice(leaf.start - 1000)).toMatch(new RegExp(`^<${leaf.name}>${leaf.text}</`));
      }
    }
  });

  test('begins where it is told to, or not at all', () => {
    expect(read(entries, ['b'], entries.indexOf('<b>')).told.length).toBe(1);
    expect(read(entries, ['b'], 2).end).toBe(entries.length);
    expect(read(entries, ['b'], entries.indexOf('true'))).toEqual({ end: entries.indexOf('true'), told: [] });
  });

  test.each([
    ['a comment', '<!-- --><b>2</b>'],
    ['a section', '<b><![CDATA[2]]></b>'],
    ['an instruction', '<?do?><b>2</b>'],
    ['an attribute', '<b c="1">2</b>'],
    ['white space in a tag', '<b >2</b>'],
    ['white space in an end tag', '<b>2</b >'],
    ['an element that closes itself', '<b/>'],
    ['a prefix', '<m:b>2</m:b>'],
    ['a reference', '<b>&amp;</b>'],
    ['a ">"', '<b>]]></b>'],
    ['a line end that is to be normalised', '<b>2\r\n</b>'],
    ['a control character', '<b>\u0008</b>'],
    ['a character that is none', '<b>\uFFFF</b>'],
    ['something deeper', '<b><c><d>2</d></c></b>'],
    ['text beside leaves', '<b>2<c>2</c></b>'],
    ['text between entries', '2<b>2</b>'],
    ['another end tag', '<b>2</c>'],
    ['another end tag of a leaf', '<b><c>2</d></b>'],
    ['another end tag of a list', '<b><c>2</c></d>'],
    ['an entry that is cut off', '<b>2</'],
    ['a list that is cut off', '<b><c>2</c>'],
  ])('ends before %s', (_, odd) => {
    for (const wanted of [[], ['b'], ['a']]) expect(read(`<a>1</a>\n${odd}`, wanted).end).toBe(8);
  });
});
