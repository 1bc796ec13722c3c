import type { Level, LevelChange, Waiver } from '../model/pack.ts';
import type { Json, Location } from '../model/part.ts';
import type { Path } from './problem.ts';

/** Who would hold what, in metadata files. */
export interface ConfiguredPersona {
  readonly profile?: string;
  readonly permissionSets?: readonly string[];
  readonly permissionSetGroups?: readonly string[];
}

/** Where a secret is: the file that everybody may read never has the secret itself. */
export type SecretSource = { readonly env: string } | { readonly file: string };

/** How to sign in to an org: exactly one of these ways. */
export type ConfiguredSignIn =
  | { readonly accessToken: SecretSource }
  | { readonly clientCredentials: { readonly clientId: string; readonly clientSecret: SecretSource } }
  | {
      readonly jwt: {
        readonly clientId: string;
        readonly username: string;
        readonly privateKey: SecretSource;
        readonly passphrase?: SecretSource;
        readonly audience?: string;
      };
    }
  | {
      readonly refreshToken: {
        readonly clientId: string;
        readonly refreshToken: SecretSource;
        readonly clientSecret?: SecretSource;
      };
    }
  | { readonly sfdxAuthUrl: SecretSource }
  | {
      readonly password: {
        readonly clientId: string;
        readonly clientSecret: SecretSource;
        readonly username: string;
        readonly password: SecretSource;
      };
    };

/** What is asked of a place: what stands with an org wins over what stands for all of them. */
export interface ConfiguredQuestion {
  readonly users?: readonly string[];
  readonly allApiOnly?: boolean;
  /** Ids of packs that come with syncgate, or paths of pack files, relative to the configuration file. */
  readonly packs?: readonly string[];
  readonly variant?: string;
  readonly features?: Readonly<Record<string, boolean>>;
  readonly parameters?: Readonly<Record<string, Json>>;
  readonly fieldNames?: Readonly<Record<string, string>>;
  readonly levels?: Readonly<Record<string, LevelChange>>;
}

/** One org, and how to sign in to it. */
export interface ConfiguredOrg extends ConfiguredQuestion {
  /** Alias or username, as the Salesforce CLI knows it. */
  readonly targetOrg?: string;
  /** The org's address; for OAuth a login host will do. */
  readonly instanceUrl?: string;
  readonly signIn?: ConfiguredSignIn;
  readonly apiVersion?: string;
}

/** What a configuration file says: `schemas/config.schema.json` tells what each part means. */
export interface Configuration extends ConfiguredQuestion {
  /** One of `orgs`, or an org that the Salesforce CLI knows. */
  readonly targetOrg?: string;
  /** By name. */
  readonly orgs?: Readonly<Record<string, ConfiguredOrg>>;
  /** By name. */
  readonly personas?: Readonly<Record<string, ConfiguredPersona>>;
  readonly failOn?: Level;
  readonly allowInconclusive?: boolean;
  readonly waivers?: readonly Waiver[];
  /** Files to write, by format; relative to the configuration file, as are the two below. */
  readonly outputs?: Readonly<Record<string, string>>;
  readonly history?: string;
  readonly baseline?: string;
  readonly failOnNew?: boolean;
  /** How many orgs to audit at a time. */
  readonly concurrency?: number;
}

/** A configuration, and where in its file each part stands: for what only the packs can tell is wrong. */
export interface LoadedConfiguration {
  readonly configuration: Configuration;
  readonly file: string;
  /** Where the value at a path stands, such as `['waivers', 0, 'requirement']`. */
  readonly valueAt: (path: Path) => Location;
  /** Where its key stands, such as that of `['features', 'routing']`. */
  readonly keyAt: (path: Path) => Location;
  /** The last line of the value at a path. */
  readonly lastLineOf: (path: Path) => number;
}
