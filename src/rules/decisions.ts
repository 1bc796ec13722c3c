import type { Decision } from '../model/access.ts';
import type { Gap } from '../model/part.ts';
import type { Outcome } from '../model/rule.ts';

/** The gap of something that no requirement asked for when the snapshot was collected. */
export function notCollected(about: string): Gap {
  return {
    code: 'not-collected',
    message: `${about} was not asked for when the snapshot was collected`,
    mend: 'Collect a new snapshot with the packs it is audited against',
  };
}

/** The decision on something that nobody asked for: unknown, not denied. */
export function undecided(about: string): Decision {
  return { decision: 'unknown', because: [notCollected(about)], nearMisses: [] };
}

/** A decision by its key; one that was never made is unknown. */
export function decisionOn(decisions: Readonly<Record<string, Decision>>, key: string): Decision {
  const decision = Object.hasOwn(decisions, key) ? decisions[key] : undefined;
  return decision ?? undecided(key);
}

const outcomeOf = { granted: 'pass', denied: 'fail', unknown: 'inconclusive' } as const;

/** What a requirement that wants this one granted comes to. */
export function outcomeOn({ decision }: Decision): Outcome {
  return outcomeOf[decision];
}

/** What a requirement that is content with any one of these comes to. None at all is a doubt. */
export function anyOutcome(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('pass')) return 'pass';
  return outcomes.length > 0 && outcomes.every((outcome) => outcome === 'fail') ? 'fail' : 'inconclusive';
}
