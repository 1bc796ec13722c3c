import { decideAll } from '../access/decide-access.ts';
import { evaluate } from '../engine/index.ts';
import type { Access } from '../model/access.ts';
import type { Result } from '../model/report.ts';
import type { Situation } from '../model/situation.ts';
import { rules } from '../rules/registry.ts';

/** What every subject can do, and how each requirement stands. */
export interface Judgement {
  readonly situation: Situation;
  readonly accesses: readonly Access[];
  readonly results: readonly Result[];
}

/** Judges a situation as an audit does: the same rooms, the same results. */
export function judge(situation: Situation): Judgement {
  const { snapshot, packs, settings } = situation;
  const accesses = decideAll(snapshot);
  return { situation, accesses, results: evaluate({ packs, settings, accesses, rules }) };
}
