import { terminalText } from '../../reporters/terminal-text.ts';
import { cut } from './cut.ts';

/** Longer is no name. */
const longest = 200;
/** A hint of more is shown by no browser in full. */
const longestHint = 2000;

/**
 * A text from anywhere, a name above all: by itself as to its direction, without anything invisible, and not too long.
 * Where more than a name stands, {@link LongText} has an expander.
 */
export function Names({ text, most = longest }: { readonly text: string; readonly most?: number }) {
  const shown = terminalText(text);
  if (shown.length <= most) return <bdi>{shown}</bdi>;
  return <bdi title={cut(shown, longestHint)}>{cut(shown, most)}</bdi>;
}
