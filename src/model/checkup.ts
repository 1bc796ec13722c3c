import type { Level } from './pack.ts';
import type { Gap } from './part.ts';
import type { OrgCost, OrgSource } from './snapshot.ts';

/** What the auditing user can see, held against what the packs need read. `schemas/checkup.schema.json` is its schema. */
export interface Checkup {
  readonly checkupVersion: 1;
  readonly tool: { readonly name: 'syncgate'; readonly version: string };
  readonly org: OrgSource;
  /** When it was so, ISO 8601 UTC, by the org's own clock. */
  readonly checkedAt: string;
  readonly cost: OrgCost;
  readonly auditor: CheckedAuditor;
  /** Every right that an auditor may need, needed by these packs or not. */
  readonly rights: readonly CheckedRight[];
  /** Strong rights that it holds and that these packs do not need. */
  readonly unneeded: readonly UnneededRight[];
  /** Objects whose records it may create, change or delete; null where the org does not tell. */
  readonly changeable: readonly string[] | null;
  /** All else that it holds, by API name. */
  readonly otherPermissions: readonly string[];
  readonly users: CheckedUsers;
  /** What an audit reads, as it was answered just now. */
  readonly reads: readonly CheckedRead[];
  /** How many requirements of the packs may apply. */
  readonly asked: number;
  /** Those that this auditor would leave undecided. */
  readonly requirements: readonly DoubtfulRequirement[];
}

export interface CheckedAuditor {
  /** Null where the org does not tell whose session it is. */
  readonly userId: string | null;
  readonly username: string | null;
}

export interface CheckedRight {
  /** API name, such as `ViewSetup`. */
  readonly permission: string;
  /** What Setup calls it. */
  readonly label: string;
  readonly state: RightState;
  /** Whether these packs ask for something that it shows. */
  readonly needed: boolean;
  /** What it shows: a clause. */
  readonly shows: string;
  /** Where that is documented, or how it is known. */
  readonly source: string;
}

/** `not-told`: the org did not say whether the auditor holds it. It counts as missing. */
export type RightState = 'held' | 'missing' | 'not-told';

export interface UnneededRight {
  readonly permission: string;
  readonly label: string;
  /** What its holder can do: a clause. */
  readonly lets: string;
}

export interface CheckedUsers {
  /** Whom the audit is about, as they were named; none: the auditor itself was read in their place. */
  readonly asked: readonly string[];
  /** Why they could not be seen; null where they could, or nobody was named. */
  readonly hidden: string | null;
}

export interface CheckedRead {
  readonly what: string;
  /** Why it could not be read; null where it was. */
  readonly gap: Gap | null;
}

export interface DoubtfulRequirement {
  readonly pack: string;
  readonly requirement: string;
  readonly title: string;
  readonly level: Level;
  readonly outlook: Outlook;
  /** API names of the rights whose lack leaves it so. */
  readonly missing: readonly string[];
  /** What the org did not tell, beside what those rights explain: sentences. */
  readonly untold: readonly string[];
}

/**
 * `inconclusive`: nobody can be found to meet it, whoever is audited. `may-be-inconclusive`: that depends on the
 * audited user, or on the org.
 */
export type Outlook = 'inconclusive' | 'may-be-inconclusive';
