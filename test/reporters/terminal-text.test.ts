import { describe, expect, test } from 'vitest';
import { terminalText } from '../../src/reporters/terminal-text.ts';

describe('terminalText', () => {
  test.each([
    ['plain text stays', "Profile 'API Only' (50%)", "Profile 'API Only' (50%)"],
    ['letters of any script stay', 'Zürich 日本語 עברית हिन्दी ไทย', 'Zürich 日本語 עברית हिन्दी ไทย'],
    ['an escape sequence is shown', '\u001b[2J\u001b]0;x\u0007', '\\u001b[2J\\u001b]0;x\\u0007'],
    ['so is an eight-bit control', '\u009b31m', '\\u009b31m'],
    ['line breaks and tabs are shown short', 'a\r\n\tb', 'a\\r\\n\\tb'],
    ['other line breaks too', 'a\u2028b\u0085c', 'a\\u2028b\\u0085c'],
    ['a turned reading direction is shown', 'a\u202egnp.exe\u2069', 'a\\u202egnp.exe\\u2069'],
    ['invisible characters are shown', 'Sync\u200b Ext\u00adras\ufeff', 'Sync\\u200b Ext\\u00adras\\ufeff'],
    ['invisible letters are shown', '\u3164\u115f', '\\u3164\\u115f'],
    ['a tag character is shown by its code point', 'a\u{e0041}', 'a\\u{e0041}'],
    ['half a character is shown', 'a\ud800b', 'a\\ud800b'],
    ['a private character is shown', 'a\ue000\u{f0000}', 'a\\ue000\\u{f0000}'],
    ['an emoji family stays together', '👨‍👩‍👧 🏳️‍🌈 👩🏽‍💻', '👨‍👩‍👧 🏳️‍🌈 👩🏽‍💻'],
    ['a heart and a keycap keep their selector', '❤️ 1️⃣', '❤️ 1️⃣'],
    ['a joiner between letters is shown', 'a\u200db', 'a\\u200db'],
    ['a selector after a letter is shown', 'a\ufe0f', 'a\\ufe0f'],
    ['a second selector is shown', '❤\ufe0f\ufe0f', '❤\ufe0f\\ufe0f'],
    ['marks do not pile up', `e${'\u0301'.repeat(6)}`, `e${'\u0301'.repeat(4)}\\u0301\\u0301`],
  ])('%s', (_, text, shown) => {
    expect(terminalText(text)).toBe(shown);
  });
});
