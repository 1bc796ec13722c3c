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
 * @param likely Rights that are likely to do it: nothing hangs on that but time.
 */
export function smallestSet(rights: Rights, all: Keys, likely: Keys, doesIt: DoesIt): Smallest {
  const isLikely = doesIt(likely);
  // Often little is missing beside the likely ones; of those, each is looked at by itself anyway.
  const soon = isLikely ? null : ofNeeded(reduced(all, rights, doesIt, likely)).found;
  if (soon?.proven) return soon;
  const enough = isLikely ? likely : reduced(all, rights, doesIt);
  const { needed, found } = ofNeeded(enough);
  if (found !== null) return found;
  // What is not likely to matter is grown by in one go.
  const growth = [...all].sort((one, other) => Number(likely.has(one)) - Number(likely.has(other)));
  const cores: Keys[] = [];
  for (let round = 0; round < mostRounds; round += 1) {
    const chosen = hittingSet(cores, needed, rights);
    if (chosen === null) break;
    if (doesIt(chosen)) return tidy(chosen, true);
    const failing = grown(chosen, growth, rights, doesIt);
    cores.push(new Set([...all].filter((key) => !failing.has(key))));
  }
  return tidy(enough, false);

  function ofNeeded(some: Keys): { readonly needed: Keys; readonly found: Smallest | null } {
    const needed = neededOf(some, all, rights, doesIt);
    return { needed, found: doesIt(needed) ? tidy(needed, true) : null };
  }

  function tidy(keys: Keys, proven: boolean): Smallest {
    const left = irreducible(keys, rights, doesIt);
    return { keys: left, proven: proven && left.size === keys.size };
  }
}

/** Those of some rights that do it without which even all others do not, with what they require. */
function neededOf(enough: Keys, all: Keys, rights: Rights, doesIt: DoesIt): Keys {
  let needed: Keys = new Set();
  for (const key of dependentsFirst(enough, rights)) {
    if (needed.has(key) || doesIt(withoutRights(all, new Set([key]), rights))) continue;
    needed = new Set([...needed, ...withRequired([key], rights)]);
  }
  return needed;
}

/** What is left when every right has gone, one by one, that can go. */
function irreducible(keys: Keys, rights: Rights, doesIt: DoesIt): Keys {
  return dependentsFirst(keys, rights).reduce((left, key) => {
    if (!left.has(key)) return left;
    const without = withoutRights(left, new Set([key]), rights);
    return doesIt(without) ? without : left;
  }, keys);
}

/** Some of many rights that do it, with those to keep among them: halves go as long as that does it. */
function reduced(keys: Keys, rights: Rights, doesIt: DoesIt, kept: Keys = new Set()): Keys {
  let left = keys;
  const offered = dependentsFirst(keys, rights).filter((key) => !kept.has(key));
  halving(offered, (some) => {
    const there = some.filter((key) => left.has(key));
    if (there.length === 0) return true;
    const without = withoutRights(left, new Set(there), rights);
    if (!doesIt(without)) return false;
    left = without;
    return true;
  });
  return left;
}

/** As many rights as can be added without doing it. */
function grown(chosen: Keys, growth: readonly string[], rights: Rights, doesIt: DoesIt): Keys {
  let failing = chosen;
  halving(growth, (some) => {
    const more = some.filter((key) => !failing.has(key));
    if (more.length === 0) return true;
    const larger = new Set([...failing, ...withRequired(more, rights)]);
    if (doesIt(larger)) return false;
    failing = larger;
    return true;
  });
  return failing;
}

/** Takes all at once; where that does not go, either half by itself, and so on. */
function halving(keys: readonly string[], take: (some: readonly string[]) => boolean): void {
  if (take(keys) || keys.length < 2) return;
  const half = Math.ceil(keys.length / 2);
  halving(keys.slice(0, half), take);
  halving(keys.slice(half), take);
}

/** Heavy ones first, and before what they require: that cannot go earlier. */
function dependentsFirst(keys: Keys, rights: Rights): readonly string[] {
  const rank = (key: string): readonly [number, number] => {
    const right = rights.get(key);
    return [right?.weight ?? 0, right?.requires.size ?? 0];
  };
  return [...keys].sort((one, other) => {
    const [a, b] = [rank(one), rank(other)];
    return b[0] - a[0] || b[1] - a[1];
  });
}
