import type { Needs } from '../model/needs.ts';
import type { LoadedPack, Settings } from '../model/pack.ts';
import { mergeNeeds } from './merge-needs.ts';
import { type Rules, settle } from './settle.ts';

/**
 * What must be read to evaluate these packs under these settings. Requirements that cannot apply ask for
 * nothing; one that depends on the edition asks for the organization too.
 */
export function needsOf(packs: readonly LoadedPack[], settings: Settings, rules: Rules): Needs {
  return mergeNeeds(
    packs.flatMap((loaded) =>
      loaded.pack.requirements.flatMap((requirement): readonly Needs[] => {
        const settled = settle(loaded, requirement, settings, rules);
        if (settled.status !== 'applies') return [];
        return requirement.when?.edition ? [settled.needs, { organization: true }] : [settled.needs];
      }),
    ),
  );
}
