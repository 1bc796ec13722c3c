import { displayWidth, graphemes } from './display-width.ts';

/**
 * Breaks a text into lines of at most `width` columns: between words, and inside a word only where it alone is
 * wider than a line, never inside a character. An empty text is one empty line.
 */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let filled = 0;
  for (const word of text.split(' ').flatMap((long) => pieces(long, width))) {
    const needed = displayWidth(word);
    if (line !== '' && filled + 1 + needed > width) {
      lines.push(line);
      line = word;
      filled = needed;
    } else {
      filled += needed + (line === '' ? 0 : 1);
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** The text as one line, cut after a word and marked so where it is too long. */
export function cutText(text: string, width: number): readonly [string] {
  const [line = '', ...more] = wrapText(text, width);
  return [more.length === 0 ? line : `${wrapText(text, width - 1)[0]}…`];
}

/** A word as it stands, or cut where it is wider than a line. */
function pieces(word: string, width: number): readonly string[] {
  if (displayWidth(word) <= width) return [word];
  const cut: string[] = [];
  let piece = '';
  let filled = 0;
  for (const grapheme of graphemes(word)) {
    if (filled > 0 && filled + grapheme.width > width) {
      cut.push(piece);
      piece = '';
      filled = 0;
    }
    piece += grapheme.text;
    filled += grapheme.width;
  }
  return [...cut, piece];
}
