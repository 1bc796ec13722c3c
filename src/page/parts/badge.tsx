import type { Verdict } from '../../model/report.ts';
import { signOf } from '../../reporters/verdict-signs.ts';

/** A verdict: a sign and a word, since a colour alone tells nobody anything. */
export function Badge({ verdict, waived = false }: { readonly verdict: Verdict; readonly waived?: boolean }) {
  const [sign, word, style] = signOf({ verdict, waived });
  return (
    <span class={`parts-badge parts-badge-${style}`}>
      <span aria-hidden="true">{sign}</span> {word}
    </span>
  );
}
