import { expandNeeds } from '../access/expand-needs.ts';
import { evaluate, needsOf } from '../engine/index.ts';
import type { Access } from '../model/access.ts';
import type { Needs } from '../model/needs.ts';
import type { LoadedPack, Settings } from '../model/pack.ts';
import type { Result } from '../model/report.ts';
import { rules } from '../rules/registry.ts';

/** What is asked of a place: which packs, as the user set them. */
export interface Question {
  readonly packs: readonly LoadedPack[];
  readonly settings: Settings;
}

/** Everything that the packs need read, and what deciding it needs beside. */
export const questionNeeds = ({ packs, settings }: Question): Needs =>
  expandNeeds(needsOf(packs, settings, rules));

/** Holds subjects against the packs. */
export const answer = (question: Question, accesses: readonly Access[]): readonly Result[] =>
  evaluate({ ...question, accesses, rules });
