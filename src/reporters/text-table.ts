import Table from 'cli-table3';
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
const noFrame = Object.fromEntries(
  ['top', 'bottom', 'left', 'mid', 'right']
    .flatMap((side) => [side, `${side}-mid`, `${side}-left`, `${side}-right`])
    .concat('middle')
    .map((name) => [name, '']),
);

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
  const standIns = makeStandIns();
  const lines = cells.flatMap((row) => {
    const columns = row.map(({ text, short, styles }, column) =>
      cellLines(text, short, widths[column] ?? narrowestColumn).map((line) =>
        standIns.put(paint(line, ...styles), displayWidth(line)),
      ),
    );
    const height = Math.max(...columns.map((column) => column.length));
    return Array.from({ length: height }, (_, line) => columns.map((column) => column[line] ?? ''));
  });
  return standIns
    .takeOut(layOut(lines, widths))
    .split('\n')
    .map((line) => line.trimEnd());
}

function cellLines(text: readonly string[], short: string | undefined, width: number): readonly string[] {
  const lines = text.flatMap((paragraph) => wrapText(paragraph, width));
  return short === undefined || lines.length === 1 ? lines : cutText(short, width);
}

const most = 100;

/**
 * Each line is a row to cli-table3, and not too many are a table: it takes time by the square of a cell's height
 * and of a table's.
 */
function layOut(lines: readonly (readonly string[])[], widths: readonly number[]): string {
  const tables = Array.from({ length: Math.ceil(lines.length / most) }, (_, part) => {
    const table = new Table({
      chars: noFrame,
      style: { head: [], border: [], 'padding-left': 0, 'padding-right': gap },
      colWidths: widths.map((columns) => columns + gap),
    });
    table.push(...lines.slice(part * most, (part + 1) * most).map((line) => [...line]));
    return table.toString();
  });
  return tables.join('\n');
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

/**
 * cli-table3 measures text by an old table of Unicode, so that its columns go astray on emoji, newer scripts and
 * most combining marks. It is given stand-ins, each as long as the text is wide by our own measure; the text takes
 * their place once the table is laid out. The stand-ins are private-use characters, which `terminalText` lets
 * nobody else bring in; the short ones first, which cli-table3 measures faster.
 */
function makeStandIns() {
  const byText = new Map<string, string>();
  const texts: string[] = [];
  return {
    put(text: string, width: number): string {
      const known = byText.get(text) ?? standIn(texts.length);
      if (!byText.has(text)) {
        byText.set(text, known);
        texts.push(text);
      }
      return known.repeat(width);
    },
    takeOut: (table: string): string =>
      table.replace(/(\p{Co})\1*/gu, (_, found: string) => texts[standInIndex(found)] ?? ''),
  };
}

const shortOnes = 0xf8ff - 0xe000 + 1;

const standIn = (index: number): string =>
  String.fromCodePoint(index < shortOnes ? 0xe000 + index : 0xf0000 + index - shortOnes);

function standInIndex(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0xf0000 ? code - 0xe000 : code - 0xf0000 + shortOnes;
}
