/** The speed of reading metadata files: the built command as a whole, beside a plain parse of the same files. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeLargeProject } from './large-project.ts';

/** Says at its end what it used; in the process itself, because nobody else is told of a child's. */
const reportUse = `data:text/javascript,${encodeURIComponent(
  'process.on("exit", () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage(); process.stderr.write(["\\nUSED", userCPUTime + systemCPUTime, maxRSS, ""].join(" ")); });',
)}`;

const plainParse = `
  import { readdirSync, readFileSync } from 'node:fs';
  import { join } from 'node:path';
  import { XMLParser } from 'fast-xml-parser';
  const folder = process.argv[1];
  for (const file of readdirSync(folder)) new XMLParser().parse(readFileSync(join(folder, file)));
`;

interface Use {
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** The most memory it held, in MB. */
  readonly memory: number;
}

function run(args: readonly string[], allowed: readonly number[]): Use {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', reportUse, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const seconds = (performance.now() - start) / 1000;
  const [, cpu, rss] = /USED (\d+) (\d+)/.exec(stderr) ?? [];
  if (!allowed.includes(status ?? -1) || cpu === undefined || rss === undefined) {
    throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  }
  return { seconds, cpuSeconds: Number(cpu) / 1e6, memory: Number(rss) / 1024 };
}

/** Two of the profiles are audited; all files are read. */
const audit = (bin: string, project: string): Use =>
  run([bin, 'audit', '--source-dir', project, '--profile', 'Integration 0', '--format', 'json'], [3]);

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
) {
  const rows = sizes.map((profiles) => {
    const project = mkdtempSync(join(temporary, 'project-'));
    try {
      const megabytes = writeLargeProject(project, profiles) / 1e6;
      const uses = Array.from({ length: runs }, () => audit(bin, project));
      const plain =
        profiles === compared
          ? run(
              ['--input-type=module', '-e', plainParse, join(project, 'force-app/main/default/profiles')],
              [0],
            )
          : null;
      return { megabytes, plain, ...best(uses) };
    } finally {
      rmSync(project, { recursive: true, force: true });
    }
  });
  return [
    '| Metadata files | Time | MB/s | MB/s per core used | Memory |',
    '|---|---|---|---|---|',
    ...rows.flatMap(({ megabytes, plain, ...use }) => [
      row(`${megabytes.toFixed(0)} MB, read and audited`, megabytes, use),
      ...(plain === null ? [] : [row('the same files parsed by fast-xml-parser', megabytes, plain)]),
    ]),
    ...rows.flatMap(({ plain, seconds }) =>
      plain === null
        ? []
        : [
            '',
            `Reading and auditing is ${(plain.seconds / seconds).toFixed(1)}× as fast as the plain parse (aim: 5×).`,
          ],
    ),
  ];
}

/** The median by time. */
const best = (uses: readonly Use[]): Use =>
  uses.toSorted((a, b) => a.seconds - b.seconds)[uses.length >> 1] ?? {
    seconds: 0,
    cpuSeconds: 0,
    memory: 0,
  };

const row = (what: string, megabytes: number, { seconds, cpuSeconds, memory }: Use): string =>
  `| ${what} | ${seconds.toFixed(2)} s | ${(megabytes / seconds).toFixed(0)} | ${(megabytes / cpuSeconds).toFixed(0)} | ${memory.toFixed(0)} MB |`;
