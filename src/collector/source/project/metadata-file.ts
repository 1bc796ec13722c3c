import type { Location } from '../../../model/part.ts';

export type MetadataKind =
  | 'profile'
  | 'permission-set'
  | 'permission-set-group'
  | 'muting-permission-set'
  | 'flow'
  | 'flow-definition'
  | 'object'
  | 'field'
  /** A piece of a decomposed permission set, whichever layout: it carries entries of the set its folder is named for. */
  | 'permission-set-part';

export interface MetadataFile {
  /** As reports show it: relative to `cwd` with forward slashes where it is below it, else as found. */
  readonly file: string;
  /** To open it. */
  readonly path: string;
  readonly kind: MetadataKind;
  /**
   * API name, URL-decoded: of the set for its parts; `Account` for an object; `X__c` for a field; `Sync_Account` for
   * `Sync_Account-3.flow` with `version: 3`.
   */
  readonly name: string;
  /** For a field: its object. */
  readonly object?: string;
  /** For a flow of the older layout `Name-3.flow`: 3. */
  readonly version?: number;
  readonly bytes: number;
}

/** What could not be read or was passed over, in words, with the place. */
export interface SourceProblem {
  readonly message: string;
  readonly at: Location;
}

export interface FoundMetadata {
  /** Sorted by `file`. */
  readonly files: readonly MetadataFile[];
  /**
   * `sourceApiVersion` of the project, or `version` of a package.xml of the older format; the lowest, where several
   * say. Null: neither says.
   */
  readonly apiVersion: string | null;
  /** `namespace` of the project; null for none. */
  readonly namespace: string | null;
  /** The files that decided what was found: sfdx-project.json, .forceignore, package.xml. As reports show them, sorted. */
  readonly settings: readonly string[];
  readonly problems: readonly SourceProblem[];
  /** Of the problems those of what could not be opened: nobody knows what it holds. */
  readonly unread: readonly SourceProblem[];
}
