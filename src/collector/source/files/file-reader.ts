import type { Location } from '../../../model/part.ts';
import type { Entry } from '../xml/read-xml.ts';
import type { FileReading } from './file-reading.ts';

/** Reads metadata of one kind out of its document. */
export interface FileReader<R extends FileReading = FileReading> {
  /** Names that the root may have; the first is what it should be. */
  readonly roots: readonly string[];
  /** Children of the root that are told. */
  readonly wanted: ReadonlySet<string>;
  readonly onEntry: (entry: Entry, locate: (start: number) => Location) => void;
  /** @param root its name; `at` and `end` its tags. */
  readonly result: (root: string, at: Location, end: Location) => R;
}
