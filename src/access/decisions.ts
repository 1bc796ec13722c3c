import type { Decision, NearMiss, Place } from '../model/access.ts';
import type { Gap } from '../model/part.ts';
import { by, distinctBy } from './order.ts';

/** Nobody gives it, and everything that could was read. */
export function denied(nearMisses: readonly NearMiss[] = [], place?: Place): Decision {
  return { decision: 'denied', nearMisses, ...(place && { place }) };
}

export function unknown(
  gaps: readonly [Gap, ...Gap[]],
  nearMisses: readonly NearMiss[] = [],
  place?: Place,
): Decision {
  const because = distinctBy(gaps, (gap) => JSON.stringify(gap)).toSorted(
    by(
      ({ code }) => code,
      ({ message }) => message,
      (gap) => JSON.stringify(gap),
    ),
  );
  return {
    decision: 'unknown',
    because: because as readonly Gap[] as readonly [Gap, ...Gap[]],
    nearMisses,
    ...(place && { place }),
  };
}

/** A denial that these gaps take the certainty from. Granted stays granted, and without gaps all stays as it is. */
export function doubted(decision: Decision, gaps: readonly Gap[]): Decision {
  const [first, ...rest] = gaps;
  if (first === undefined || decision.decision === 'granted') return decision;
  const known = decision.decision === 'unknown' ? decision.because : [];
  return unknown([first, ...rest, ...known], decision.nearMisses, decision.place);
}

/** Granted where one of the two is, unknown where one of the two might be. */
export function either(one: Decision, other: Decision): Decision {
  if (one.decision === 'granted' && other.decision === 'granted') {
    return { decision: 'granted', grants: [...one.grants, ...other.grants] };
  }
  if (one.decision === 'granted') return one;
  if (other.decision === 'granted') return other;
  const nearMisses = [...one.nearMisses, ...other.nearMisses];
  const gaps = [one, other].flatMap((each) => (each.decision === 'unknown' ? each.because : []));
  return doubted(denied(nearMisses, one.place ?? other.place), gaps);
}

/** Granted where both are, by the grants of both; one denial denies, whatever the other's doubts. */
export function both(one: Decision, other: Decision): Decision {
  if (one.decision === 'granted' && other.decision === 'granted') {
    return { decision: 'granted', grants: [...one.grants, ...other.grants] };
  }
  const open = [one, other].filter((each) => each.decision !== 'granted');
  const nearMisses = open.flatMap((each) => each.nearMisses);
  const place = (open.find(({ decision }) => decision === 'denied') ?? open[0])?.place;
  if (open.some(({ decision }) => decision === 'denied')) return denied(nearMisses, place);
  return doubted(
    denied(nearMisses, place),
    open.flatMap((each) => (each.decision === 'unknown' ? each.because : [])),
  );
}
