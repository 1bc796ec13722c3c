import { setImmediate } from 'node:timers/promises';
import type { FileReading } from './files/file-reading.ts';
import { readFile } from './files/read-file.ts';
import type { Interest } from './interest.ts';
import type { MetadataFile } from './project/find-metadata.ts';

/**
 * Reads files one after another, and gives what they say in their order. Between two of them everything else has its
 * turn, so that a signal can stop it.
 * @throws the signal's reason where it was aborted.
 */
export async function readFiles(
  files: readonly MetadataFile[],
  interest: Interest,
  signal?: AbortSignal,
  onRead?: (done: number) => void,
): Promise<readonly FileReading[]> {
  const readings: FileReading[] = [];
  for (const file of files) {
    await setImmediate();
    signal?.throwIfAborted();
    // A copy shares no memory with the text of the file, which would stay in memory with it.
    readings.push(structuredClone(readFile(file, interest)));
    onRead?.(readings.length);
  }
  return readings;
}
