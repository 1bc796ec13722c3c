import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import type { HistoryRecord } from '../model/history.ts';
import { foldedJsonText, inKeyOrder } from '../reporters/json-text.ts';
import { cannotRead, fileTrouble, wrongUsage } from './failure.ts';
import type { World } from './world.ts';

/** A record as it is written: keys sorted, so that the same one is the same bytes. */
export const recordText = (record: HistoryRecord): string => foldedJsonText(inKeyOrder(record, {}));

/**
 * Time, place and a digest of the text: sorted by name, records are sorted by time, and no two different ones have one
 * name. Of letters, digits, dots and dashes alone, so that every file system takes it.
 */
export function recordName({ collectedAt, place }: HistoryRecord, digest: string): string {
  const time = collectedAt.replace(/\.\d+/u, '').replaceAll(':', '');
  const name = place.name.replace(/[^A-Za-z0-9._-]+/gu, '-').slice(0, 60);
  return `${time}-${name}-${digest}.json`;
}

/**
 * Writes a record into a folder, which is made where it is missing, and gives its path. The same record is the same
 * file; a file that is there is never written over, and half a record never seen.
 */
export function writeRecord(folder: string, record: HistoryRecord, world: World): string {
  const text = recordText(record);
  const digest = createHash('sha256').update(text).digest('hex');
  const into = resolve(world.cwd, folder);
  try {
    mkdirSync(into, { recursive: true });
    // The short name is free, or this very record's, unless somebody edited a file.
    for (const length of [8, 64]) {
      const path = join(into, recordName(record, digest.slice(0, length)));
      if (putOnce(path, text)) return path;
    }
  } catch (error) {
    throw wrongUsage(
      `the run could not be added to the history: cannot write ${fileTrouble(folder, error)}. Name another folder with --history, or mend this one`,
    );
  }
  throw wrongUsage(
    `the run could not be added to the history: ${folder} has other files under its name. Name another folder with --history`,
  );
}

/** Whether the file has this text now: put there, or found. False where another one has its name. */
function putOnce(path: string, text: string): boolean {
  if (existsSync(path)) return readFileSync(path, 'utf8') === text;
  const unfinished = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(unfinished, text, { flag: 'wx' });
    renameSync(unfinished, path);
    return true;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

export interface ReadHistory {
  readonly records: readonly HistoryRecord[];
  /** Files that are no records of this version, and why: a sentence each. */
  readonly skipped: readonly string[];
}

/** No record comes near it; a file that does is not read to the end. */
const mostBytes = 32_000_000;

/** Reads every record of a folder. What is no JSON file by its name is left alone. */
export async function readHistory(folder: string, world: World): Promise<ReadHistory> {
  const { validateHistory } = await import('../generated/validate-history.js');
  const path = resolve(world.cwd, folder);
  const records: HistoryRecord[] = [];
  const skipped: string[] = [];
  for (const name of namesIn(folder, path)) {
    const read = readRecord(join(path, name), validateHistory);
    if ('record' in read) records.push(read.record);
    else skipped.push(`${join(folder, name)} was left out: ${read.problem}.`);
  }
  return { records, skipped };
}

/**
 * Reads one record.
 *
 * @throws Refusal (4) where the file is none.
 */
export async function readRecordFile(file: string, world: World): Promise<HistoryRecord> {
  const { validateHistory } = await import('../generated/validate-history.js');
  const read = readRecord(resolve(world.cwd, file), validateHistory);
  if ('record' in read) return read.record;
  throw cannotRead(`${file} cannot be compared: ${read.problem}. Name another record, or a snapshot`);
}

function namesIn(folder: string, path: string): readonly string[] {
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory() && /^[^.].*\.json$/iu.test(entry.name))
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    const message = `${fileTrouble(folder, error)}. \`syncgate audit --history ${folder}\` writes a history`;
    const isThere = (error as NodeJS.ErrnoException).code === 'EACCES';
    throw isThere ? cannotRead(message) : wrongUsage(message);
  }
}

type Validate = {
  (data: unknown): boolean;
  errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null;
};

function readRecord(
  path: string,
  validate: Validate,
): { readonly record: HistoryRecord } | { readonly problem: string } {
  try {
    if (statSync(path).size > mostBytes) return { problem: 'it is too large to be a record' };
    const data: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const version = (data as { readonly historyVersion?: unknown } | null)?.historyVersion;
    if (version === undefined) return { problem: 'it is no record of a run' };
    if (version !== 1) {
      return {
        problem: `it has history version ${JSON.stringify(version)}, and this syncgate reads version 1`,
      };
    }
    if (validate(data)) return { record: data as HistoryRecord };
    const [first] = validate.errors ?? [];
    return {
      problem: `it is broken: ${first?.instancePath || 'it'} ${first?.message ?? 'does not follow the schema'}`,
    };
  } catch (error) {
    if (error instanceof SyntaxError) return { problem: 'it is not JSON' };
    return { problem: fileTrouble(path, error).replace(`${path}: `, '') };
  }
}
