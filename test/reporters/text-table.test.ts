import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/reporters/display-width.ts';
import { painter } from '../../src/reporters/paint.ts';
import { textTable } from '../../src/reporters/text-table.ts';

const plain = painter(false);
const cells = (...texts: readonly string[]) => texts.map((text) => ({ text }));

describe('textTable', () => {
  test('gives each column its widest text and wraps the last', () => {
    const rows = [
      cells('pass', 'api-enabled', 'API Enabled is granted'),
      cells('fail', 'x', 'It is not granted by anything'),
    ];
    expect(textTable(['Verdict', 'Requirement', 'About'], rows, 45, plain)).toEqual([
      'Verdict  Requirement  About',
      'pass     api-enabled  API Enabled is granted',
      'fail     x            It is not granted by',
      '                      anything',
    ]);
  });

  test('stands in line under emoji, wide letters and combining marks', () => {
    const names = ['日本語', '👨‍👩‍👧 🇩🇪', 'नमस्ते', 'e\u0301e\u0301', 'plain'];
    const lines = textTable(
      ['Name', 'X'],
      names.map((name) => cells(name, '|')),
      60,
      plain,
    );
    const columns = lines.slice(1).map((line) => displayWidth(line.slice(0, line.indexOf('|'))));
    expect(new Set(columns)).toEqual(new Set([8]));
  });

  test('puts paragraphs of a cell under each other', () => {
    const lines = textTable(['A', 'B'], [[{ text: 'x' }, { text: ['one', 'two'] }]], 60, plain);
    expect(lines).toEqual(['A  B', 'x  one', '   two']);
  });

  test('shows a short text where the long one takes more than a line', () => {
    const row = (text: string) => [{ text: 'x' }, { text, short: 'a title' }];
    const rows = [row('fits'), row('is much too long for this column')];
    expect(textTable(['A', 'B'], rows, 23, plain).slice(1)).toEqual(['x  fits', 'x  a title']);
  });

  test('shrinks the widest columns where all together are too wide', () => {
    const rows = [cells('a'.repeat(60), 'b'.repeat(60), 'c'.repeat(60))];
    for (const line of textTable(['A', 'B', 'C'], rows, 60, plain)) {
      expect(displayWidth(line)).toBeLessThanOrEqual(60);
    }
  });

  test('paints a text without its padding, and escapes what it is given', () => {
    const [, row] = textTable(
      ['Head', 'Last'],
      [[{ text: '\u001bx', styles: ['red'] }, { text: 'y' }]],
      60,
      painter(true),
    );
    expect(row).toBe('\u001b[31m\\u001bx\u001b[39m  y');
  });

  test('a text that looks like a stand-in is shown as what it is', () => {
    expect(textTable(['A'], [cells('\u{f0000}')], 60, plain)).toEqual(['A', '\\u{f0000}']);
  });
});
