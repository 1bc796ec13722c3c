import { describe, expect, test } from 'vitest';
import { displayWidth, graphemes } from '../../src/reporters/display-width.ts';

describe('displayWidth', () => {
  test.each([
    ['', 0],
    ['API Only', 8],
    ['Zürich', 6],
    ['Zu\u0308rich', 6],
    ['日本語', 6],
    ['한국어', 6],
    ['ｆｕｌｌ', 8],
    ['עברית', 5],
    ['ไทย', 3],
    ['กำ', 2],
    ['नमस्ते', 4],
    ['👍', 2],
    ['👩🏽‍💻', 2],
    ['👨‍👩‍👧‍👦', 2],
    ['🇩🇪🇫🇷', 4],
    ['❤️', 2],
    ['❤', 1],
    ['1️⃣', 2],
    ['✔ ✖ ? ~', 7],
    ['𠮷', 2],
  ])('%s fills %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  test('a text is as wide as its characters together', () => {
    const text = 'a日👨‍👩‍👧e\u0301';
    expect(graphemes(text).map((each) => each.text)).toEqual(['a', '日', '👨‍👩‍👧', 'e\u0301']);
    expect(graphemes(text).reduce((sum, { width }) => sum + width, 0)).toBe(displayWidth(text));
  });
});
