import { type Keys, type Rights, withRequired } from './rights.ts';

/** More choices than these are not looked at. */
const mostSteps = 20_000;

/**
 * The lightest rights, with all that they require and with those that are needed anyway, that have one of every core.
 * Null where that would take too long.
 */
export function hittingSet(cores: readonly Keys[], needed: Keys, rights: Rights): Keys | null {
  let best: { readonly keys: Keys; readonly weight: number } | null = null;
  let steps = 0;
  const weightOf = (keys: Keys): number =>
    [...keys].reduce((sum, key) => sum + (rights.get(key)?.weight ?? 0), 0);
  const choose = (keys: Keys): void => {
    steps += 1;
    const weight = weightOf(keys);
    if (steps > mostSteps || (best !== null && weight >= best.weight)) return;
    const [smallest] = cores
      .filter((core) => ![...core].some((key) => keys.has(key)))
      .sort((one, other) => one.size - other.size);
    if (smallest === undefined) {
      best = { keys, weight };
      return;
    }
    const choices = [...smallest]
      .map((key) => new Set([...keys, ...withRequired([key], rights)]))
      .map((larger) => ({ larger, weight: weightOf(larger) }))
      .sort((one, other) => one.weight - other.weight);
    for (const { larger } of choices) choose(larger);
  };
  choose(needed);
  return steps > mostSteps ? null : ((best as { readonly keys: Keys } | null)?.keys ?? null);
}
