import { hittingSet } from './hitting-set.ts';
import { type Keys, type Rights, withoutRights, withRequired } from './rights.ts';

/** Whether a permission set with these rights, and no others, does what it is for. */
export type DoesIt = (keys: Keys) => boolean;

export interface Smallest {
  readonly keys: Keys;
  /** Whether it is proven that none that weighs less does it. */
  readonly proven: boolean;
}

/** More rounds than these are more than one should wait for. */
const mostRounds = 200;

/**
 * The lightest of these rights that do it, all of them doing it. More rights are taken never to do less; where they do
 * (a pack may forbid something), what comes out does it all the same, and none of it can go, but it is not proven to
 * be the lightest.
 *
 * First what nothing can stand in for: rights without which all others together do not do it. Where those are not
 * enough, a minimal hitting set: each time a choice does not do it, it is grown for as long as that stays so, and what
 * is left over is a core of which every choice needs one (Reiter 1987; Liffiton and others, "MARCO", 2016).
 * @param first Rights that are likely to do it: nothing hangs on that but time.
 */
export function smallestSet(rights: Rights, all: Keys, first: Keys, doesIt: DoesIt): Smallest {
  const start = doesIt(first) ? first : all;
  const reduced = irreducible(start, rights, doesIt);
  const needed = withRequired(
    [...reduced].filter((key) => !doesIt(withoutRights(all, new Set([key]), rights))),
    rights,
  );
  if (doesIt(needed)) return tidy(needed, true);
  const cores: Keys[] = [];
  for (let round = 0; round < mostRounds; round += 1) {
    const chosen = hittingSet(cores, needed, rights);
    if (chosen === null) break;
    if (doesIt(chosen)) return tidy(chosen, true);
    cores.push(difference(all, grown(chosen, all, rights, doesIt)));
  }
  return { keys: reduced, proven: false };

  function tidy(keys: Keys, proven: boolean): Smallest {
    const tidied = irreducible(keys, rights, doesIt);
    return { keys: tidied, proven: proven && tidied.size === keys.size };
  }
}

/** What is left when everything has gone that can go: heavy rights first, many at a time where that does. */
export function irreducible(keys: Keys, rights: Rights, doesIt: DoesIt): Keys {
  let left = keys;
  const drop = (some: readonly string[]): void => {
    const there = some.filter((key) => left.has(key));
    if (there.length === 0) return;
    const without = withoutRights(left, new Set(there), rights);
    if (doesIt(without)) left = without;
    else if (there.length > 1) {
      const half = Math.ceil(there.length / 2);
      drop(there.slice(0, half));
      drop(there.slice(half));
    }
  };
  const weight = (key: string): number => rights.get(key)?.weight ?? 0;
  const heavy = [...keys].filter((key) => weight(key) > 1).sort((a, b) => weight(b) - weight(a));
  for (const key of heavy) drop([key]);
  // What others require last: it cannot go before them.
  const requires = (key: string): number => rights.get(key)?.requires.size ?? 0;
  drop([...left].sort((a, b) => requires(b) - requires(a)));
  return left;
}

/** As many rights as can be added without doing it. */
function grown(chosen: Keys, all: Keys, rights: Rights, doesIt: DoesIt): Keys {
  let failing = chosen;
  const add = (some: readonly string[]): void => {
    const more = some.filter((key) => !failing.has(key));
    if (more.length === 0) return;
    const larger = new Set([...failing, ...withRequired(more, rights)]);
    if (!doesIt(larger)) failing = larger;
    else if (more.length > 1) {
      const half = Math.ceil(more.length / 2);
      add(more.slice(0, half));
      add(more.slice(half));
    }
  };
  add([...all]);
  return failing;
}

const difference = (all: Keys, without: Keys): Keys => new Set([...all].filter((key) => !without.has(key)));
