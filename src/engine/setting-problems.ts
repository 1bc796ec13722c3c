import type { LoadedPack, Requirement, Settings } from '../model/pack.ts';
import { didYouMean } from '../plain/nearest.ts';
import { shownText } from '../plain/shown-text.ts';
import { nameKey } from '../salesforce/names.ts';
import { sortedUnique } from './order.ts';
import { type Rules, settle } from './settle.ts';

/** Something in the settings that no pack knows. `path` leads to it: `['waivers', 0, 'requirement']`. */
export interface SettingProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/**
 * What is wrong with the settings for these packs: names that no pack knows, and values without which, or
 * with which, a requirement cannot be evaluated. Each is a reason to stop: a switch that is spelt wrong
 * must not silently leave a requirement as it was.
 */
export function settingProblems(
  packs: readonly LoadedPack[],
  settings: Settings,
  rules: Rules,
): readonly SettingProblem[] {
  const names = (of: (pack: LoadedPack['pack']) => object | undefined) =>
    sortedUnique(packs.flatMap(({ pack }) => Object.keys(of(pack) ?? {})));
  const requirements = sortedUnique(packs.flatMap(({ pack }) => pack.requirements.map(({ id }) => id)));
  const features = names(({ features }) => features);
  const variants = names(({ variants }) => variants);
  const parameters = names(({ parameters }) => parameters);
  const { variant } = settings;
  return [
    ...repeatedPacks(packs),
    ...(variant === null ? [] : unknown('variant', ['variant'], variant, variants)),
    ...Object.keys(settings.features).flatMap((name) =>
      unknown('feature', ['features', name], name, features),
    ),
    ...Object.keys(settings.parameters).flatMap((name) =>
      unknown('parameter', ['parameters', name], name, parameters),
    ),
    ...Object.keys(settings.levels).flatMap((name) =>
      unknown('requirement', ['levels', name], name, requirements),
    ),
    ...settings.waivers.flatMap(({ requirement }, index) =>
      unknown('requirement', ['waivers', index, 'requirement'], requirement, requirements),
    ),
    ...unaskedFields(packs, settings, rules),
    ...unsettled(packs, settings, rules),
  ];
}

function unknown(
  kind: string,
  path: SettingProblem['path'],
  name: string,
  known: readonly string[],
): readonly SettingProblem[] {
  if (known.includes(name)) return [];
  return [
    { path, message: `The packs have no ${kind} '${shownText(name)}'${choiceOf(name, known, 'they have')}` },
  ];
}

/** The name that was meant, else all that there are. */
function choiceOf(name: string, known: readonly string[], theyHave: string): string {
  if (known.length === 0) return `; ${theyHave} none.`;
  return didYouMean(name, known) || `; ${theyHave} ${known.join(', ')}.`;
}

function repeatedPacks(packs: readonly LoadedPack[]): readonly SettingProblem[] {
  return packs.flatMap(({ pack, file }, index) => {
    const first = packs.findIndex((other) => other.pack.id === pack.id);
    if (first === index) return [];
    const files = `${packs[first]?.file} and ${file}`;
    return [{ path: ['packs', index], message: `The pack '${pack.id}' is given twice: ${files}.` }];
  });
}

/** Names for fields that no requirement asks for, whatever is switched off. */
function unaskedFields(
  packs: readonly LoadedPack[],
  settings: Settings,
  rules: Rules,
): readonly SettingProblem[] {
  const given = Object.keys(settings.fieldNames);
  if (given.length === 0) return [];
  const asked = packs.flatMap((loaded) =>
    loaded.pack.requirements.flatMap((requirement) => {
      const settled = settle(loaded, always(requirement), settings, rules);
      const fields = settled.status === 'applies' ? (settled.needs.fields ?? []) : [];
      return fields.map(({ object, field }) => `${object}.${field}`);
    }),
  );
  const known = new Set(asked.map(nameKey));
  return given
    .filter((name) => !known.has(nameKey(name)))
    .map((name) => ({
      path: ['fieldNames', name],
      message: `No requirement asks for the field '${shownText(name)}'${choiceOf(name, sortedUnique(asked), 'they ask for')}`,
    }));
}

function always(requirement: Requirement): Requirement {
  const { when: _, ...rest } = requirement;
  return rest;
}

function unsettled(
  packs: readonly LoadedPack[],
  settings: Settings,
  rules: Rules,
): readonly SettingProblem[] {
  return packs.flatMap((loaded) =>
    loaded.pack.requirements.flatMap((requirement) => {
      const settled = settle(loaded, requirement, settings, rules);
      if (settled.status !== 'broken') return [];
      return [
        {
          path: ['parameters'],
          message: `Requirement '${requirement.id}' cannot be evaluated: ${settled.why}.`,
        },
      ];
    }),
  );
}
