import type { Level, Waiver } from '../model/pack.ts';
import type { Json, Location } from '../model/part.ts';
import type { Path } from './problem.ts';

/** Who would hold what, in metadata files. */
export interface ConfiguredPersona {
  readonly profile?: string;
  readonly permissionSets?: readonly string[];
  readonly permissionSetGroups?: readonly string[];
}

/** What a configuration file says: `schemas/config.schema.json` tells what each part means. */
export interface Configuration {
  /** Ids of packs that come with syncgate, or paths of pack files, relative to the configuration file. */
  readonly packs?: readonly string[];
  readonly users?: readonly string[];
  readonly targetOrg?: string;
  /** By name. */
  readonly personas?: Readonly<Record<string, ConfiguredPersona>>;
  readonly variant?: string;
  readonly features?: Readonly<Record<string, boolean>>;
  readonly parameters?: Readonly<Record<string, Json>>;
  readonly fieldNames?: Readonly<Record<string, string>>;
  readonly failOn?: Level;
  readonly allowInconclusive?: boolean;
  readonly waivers?: readonly Waiver[];
}

/** A configuration, and where in its file each part stands: for what only the packs can tell is wrong. */
export interface LoadedConfiguration {
  readonly configuration: Configuration;
  readonly file: string;
  /** Where the value at a path stands, such as `['waivers', 0, 'requirement']`. */
  readonly valueAt: (path: Path) => Location;
  /** Where its key stands, such as that of `['features', 'routing']`. */
  readonly keyAt: (path: Path) => Location;
}
