import type { UserSelection } from '../../collector/org/users.ts';
import type { ConfiguredPersona } from '../../config/configuration.ts';
import type { Path } from '../../config/problem.ts';
import type { Level, LevelChange, Waiver } from '../../model/pack.ts';
import type { Json, Location } from '../../model/part.ts';

/** Everything that arguments and configuration can choose, whoever does. */
export interface ChosenValues {
  readonly packs: readonly string[];
  readonly users: UserSelection;
  readonly variant: string;
  readonly features: Readonly<Record<string, boolean>>;
  readonly parameters: Readonly<Record<string, Json>>;
  readonly fieldNames: Readonly<Record<string, string>>;
  readonly levels: Readonly<Record<string, LevelChange>>;
  readonly personas: Readonly<Record<string, ConfiguredPersona>>;
  readonly failOn: Level;
  readonly allowInconclusive: boolean;
  readonly waivers: readonly Waiver[];
  /** `FORMAT=FILE` each. */
  readonly outputs: readonly string[];
  readonly history: string;
  readonly baseline: string;
  readonly failOnNew: boolean;
  readonly concurrency: number;
}

export type ChosenKey = keyof ChosenValues;

/** Where a value comes from. */
export type Origin =
  | { readonly kind: 'argument'; readonly name: string }
  | { readonly kind: 'file'; readonly at: Location }
  | { readonly kind: 'default' };

/** One place that choices come from. What comes first wins; tables are joined, entry by entry. */
export interface Layer {
  readonly values: Partial<ChosenValues>;
  /** `path` leads to a value that the layer has. */
  readonly from: (path: readonly [ChosenKey, ...Path]) => Origin;
  /** It says that not every API-only user is meant, whatever the layers after it say. */
  readonly notAllApiOnly?: boolean;
}

/** Only what is given: a value that is not there lets those of the next layer through. */
export function givenValues(values: { readonly [K in ChosenKey]?: ChosenValues[K] | undefined }) {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<ChosenValues>;
}
