import { scenarioNames } from '../../emulator/scenarios/load-scenario.ts';
import builtIn from '../../generated/built-in-packs.json' with { type: 'json' };
import { rules } from '../../rules/registry.ts';

/** What a shell can offer where a value belongs. */
export interface Offer {
  readonly words: readonly string[];
  readonly paths: 'files' | 'folders' | 'none';
  /** Whether the words are formats, each followed by `=` and a file. */
  readonly assigns?: boolean;
}

const nothing: Offer = { words: [], paths: 'none' };
const files: Offer = { words: [], paths: 'files' };
const folders: Offer = { words: [], paths: 'folders' };

const packs = builtIn.map(({ pack }) => pack);
const idsOf = (named: Readonly<Record<string, unknown>>) => Object.keys(named);
const requirements = packs.flatMap((pack) => pack.requirements.map(({ id }) => id));

/** By the name of an option or positional: those whose values are not told by `choices`. Others offer nothing. */
const known: Readonly<Record<string, () => Offer>> = {
  snapshot: () => files,
  facts: () => files,
  log: () => files,
  config: () => files,
  baseline: () => files,
  file: () => files,
  key: () => files,
  reports: () => files,
  'jwt-public-key': () => files,
  'secret-file': () => files,
  'write-manifest': () => files,
  'source-dir': () => folders,
  'as-permission-set': () => nothing,
  a: () => files,
  b: () => files,
  history: () => folders,
  'write-permission-set': () => folders,
  'output-dir': () => folders,
  label: () => nothing,
  profile: () => nothing,
  persona: () => nothing,
  'changed-since': () => nothing,
  'org-name': () => nothing,
  pack: () => ({ words: packs.map(({ id }) => id), paths: 'files' }),
  variant: () => ({ words: packs.flatMap(({ variants }) => idsOf(variants)), paths: 'none' }),
  'without-feature': () => ({ words: packs.flatMap(({ features }) => idsOf(features)), paths: 'none' }),
  scenario: () => ({ words: scenarioNames(), paths: 'files' }),
  requirement: () => ({ words: requirements, paths: 'none' }),
  name: () => ({ words: [...requirements, ...rules.keys()], paths: 'none' }),
};

/** Whether it is said what a value of this name may be, be it nothing that a shell knows. */
export const isKnown = (name: string): boolean => Object.hasOwn(known, name);

/** What to offer for the option or positional of this name. */
export function offerFor(
  name: string,
  choices: readonly string[] | undefined,
  formats: readonly string[] | undefined,
): Offer {
  if (choices !== undefined) return { words: choices, paths: 'none' };
  // `--output` is FORMAT=FILE beside a `--format`, and a file by itself.
  if (name === 'output') return formats ? { words: formats, paths: 'files', assigns: true } : files;
  return (Object.hasOwn(known, name) ? known[name]?.() : undefined) ?? nothing;
}
