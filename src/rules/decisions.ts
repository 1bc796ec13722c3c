import type { Decision } from '../model/access.ts';
import type { Gap } from '../model/part.ts';
import type { Outcome } from '../model/rule.ts';

const notCollected = (about: string): Gap => ({
  code: 'not-collected',
  message: `${about} was not asked for when the snapshot was collected`,
  mend: 'collect a new snapshot with the packs it is audited against',
});

/** A decision by its key; one that was never made is unknown, not denied. */
export function decisionOn(decisions: Readonly<Record<string, Decision>>, key: string): Decision {
  return decisions[key] ?? { decision: 'unknown', because: [notCollected(key)], nearMisses: [] };
}

/** What a requirement that wants every one of these granted comes to: one denial fails, one doubt is a doubt. */
export function outcomeOfAll(decisions: readonly Decision[]): Outcome {
  if (decisions.some(({ decision }) => decision === 'denied')) return 'fail';
  return decisions.length > 0 && decisions.every(({ decision }) => decision === 'granted')
    ? 'pass'
    : 'inconclusive';
}

/** What a requirement that is content with any one of these comes to. */
export function outcomeOfAny(decisions: readonly Decision[]): Outcome {
  if (decisions.some(({ decision }) => decision === 'granted')) return 'pass';
  return decisions.length > 0 && decisions.every(({ decision }) => decision === 'denied')
    ? 'fail'
    : 'inconclusive';
}
