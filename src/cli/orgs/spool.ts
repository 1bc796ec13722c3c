import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileTrouble, wrongUsage } from '../failure.ts';

/** Texts set aside in a temporary file, so that a run over any number of orgs holds none of them in memory. */
export interface Spool {
  /** Sets a text aside under a key of its own. */
  add(key: string, text: string): void;
  /** Gives it back; empty where there is none. */
  get(key: string): string;
  /** Takes the file away. */
  close(): void;
}

/**
 * Only its owner can read the file. Its name is taken away at once, so that nothing stays behind however the process
 * ends; Windows, which keeps the name of an open file, has it taken away on closing.
 */
export function createSpool(): Spool {
  const { file, folder } = opened();
  const places = new Map<string, { readonly at: number; readonly bytes: number }>();
  let end = 0;
  return {
    add(key, text) {
      const bytes = Buffer.from(text, 'utf8');
      writeWhole(file, bytes, end);
      places.set(key, { at: end, bytes: bytes.length });
      end += bytes.length;
    },
    get(key) {
      const place = places.get(key);
      return place === undefined ? '' : readWhole(file, place.at, place.bytes).toString('utf8');
    },
    close() {
      closeSync(file);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function opened(): { readonly file: number; readonly folder: string } {
  try {
    const folder = mkdtempSync(join(tmpdir(), 'syncgate-'));
    const file = openSync(join(folder, 'spool'), 'wx+', 0o600);
    if (process.platform !== 'win32') rmSync(folder, { recursive: true, force: true });
    return { file, folder };
  } catch (error) {
    throw wrongUsage(
      `reports cannot be put aside until all orgs are done: ${fileTrouble(tmpdir(), error)}. Set TMPDIR to a folder that can be written to`,
    );
  }
}

/** One call of the system may write less than it was given. */
function writeWhole(file: number, bytes: Buffer, at: number): void {
  let written = 0;
  while (written < bytes.length) {
    written += writeSync(file, bytes, written, bytes.length - written, at + written);
  }
}

function readWhole(file: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const came = readSync(file, bytes, read, length - read, at + read);
    if (came === 0) throw new Error('the temporary file ended early');
    read += came;
  }
  return bytes;
}
