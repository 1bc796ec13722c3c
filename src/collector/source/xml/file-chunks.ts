import { closeSync, openSync, readSync } from 'node:fs';

/**
 * The bytes of a file, a piece at a time, so that a file of any size takes no more memory than a piece. Each
 * piece is good until the next one is asked for: they share their memory. Throws the system's error where the
 * file cannot be opened or read; the file is closed however the reading ends.
 */
export function* fileChunks(path: string, size = 65_536): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    const buffer = new Uint8Array(size);
    for (;;) {
      const length = readSync(file, buffer);
      if (length === 0) return;
      yield buffer.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}
