import type { Decision } from '../../model/access.ts';

/** Whether something is granted; null where it was not asked. */
export function DecisionBadge({ decision }: { readonly decision: Decision['decision'] | null }) {
  const [sign, word, style] = decision === null ? notAsked : signs[decision];
  return (
    <span class={`parts-badge parts-badge-${style}`}>
      <span aria-hidden="true">{sign}</span> {word}
    </span>
  );
}

const signs = {
  granted: ['✔', 'granted', 'green'],
  denied: ['✖', 'denied', 'red'],
  unknown: ['?', 'unknown', 'yellow'],
} as const;

export const notAsked = ['·', 'not asked', 'dim'] as const;
