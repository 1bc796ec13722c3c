import { terminalText } from '../../reporters/terminal-text.ts';

const most = 200;

export interface NamesProps {
  readonly text: string;
  /** Whether the whole of a long one can be unfolded: not inside of what can be pressed. */
  readonly unfolds?: boolean;
}

/** A text with names of an org in it: isolated, with all that is invisible shown, and cut where it is long. */
export function Names({ text, unfolds = false }: NamesProps) {
  const whole = terminalText(text);
  const letters = whole.length > most ? Array.from(whole) : [];
  if (letters.length <= most) return <bdi>{whole}</bdi>;
  const cut = `${letters.slice(0, most).join('')}…`;
  if (!unfolds) return <bdi title={whole}>{cut}</bdi>;
  return (
    <details class="parts-names">
      <summary>
        <bdi>{cut}</bdi>
      </summary>
      <bdi>{whole}</bdi>
    </details>
  );
}
