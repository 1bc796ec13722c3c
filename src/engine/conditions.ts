import type { Condition, Pack, Settings } from '../model/pack.ts';
import type { Gap, Json, Part } from '../model/part.ts';
import type { Organization } from '../model/snapshot.ts';
import { eitherOf, listed } from '../plain/lists.ts';
import { isKnownEdition } from '../salesforce/editions.ts';
import { isEmpty } from './parameters.ts';

/** What became of a condition: it holds; it does not, in words; or it could not be known whether it does. */
export type ConditionOutcome =
  | { readonly holds: true }
  | { readonly holds: false; readonly because: string }
  | { readonly holds: 'unknown'; readonly gap: Gap };

const holds: ConditionOutcome = { holds: true };

/** Whether each feature of a pack is on: as the user says, else as the pack does. */
export const isOn = (pack: Pack, settings: Settings, feature: string): boolean =>
  Object.hasOwn(settings.features, feature)
    ? settings.features[feature] === true
    : pack.features?.[feature]?.default === true;

/** The part of a condition that depends on what the user chose alone, and so is known before anything is read. */
export function chosenCondition(
  pack: Pack,
  when: Condition,
  settings: Settings,
  values: ReadonlyMap<string, Json>,
): ConditionOutcome {
  const { variant } = settings;
  if (variant !== null && when.notVariant?.includes(variant)) {
    return { holds: false, because: `the variant '${variant}' is chosen` };
  }
  if (when.feature && !when.feature.some((feature) => isOn(pack, settings, feature))) {
    return { holds: false, because: offFeatures(pack, when.feature) };
  }
  const empty = when.parameter?.find((name) => isEmpty(values.get(name)));
  if (empty !== undefined) return { holds: false, because: `the parameter '${empty}' has no value` };
  return holds;
}

/** The part that depends on the org: unknown where its edition could not be read, or nobody knows it. */
export function editionCondition(
  editions: readonly string[] | undefined,
  organization: Part<Organization>,
): ConditionOutcome {
  if (editions === undefined) return holds;
  if (organization.status === 'unavailable') return { holds: 'unknown', gap: organization.reason };
  const { edition } = organization.value;
  if (editions.includes(edition)) return holds;
  const asked = eitherOf(editions);
  if (isKnownEdition(edition)) {
    return { holds: false, because: `the org is ${edition}, and only ${asked} is asked this` };
  }
  return {
    holds: 'unknown',
    gap: {
      code: 'undocumented',
      message: `the org calls its edition '${edition}', which is not documented, and only ${asked} is asked this`,
      mend: 'check this requirement by hand, or ask the vendor whether it holds for that edition',
    },
  };
}

function offFeatures(pack: Pack, features: readonly string[]): string {
  const titles = features.map((feature) => `'${pack.features?.[feature]?.title ?? feature}'`);
  return titles.length === 1 ? `the feature ${titles[0]} is off` : `the features ${listed(titles)} are off`;
}
