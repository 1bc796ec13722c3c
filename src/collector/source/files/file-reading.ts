import type { Location } from '../../../model/part.ts';
import type { Field, ReadingWarning } from '../../../model/snapshot.ts';
import type { MetadataFile } from '../project/find-metadata.ts';
import type { FoundRight } from './rights.ts';

/** What one file says, as far as anybody needs it. Plain data: it travels from whoever reads the files. */
export type FileReading = BrokenFile | ContainerFile | GroupFile | FlowFile | FlowDefinitionFile | FieldsFile;

interface ReadFile {
  readonly of: MetadataFile;
  readonly warnings: readonly ReadingWarning[];
  /** How many warnings more there were than are told. */
  readonly untold: number;
}

/** Something wrong, in a clause, and where. */
export interface Trouble {
  readonly message: string;
  readonly at: Location;
}

/** A file that could not be read, or is not what its name says. */
export interface BrokenFile extends ReadFile {
  readonly kind: 'broken';
  readonly trouble: Trouble;
}

/** A profile, permission set or muting set, or a part of a permission set. */
export interface ContainerFile extends ReadFile {
  readonly kind: 'container';
  readonly at: Location;
  /** Elements that give or take a permission, whether or not anybody needs them. */
  readonly entries: number;
  readonly label: string | null;
  readonly license: string | null;
  /** `<custom>` of a profile; null where it does not say, or not plainly. */
  readonly isCustom: boolean | null;
  readonly sessionBased: boolean;
  readonly grants: readonly FoundRight[];
  readonly denials: readonly FoundRight[];
  /** Entries that may be meant and cannot be told. */
  readonly doubts: readonly Trouble[];
  readonly places: Places;
  readonly objects: readonly ObjectUse[];
  /** It gives View All Data or Modify All Data. */
  readonly seesAllData: boolean;
}

/** What a file says of an object, needed or not, that may be odd. */
export interface ObjectUse {
  readonly object: string;
  readonly givesRead: boolean;
  /** The first field of it that is readable. */
  readonly readableAt: Location | null;
  /** The first entry, where the object is none that is known. */
  readonly strangerAt: Location | null;
}

/** The last entry of each kind; null where there is none. */
export interface Places {
  readonly systemPermissions: Location | null;
  readonly objects: Location | null;
  /** By needed object. */
  readonly fields: Readonly<Record<string, Location>>;
  readonly anyFields: Location | null;
  readonly flows: Location | null;
  /** The root's end tag. */
  readonly end: Location;
}

export interface GroupFile extends ReadFile {
  readonly kind: 'group';
  readonly at: Location;
  readonly label: string | null;
  readonly sessionBased: boolean;
  readonly members: readonly NamedPlace[];
  readonly muting: readonly NamedPlace[];
}

export interface NamedPlace {
  readonly name: string;
  readonly at: Location;
}

export interface FlowFile extends ReadFile {
  readonly kind: 'flow';
  readonly at: Location;
  readonly label: string | null;
  readonly status: string | null;
  readonly processType: string | null;
  readonly triggerType: string | null;
  /** Null: it says neither true nor false. */
  readonly restricted: { readonly value: boolean | null; readonly at: Location | null };
}

export interface FlowDefinitionFile extends ReadFile {
  readonly kind: 'flow-definition';
  readonly at: Location;
  /** 0: no version is active. Null: what it says is no number. */
  readonly activeVersion: number | null;
}

/** Fields of one object, from an object's file or a field's. */
export interface FieldsFile extends ReadFile {
  readonly kind: 'fields';
  readonly object: string;
  readonly fields: readonly Field[];
}
