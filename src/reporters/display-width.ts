/** To make one costs as much as the rest of a small report: only text that needs it pays. */
let segmenter: Intl.Segmenter | undefined;

/** Characters that stand for themselves, a column each: ASCII, Latin letters, dashes, our own marks and stand-ins. */
const plain = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u024f\u2013-\u201f\u2026\u2714\u2716\ue000-\uf8ff]*$/;

/** What a reader takes for single characters, and how many columns each one fills. */
export function graphemes(text: string): readonly { readonly text: string; readonly width: number }[] {
  if (plain.test(text)) return Array.from(text, (character) => ({ text: character, width: 1 }));
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => ({
    text: segment,
    width: graphemeWidth(segment),
  }));
}

/** How many terminal columns a text fills. It holds no control characters: `terminalText` saw to that. */
export function displayWidth(text: string): number {
  return plain.test(text) ? text.length : graphemes(text).reduce((sum, { width }) => sum + width, 0);
}

/** Emoji that terminals draw two columns wide: coloured by default, by selector, flags and keycaps. */
const emoji = /\p{Emoji_Presentation}|\p{Regional_Indicator}|\p{Emoji}\u{fe0f}/u;
const widthless = /[\p{Mn}\p{Me}\p{Cf}]/u;

function graphemeWidth(grapheme: string): number {
  if (emoji.test(grapheme)) return 2;
  let width = 0;
  for (const character of grapheme) {
    if (!widthless.test(character)) width += isWide(character.codePointAt(0) ?? 0) ? 2 : 1;
  }
  return width;
}

/**
 * Ranges of East Asian Wide and Fullwidth letters (Unicode Standard Annex 11), emoji apart; blocks that are
 * wide but for a few unassigned places are taken whole.
 */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2630, 0x2637],
  [0x268a, 0x268f],
  [0x2e80, 0x303e],
  [0x3041, 0x3247],
  [0x3250, 0xa4c6],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6b],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18dff],
  [0x1aff0, 0x1b2fb],
  [0x1d300, 0x1d376],
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd],
];

const isWide = (code: number): boolean =>
  code >= 0x1100 && wide.some(([first, last]) => code >= first && code <= last);
