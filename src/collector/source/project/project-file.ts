import { dirname, join } from 'node:path';
import type { Location } from '../../../model/part.ts';
import { type FileSystem, readIfFile, troubleOf } from './file-system.ts';
import { SourceError } from './source-error.ts';

/** What a sfdx-project.json says, as far as it matters here. */
export interface Project {
  /** The folder it stands in, as it is opened. */
  readonly folder: string;
  /** The file, as reports show it. */
  readonly shown: string;
  readonly packages: readonly PackageDirectory[];
  /** Where they are listed, or the start of the file. */
  readonly packagesAt: Location;
  readonly apiVersion: string | null;
  readonly namespace: string | null;
}

export interface PackageDirectory {
  /** As it is written there; undefined where an entry has none. */
  readonly path: string | undefined;
  readonly at: Location;
}

export const projectFile = 'sfdx-project.json';

/**
 * The project that a folder is of: that of its own sfdx-project.json, or of the nearest folder above.
 *
 * @throws SourceError where the file cannot be read or is no JSON.
 */
export function findProject(
  files: FileSystem,
  folder: string,
  shown: (path: string) => string,
): Project | undefined {
  const path = join(folder, projectFile);
  const bytes = readProjectFile(files, path, shown);
  if (bytes !== undefined) return parseProject(new TextDecoder().decode(bytes), folder, shown(path));
  const above = dirname(folder);
  return above === folder ? undefined : findProject(files, above, shown);
}

function readProjectFile(files: FileSystem, path: string, shown: (path: string) => string) {
  try {
    return readIfFile(files, path);
  } catch (error) {
    throw new SourceError(
      'unreadable',
      `${shown(path)} could not be read (${troubleOf(error)}), and it tells which folders hold the metadata. ` +
        'Make it readable, or name the folders themselves outside of the project.',
    );
  }
}

function parseProject(text: string, folder: string, file: string): Project {
  const data = parsed(text, file);
  const { packageDirectories, sourceApiVersion, namespace } = isObject(data) ? data : {};
  const from = Math.max(0, text.indexOf('"packageDirectories"'));
  return {
    folder,
    shown: file,
    packages: Array.isArray(packageDirectories) ? packagesIn(packageDirectories, text, from, file) : [],
    packagesAt: place(text, from, file),
    apiVersion: worded(sourceApiVersion),
    namespace: worded(namespace),
  };
}

function packagesIn(
  listed: readonly unknown[],
  text: string,
  from: number,
  file: string,
): PackageDirectory[] {
  let offset = from;
  return listed.map((entry) => {
    const path = isObject(entry) && typeof entry.path === 'string' ? entry.path : undefined;
    const found = path === undefined ? -1 : text.indexOf(JSON.stringify(path), offset);
    if (found >= 0) offset = found;
    return { path, at: place(text, offset, file) };
  });
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    const { line, column } = place(text, offsetOf(message, text), file);
    const what = message.replace(/(?:,[^,]*| in JSON)? (?:at position .*|is not valid JSON)$/su, '');
    throw new SourceError(
      'usage',
      `${file}:${line}:${column}: is no JSON: ${what}. Mend it: the Salesforce CLI cannot read it either.`,
    );
  }
}

/** V8 tells the offset, or ten characters before and after it, or that the text ends too early. */
function offsetOf(message: string, text: string): number {
  const position = / at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  if (message.includes('end of JSON')) return text.length;
  const context = /, \.\.\."(.*)"(?:\.\.\.)? is not valid JSON$/su.exec(message)?.[1];
  return context === undefined ? 0 : text.indexOf(context) + 10;
}

function place(text: string, offset: number, file: string): Location {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/u);
  return { file, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Empty text says nothing; a version may be written as a number. */
const worded = (value: unknown): string | null => {
  if (typeof value === 'number') return value.toFixed(1);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
};
