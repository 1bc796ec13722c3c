import { realpathSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { dayOf, daysBetween } from '../../plain/days.ts';
import type { World } from '../world.ts';

/** How long a waiver stands there, by git. */
export type WaiverAge =
  /** `atLeast`: the clone does not reach back to where its oldest line was written. */
  | { readonly kind: 'known'; readonly since: string; readonly days: number; readonly atLeast: boolean }
  | { readonly kind: 'not-committed' }
  /** `why` is a clause. */
  | { readonly kind: 'unknown'; readonly why: string };

/** First and last line. */
export type Lines = readonly [number, number];

/** The age of each run of lines of a file: that of its oldest line. Asks git once, and only reads. */
export async function agesOf(
  file: string,
  runs: readonly Lines[],
  world: World,
): Promise<readonly WaiverAge[]> {
  if (runs.length === 0) return [];
  const path = realpathSync(resolve(world.cwd, file));
  const folder = dirname(path);
  const ranges = runs.flatMap(([first, last]) => ['-L', `${first},${last}`]);
  const blame = ['blame', '--line-porcelain', '--no-textconv', ...ranges, '--', basename(path)];
  const blamed = await git(folder, blame, world);
  if ('why' in blamed) return runs.map(() => ({ kind: 'unknown', why: blamed.why }));
  const shallow = await git(folder, ['rev-parse', '--is-shallow-repository'], world);
  const lines = readBlame(blamed.text, 'text' in shallow && shallow.text.trim() === 'true');
  const today = dayOf(world.now().toISOString());
  return runs.map(([first, last]) =>
    ageOf(
      lines.filter(({ line }) => line >= first && line <= last),
      today,
    ),
  );
}

interface BlamedLine {
  readonly line: number;
  /** When it was written, in seconds; null where it is not committed yet. */
  readonly written: number | null;
  readonly atLeast: boolean;
}

/** Reads `git blame --line-porcelain`: a head, the commit's properties, and the line behind a tab. */
function readBlame(text: string, shallow: boolean): readonly BlamedLine[] {
  return text.split(/^\t.*\n?/mu).flatMap((head) => {
    const [, commit = '', line] = /^([0-9a-f]{40,64}) \d+ (\d+)/u.exec(head) ?? [];
    const [, time] = /^author-time (\d+)$/mu.exec(head) ?? [];
    if (line === undefined || time === undefined) return [];
    // Where a clone ends, git takes the last commit it has for the one that wrote the line.
    const atLeast = shallow && /^boundary$/mu.test(head);
    return [{ line: Number(line), written: /^0+$/u.test(commit) ? null : Number(time), atLeast }];
  });
}

function ageOf(lines: readonly BlamedLine[], today: string): WaiverAge {
  if (lines.length === 0) return { kind: 'unknown', why: 'git says nothing of its lines' };
  const committed = lines.flatMap(({ written, atLeast }) => (written === null ? [] : [{ written, atLeast }]));
  const [oldest] = committed.toSorted((a, b) => a.written - b.written);
  if (oldest === undefined) return { kind: 'not-committed' };
  const since = dayOf(new Date(oldest.written * 1000).toISOString());
  return {
    ...{ kind: 'known', since },
    days: Math.max(0, daysBetween(since, today)),
    atLeast: committed.some(({ atLeast }) => atLeast),
  };
}

async function git(
  folder: string,
  args: readonly string[],
  world: World,
): Promise<{ readonly text: string } | { readonly why: string }> {
  const result = await world.run('git', ['-C', folder, ...args]);
  if (result === 'not-found') return { why: 'git was not found' };
  if (result.exitCode === 0) return { text: result.stdout };
  const [line = ''] = result.stderr.split('\n');
  return { why: `git cannot tell: ${line.replace(/^fatal: /u, '') || 'it gave no reason'}` };
}
