import { decideAll } from '../access/decide-access.ts';
import { evaluate } from '../engine/index.ts';
import type { Access } from '../model/access.ts';
import type { Result } from '../model/report.ts';
import type { Situation } from '../model/situation.ts';
import { rules } from '../rules/registry.ts';

/** What every subject can do, and how each requirement stands. */
export interface Judgement {
  readonly accesses: readonly Access[];
  readonly results: readonly Result[];
}

/** Judges a situation as an audit does: the same rooms, the same results. */
export function judge({ snapshot, packs, settings }: Situation): Judgement {
  const accesses = decideAll(snapshot);
  return { accesses, results: evaluate({ packs, settings, accesses, rules }) };
}
