import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';

export interface FolderEntry {
  readonly name: string;
  readonly type: 'file' | 'folder' | 'link' | 'other';
}

/** What a path leads to, all links followed; `other` is a pipe, a socket or a device. */
export interface Target {
  readonly type: 'file' | 'folder' | 'other';
  readonly bytes: number;
}

/** What is asked of a disk. Every function throws the system's error, with its code. */
export interface FileSystem {
  /** The entries of a folder, in any order; links are told, not followed. */
  readonly list: (folder: string) => readonly FolderEntry[];
  readonly look: (path: string) => Target;
  /** The path without links in it. */
  readonly realPath: (path: string) => string;
  readonly read: (file: string) => Uint8Array;
}

/** The disk of this machine. Synchronous: for many small questions that is several times as quick. */
export const disk: FileSystem = {
  list: (folder) =>
    readdirSync(folder, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      type: entry.isSymbolicLink() ? 'link' : typeOf(entry),
    })),
  look: (path) => {
    const stats = statSync(path);
    return { type: typeOf(stats), bytes: stats.size };
  },
  realPath: (path) => realpathSync.native(path),
  read: (file) => readFileSync(file),
};

const typeOf = (entry: { isFile: () => boolean; isDirectory: () => boolean }): Target['type'] =>
  entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';

/** The same disk, for one file that may not be there: undefined where no file is. A pipe is never opened. */
export function readIfFile(files: FileSystem, path: string): Uint8Array | undefined {
  try {
    if (files.look(path).type !== 'file') return undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  return files.read(path);
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

export const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '');

/** What the system's error means, in the words of the middle of a sentence. */
export function troubleOf(error: unknown): string {
  const known: Readonly<Record<string, string>> = {
    EACCES: 'permission to open it is missing',
    EPERM: 'permission to open it is missing',
    ENOENT: 'it is not there',
    ENOTDIR: 'it is not there',
    ELOOP: 'its links lead in a circle',
    ENAMETOOLONG: 'its path is longer than the system takes',
  };
  return known[codeOf(error) ?? ''] ?? (error instanceof Error ? error.message : String(error));
}
