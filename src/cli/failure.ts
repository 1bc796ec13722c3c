import { inspect } from 'node:util';
import { NothingToAudit } from '../engine/index.ts';

/** Something the user can mend: what happened, to which thing, what to do now. */
export class Refusal extends Error {
  readonly exitCode: RefusalCode;
  constructor(exitCode: RefusalCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

/** 2: usage, configuration, pack or waiver file is wrong. 4: what was to be audited could not be read at all. */
export type RefusalCode = 2 | 4;

export const wrongUsage = (message: string): Refusal => new Refusal(2, message);
export const cannotRead = (message: string, cause?: unknown): Refusal => new Refusal(4, message, { cause });

/** A problem in a file, at its place. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** One wrong character can make a thousand lines wrong. */
const mostProblems = 30;

/** Refuses a file for everything that is wrong in it, a line each. */
export function wrongFile(problems: readonly Problem[]): Refusal {
  const lines = problems.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`);
  const more = lines.length - mostProblems;
  return new Refusal(
    2,
    (more > 0 ? [...lines.slice(0, mostProblems), `and ${more} more`] : lines).join('\n'),
  );
}

/** What a failed system call on a file means to the person who named it. */
export function fileTrouble(file: string, error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  const known: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file or folder',
    EACCES: 'permission to open it is missing',
    EEXIST: 'a file of that name is there',
    ENOTDIR: 'a part of its path is a file, not a folder',
    EISDIR: 'it is a folder, not a file',
    ENOSPC: 'the disk is full',
    EROFS: 'the file system is read-only',
  };
  return `${file}: ${known[code ?? ''] ?? (error instanceof Error ? error.message : String(error))}`;
}

/** The words and exit code for whatever ended an audit or a command early. */
export function explainFailure(
  error: unknown,
  verbose: boolean,
): { readonly message: string; readonly exitCode: RefusalCode | 70 } {
  const trace = verbose ? `\n${inspect(error)}` : '';
  if (error instanceof Refusal) return { message: error.message + trace, exitCode: error.exitCode };
  if (error instanceof NothingToAudit) return { message: error.message + trace, exitCode: 2 };
  const what = error instanceof Error ? error.message : String(error);
  const advice = verbose ? '' : ' Run it again with --verbose to see where.';
  return {
    message: `this is a bug in syncgate, please report it: ${what}.${advice}${trace}`,
    exitCode: 70,
  };
}
