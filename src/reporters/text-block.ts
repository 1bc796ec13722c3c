import type { Location } from '../model/part.ts';
import { displayWidth } from './display-width.ts';
import type { Paint, Style } from './paint.ts';
import { placeText } from './place-text.ts';
import { terminalText } from './terminal-text.ts';
import { wrapText } from './wrap-text.ts';

export interface Paragraph {
  /** Hostile text is welcome: it is escaped here. */
  readonly text: string;
  readonly styles?: readonly Style[];
  /** Stands before the first line; the others are indented as far. Trusted text of our own. */
  readonly label?: string;
  readonly labelStyles?: readonly Style[];
  readonly indent?: number;
  /** Stands before the text, on one line however long it is: half a path opens nowhere. */
  readonly place?: Location;
}

export const labelWidth = 11;

/** A paragraph beside its label, such as `Source:`; without one it stands under the text of the one before. */
export const labelled = (label: string, text: string) => ({
  indent: 2,
  label: (label === '' ? '' : `${label}:`).padEnd(labelWidth),
  text,
});

/** One paragraph as lines of at most `width` columns, a long place apart, the text hanging beside its label. */
export function paragraph(
  { text, styles = [], label = '', labelStyles = ['dim'], indent = 0, place }: Paragraph,
  width: number,
  paint: Paint,
): readonly string[] {
  const margin = ' '.repeat(indent);
  const hanging = ' '.repeat(indent + displayWidth(label));
  const room = width - hanging.length;
  const lines = place === undefined ? wrapText(terminalText(text), room) : placedLines(place, text, room);
  return lines.map(
    (line, index) =>
      `${index === 0 ? margin + paint(label, ...labelStyles) : hanging}${paint(line, ...styles)}`,
  );
}

function placedLines(at: Location, text: string, room: number): readonly string[] {
  const place = terminalText(placeText(at));
  if (text === '') return [place];
  const line = `${place}: ${terminalText(text)}`;
  if (displayWidth(line) <= room) return [line];
  return [`${place}:`, ...wrapText(terminalText(text), room - 2).map((below) => `  ${below}`)];
}
