import type { Location } from '../model/part.ts';

/** Something wrong in a file, at its place: what was expected, in words. */
export interface Problem extends Location {
  readonly message: string;
}

/** Where the parts of a document stand: keys and indexes from the root, `['waivers', 0, 'expires']`. */
export type Path = readonly (string | number)[];
