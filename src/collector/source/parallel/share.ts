import type { FileReading } from '../files/file-reading.ts';
import { readFile } from '../files/read-file.ts';
import type { Interest } from '../interest.ts';
import type { MetadataFile } from '../project/find-metadata.ts';

/** What several threads read together, each taking the next file that nobody has taken. */
export interface Share {
  /** The largest first, so that none is left over at the end. */
  readonly files: readonly MetadataFile[];
  readonly interest: Interest;
  /** How many are taken: one number, in memory that the threads share. */
  readonly taken: Int32Array;
}

/** A file by its place among those shared, and what it says. */
export interface Read {
  readonly index: number;
  readonly reading: FileReading;
}

/** Takes the next file and reads it; undefined when all are taken. */
export function readNext({ files, interest, taken }: Share): Read | undefined {
  const index = Atomics.add(taken, 0, 1);
  const file = files[index];
  return file && { index, reading: readFile(file, interest) };
}
