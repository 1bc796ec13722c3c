import { displayWidth } from './display-width.ts';
import type { Paint, Style } from './paint.ts';
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
}

export const labelWidth = 11;

/** A paragraph beside its label, such as `Source:`; without one it stands under the text of the one before. */
export const labelled = (label: string, text: string) => ({
  indent: 2,
  label: (label === '' ? '' : `${label}:`).padEnd(labelWidth),
  text,
});

/** One paragraph as lines of at most `width` columns, the text hanging beside its label. */
export function paragraph(
  { text, styles = [], label = '', labelStyles = ['dim'], indent = 0 }: Paragraph,
  width: number,
  paint: Paint,
): readonly string[] {
  const margin = ' '.repeat(indent);
  const hanging = ' '.repeat(indent + displayWidth(label));
  const lines = wrapText(terminalText(text), width - hanging.length);
  return lines.map(
    (line, index) =>
      `${index === 0 ? margin + paint(label, ...labelStyles) : hanging}${paint(line, ...styles)}`,
  );
}
