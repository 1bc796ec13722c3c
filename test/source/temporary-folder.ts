import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Files } from './write-org.ts';

/** Linux keeps a folder in memory: there the small files of a random org cost a tenth of what they do on a disk. */
const inMemory = '/dev/shm';
const place = existsSync(inMemory) ? inMemory : tmpdir();

/** Writes the files into a folder of their own, which is gone when the use of it ends, well or not. */
export async function inTemporaryFolder<T>(files: Files, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(place, 'syncgate-source-'));
  try {
    const folders = new Set([...files.keys()].map((path) => dirname(join(folder, path))));
    for (const each of folders) mkdirSync(each, { recursive: true });
    for (const [path, bytes] of files) writeFileSync(join(folder, path), bytes);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
