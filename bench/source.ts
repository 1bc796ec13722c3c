/** The speed of reading metadata files: the built command as a whole, beside a plain parse of the same files. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeLargeProject } from './large-project.ts';
import { measured, type Use } from './measured.ts';

const plainParse = `
  import { readdirSync, readFileSync } from 'node:fs';
  import { join } from 'node:path';
  import { XMLParser } from 'fast-xml-parser';
  const folder = process.argv[1];
  for (const file of readdirSync(folder)) new XMLParser().parse(readFileSync(join(folder, file)));
`;

/** One core alone, where the system can hold a process to it (Linux): threads on cores that are one share its speed. */
const oneCore: readonly string[] =
  spawnSync('taskset', ['-c', '0', 'true']).status === 0 ? ['taskset', '-c', '0'] : [];

const run = (args: readonly string[], allowed: readonly number[], on: readonly string[] = []): Use =>
  measured(args, { allowed, on });

/** One of the profiles is audited; all files are read. */
const audit = (bin: string, project: string, on: readonly string[] = []): Use =>
  run([bin, 'audit', '--source-dir', project, '--profile', 'Integration 0', '--format', 'json'], [3], on);

/**
 * Rows of the table: for each size the audit, and for the one that is compared a plain parse too.
 * @param sizes how many profiles of 4 MB.
 */
export function sourceFigures(
  bin: string,
  sizes: readonly number[],
  compared: number,
  runs: number,
  temporary: string,
): readonly string[] {
  const figures = sizes.map((profiles) => {
    const project = mkdtempSync(join(temporary, 'project-'));
    try {
      const megabytes = writeLargeProject(project, profiles) / 1e6;
      const all = times(runs, () => audit(bin, project));
      const one = oneCore.length === 0 ? null : times(runs, () => audit(bin, project, oneCore));
      const folder = join(project, 'force-app/main/default/profiles');
      const plain =
        profiles === compared ? run(['--input-type=module', '-e', plainParse, folder], [0]) : null;
      return { megabytes, all, one, plain };
    } finally {
      rmSync(project, { recursive: true, force: true });
    }
  });
  return [
    '| Metadata files | Time | MB/s | MB/s on one core | Memory |',
    '|---|---|---|---|---|',
    ...figures.flatMap(({ megabytes, all, one, plain }) => [
      row(`${megabytes.toFixed(0)} MB, read and audited`, megabytes, all, one),
      ...(plain === null ? [] : [row('the same files parsed by fast-xml-parser', megabytes, plain, plain)]),
    ]),
    ...figures.flatMap(({ all, one, plain }) => (plain === null ? [] : ['', comparison(plain, all, one)])),
  ];
}

/** The median by time. */
function times(runs: number, measure: () => Use): Use {
  const uses = Array.from({ length: runs }, measure).toSorted((a, b) => a.seconds - b.seconds);
  return uses[uses.length >> 1] ?? { seconds: 0, memory: 0 };
}

function row(what: string, megabytes: number, all: Use, one: Use | null): string {
  const onOne = one === null ? '' : (megabytes / one.seconds).toFixed(0);
  return `| ${what} | ${all.seconds.toFixed(2)} s | ${(megabytes / all.seconds).toFixed(0)} | ${onOne} | ${all.memory.toFixed(0)} MB |`;
}

function comparison(plain: Use, all: Use, one: Use | null): string {
  const ratio = (use: Use) => `${(plain.seconds / use.seconds).toFixed(1)}×`;
  const onOne = one === null ? '' : ` (${ratio(one)} on one core)`;
  return `Reading and auditing is ${ratio(all)} as fast as the plain parse${onOne}; the aim is 5×.`;
}
