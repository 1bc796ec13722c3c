import type { LoadedPack, Requirement, Settings } from '../../src/model/pack.ts';
import type { Situation } from '../../src/model/situation.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { planRemedy, proveRemedy, type Remedy, type RemedyWishes } from '../../src/remedy/index.ts';
import { userId } from '../access/org-parts.ts';

export const settings: Settings = {
  ...{ variant: null, features: {}, parameters: {}, fieldNames: {} },
  ...{ failOn: 'error', levels: {}, waivers: [] },
};

/** A requirement as short as it can be said: its rule is its id where none is given. */
export const requirement = (rule: string, options: Requirement['options'] = {}, id = rule): Requirement => ({
  ...{ id, title: id, level: 'error', rule, options, why: 'It is asked for.', source: {} },
});

export function packOf(requirements: readonly Requirement[]): LoadedPack {
  const pack = {
    ...{ id: 'test', version: '1.0.0', title: 'Test', description: 'Test', vendor: 'Test' },
    ...{ sources: {}, requirements },
  };
  return { pack, file: 'test.json', locations: {} };
}

export const situationOf = (
  snapshot: Snapshot,
  requirements: readonly Requirement[],
  different: Partial<Settings> = {},
): Situation => ({ snapshot, packs: [packOf(requirements)], settings: { ...settings, ...different } });

export const wishes: RemedyWishes = {
  ...{ name: 'Mend', label: 'Mend', description: '', newSet: false, includeDoubts: false },
};

/** Plans, and proves what was planned. */
export function remedyFor(situation: Situation, different: Partial<RemedyWishes> = {}): Remedy {
  const remedy = planRemedy(
    situation,
    userId,
    { ...wishes, ...different },
    { name: 'syncgate', version: '0' },
  );
  proveRemedy(situation, remedy);
  return remedy;
}

/** What the new set of a plan holds, in words. */
export const rightsIn = ({ plan }: Remedy): readonly string[] =>
  (plan.set?.entries ?? []).map(({ text }) => text);
