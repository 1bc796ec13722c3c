import { displayWidth } from './display-width.ts';
import type { Paint, Style } from './paint.ts';
import { terminalText } from './terminal-text.ts';
import { cutText, wrapText } from './wrap-text.ts';

export interface Cell {
  /** Hostile text is welcome: it is escaped here. Several paragraphs stand under each other. */
  readonly text: string | readonly string[];
  readonly styles?: readonly Style[];
  /** Stands there instead, on one line, where the text would take more than one. */
  readonly short?: string;
}

const gap = 2;
const narrowestColumn = 4;
/** How much of the room the last column gets at least, if it needs it. */
const lastShare = 0.45;

/**
 * A table without a frame, at most `width` columns wide, one string a line. The last column takes the room that
 * is left and wraps; the others wrap only where it would be left with too little.
 */
export function textTable(
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
  width: number,
  paint: Paint,
): readonly string[] {
  const head = headings.map((text): Cell => ({ text, styles: ['dim'] }));
  const cells = [head, ...rows].map((row) =>
    row.map(({ text, short, styles = [] }) => ({
      text: safe(text),
      short: short === undefined ? undefined : terminalText(short),
      styles,
    })),
  );
  const natural = headings.map((_, column) =>
    Math.max(...cells.flatMap((row) => row[column]?.text.map(displayWidth) ?? [])),
  );
  const widths = columnWidths(natural, width - gap * (headings.length - 1));
  return cells.flatMap((row) => {
    const columns = row.map(({ text, short, styles }, column) => {
      const columnWidth = widths[column] ?? narrowestColumn;
      const lines = cellLines(text, short, columnWidth);
      return { lines: lines.map((line) => padded(line, columnWidth, styles, paint)), columnWidth };
    });
    const height = Math.max(...columns.map(({ lines }) => lines.length));
    return Array.from({ length: height }, (_, index) =>
      columns
        .map(({ lines, columnWidth }) => lines[index] ?? ' '.repeat(columnWidth))
        .join(' '.repeat(gap))
        .trimEnd(),
    );
  });
}

function cellLines(text: readonly string[], short: string | undefined, width: number): readonly string[] {
  const lines = text.flatMap((paragraph) => wrapText(paragraph, width));
  return short === undefined || lines.length === 1 ? lines : cutText(short, width);
}

/** A line as wide as its column, by our own measure; what fills no column at all is not shown, styled or not. */
function padded(line: string, width: number, styles: readonly Style[], paint: Paint): string {
  const filled = displayWidth(line);
  return (filled === 0 ? '' : paint(line, ...styles)) + ' '.repeat(Math.max(0, width - filled));
}

const safe = (text: Cell['text']): readonly string[] => [text].flat().map(terminalText);

/** Gives each column the width of its content; if that is too much, the last one yields first, then the widest. */
function columnWidths(natural: readonly number[], available: number): readonly number[] {
  const widths = [...natural];
  const last = widths.length - 1;
  const excess = () => widths.reduce((sum, columns) => sum + columns, 0) - available;
  const shrink = (column: number, least: number) => {
    const columns = widths[column] ?? 0;
    widths[column] = Math.max(Math.min(columns, least), columns - Math.max(0, excess()));
  };
  shrink(last, Math.floor(available * lastShare));
  while (excess() > 0) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= narrowestColumn) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}
