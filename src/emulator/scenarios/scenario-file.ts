import type { OrgDescription } from '../org-description.ts';

/** What a scenario file holds, in one of three forms: a whole org, changes to a built-in one, or a seed. */
export type ScenarioFile = OrgDescription | ExtendingScenario | GeneratedScenario;

export interface ExtendingScenario extends Partial<OrgDescription> {
  readonly extends: string;
  readonly description: string;
}

export interface GeneratedScenario {
  readonly generate: 'large';
  readonly description: string;
  readonly seed: number;
  readonly sizes: OrgSizes;
}

/** How much a generated org holds, what it is made around included. */
export interface OrgSizes {
  readonly permissionSets: number;
  readonly profiles: number;
  readonly users: number;
  /** Over profiles and permission sets; what groups and muting sets repeat comes on top. */
  readonly fieldPermissions: number;
}

/** The scenario file is wrong: the message says which file, where, and what was expected. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
}
