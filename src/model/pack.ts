import type { Json, Location } from './part.ts';
import type { FittingSteps, SetupSteps } from './rule.ts';

/** A vendor's requirements. `schemas/pack.schema.json`, generated from the rules, is its schema. */
export interface Pack {
  readonly $schema?: string;
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly description: string;
  readonly vendor: string;
  readonly sources: Readonly<Record<string, PackSource>>;
  readonly notes?: readonly string[];
  readonly knownMessages?: readonly KnownMessage[];
  readonly features?: Readonly<Record<string, Feature>>;
  readonly variants?: Readonly<Record<string, Variant>>;
  /** JSON Schema of each parameter a user may set, by parameter name. */
  readonly parameters?: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly requirements: readonly Requirement[];
}

/** A page that requirements are taken from. */
export interface PackSource {
  readonly title: string;
  readonly url: string;
  /** The day it was last read and found to say so, YYYY-MM-DD. */
  readonly checked: string;
}

/** A message the vendor's product shows that is no fault, or means something else than it says. */
export interface KnownMessage {
  readonly message: string;
  readonly meaning: string;
  readonly source: string;
}

export interface Feature {
  readonly title: string;
  readonly default: boolean;
}

export interface Variant {
  readonly title: string;
  readonly description: string;
}

export type Level = 'error' | 'warning' | 'note';

export interface Requirement {
  readonly id: string;
  readonly title: string;
  readonly level: Level;
  readonly rule: string;
  /** Options of the rule; a value `{"$parameter": "name"}` is replaced by that parameter. */
  readonly options?: Readonly<Record<string, Json>>;
  /** All of it must hold; absent: always. */
  readonly when?: Condition;
  /** Why this vendor needs it. */
  readonly why: string;
  /** What a failure does to the sync, to follow "the sync would": `not see all accounts`. */
  readonly impact?: string;
  /** This product's own words for the rule's messages. */
  readonly messages?: Readonly<Record<string, string>>;
  /** How to mend it in this product, in place of the rule's own: every failure that `remedies` does not name. */
  readonly remedy?: SetupSteps;
  /** How to mend certain failures; where there is no `remedy`, the others stay with the rule's own. */
  readonly remedies?: readonly FittingSteps[];
  readonly source: RequirementSource;
}

export interface RequirementSource {
  /** A key of the pack's `sources`; absent where syncgate itself asks for it. */
  readonly page?: string;
  readonly section?: string;
  readonly quote?: string;
}

export interface Condition {
  /** `Organization.OrganizationType` is one of these. Unknown edition: the requirement is inconclusive. */
  readonly edition?: readonly string[];
  /** At least one of these features is on. */
  readonly feature?: readonly string[];
  /** None of these variants is chosen. */
  readonly notVariant?: readonly string[];
  /** These parameters have been given a value that is not empty. */
  readonly parameter?: readonly string[];
}

/** What a user chose: everything about a run that the packs leave open. */
export interface Settings {
  readonly variant: string | null;
  readonly features: Readonly<Record<string, boolean>>;
  readonly parameters: Readonly<Record<string, Json>>;
  /** `Object.Field` as the pack names it → the field's API name in this org. */
  readonly fieldNames: Readonly<Record<string, string>>;
  readonly failOn: Level;
  /** By requirement id. */
  readonly levels: Readonly<Record<string, LevelChange>>;
  readonly waivers: readonly Waiver[];
}

/** A decision of the customer that a requirement weighs more or less than its pack says, or nothing at all. */
export interface LevelChange {
  readonly level: Level | 'off';
  readonly reason: string;
  readonly at?: Location;
}

/** A decision of the customer to live with a failure, until a day. It stands beside the verdict, never replaces it. */
export interface Waiver {
  readonly requirement: string;
  /** Username, or the name of a persona; absent: every subject. */
  readonly subject?: string;
  readonly reason: string;
  /** Who answers for it. */
  readonly owner: string;
  /** Last day it holds, YYYY-MM-DD. */
  readonly expires: string;
  readonly at?: Location;
}

/** A pack with the file it came from, and where in it each requirement stands. */
export interface LoadedPack {
  readonly pack: Pack;
  readonly file: string;
  /** By requirement id. */
  readonly locations: Readonly<Record<string, Location>>;
}
