import type { Needs } from '../model/needs.ts';
import type { Level, LoadedPack, Requirement, Settings } from '../model/pack.ts';
import { levelChangeOf, type Rules, settle } from './settle.ts';

/** A requirement as the settings leave it. */
export interface SettledRequirement {
  readonly pack: string;
  readonly requirement: Requirement;
  readonly level: Level;
  /** What it needs read; null where it cannot apply, or cannot be evaluated. */
  readonly needs: Needs | null;
}

/** Every requirement of the packs with what it needs read under these settings. */
export const askedRequirements = (
  packs: readonly LoadedPack[],
  settings: Settings,
  rules: Rules,
): readonly SettledRequirement[] =>
  packs.flatMap((loaded) =>
    loaded.pack.requirements.map((requirement) => {
      const settled = settle(loaded, requirement, settings, rules);
      const change = levelChangeOf(requirement, settings)?.level;
      return {
        pack: loaded.pack.id,
        requirement,
        level: change === undefined || change === 'off' ? requirement.level : change,
        needs: settled.status === 'applies' ? settled.needs : null,
      };
    }),
  );
