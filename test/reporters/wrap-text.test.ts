import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/reporters/display-width.ts';
import { terminalText } from '../../src/reporters/terminal-text.ts';
import { cutText, wrapText } from '../../src/reporters/wrap-text.ts';
import { runs } from '../runs.ts';

describe('wrapText', () => {
  test.each([
    ['fits as it stands', 'one two', 7, ['one two']],
    ['breaks between words', 'one two three', 7, ['one two', 'three']],
    ['breaks a word that is wider than a line', 'abcdefgh', 3, ['abc', 'def', 'gh']],
    ['starts a long word on a line of its own', 'a bcdef', 4, ['a', 'bcde', 'f']],
    ['never breaks a wide character', '日本語', 5, ['日本', '語']],
    ['never breaks an emoji', '👨‍👩‍👧👨‍👩‍👧', 3, ['👨‍👩‍👧', '👨‍👩‍👧']],
    ['keeps an accent with its letter', 'e\u0301e\u0301e\u0301', 2, ['e\u0301e\u0301', 'e\u0301']],
    ['gives one empty line for nothing', '', 10, ['']],
  ])('%s', (_, text, width, lines) => {
    expect(wrapText(text, width)).toEqual(lines);
  });

  test('no line is wider than asked for, and nothing but spaces is lost', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.integer({ min: 2, max: 40 }),
        (hostile, width) => {
          const text = terminalText(hostile);
          const lines = wrapText(text, width);
          for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        },
      ),
      runs(100),
    );
  });

  test.each([
    ['what fits', 'one two', 7, 'one two'],
    ['what is too long after a word', 'one two three', 9, 'one two…'],
    ['a word that is too long', 'abcdefgh', 4, 'abc…'],
    ['before a wide character that would not fit', '日本語', 4, '日…'],
  ])('cutText keeps or cuts %s', (_, text, width, line) => {
    expect(cutText(text, width)).toEqual([line]);
  });
});
