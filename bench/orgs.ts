/** What a run over many orgs takes, whole and in four shards, and that both come to the same bytes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { measured, type Use } from './measured.ts';

interface Org {
  readonly instanceUrl: string;
  readonly accessToken: string;
  readonly users: readonly string[];
}

const shards = 4;
const formats = ['json', 'sarif', 'junit'] as const;

/** Rows of the table: for each number of orgs one run, then four shards of it, and the joining of those. */
export async function orgsFigures(
  bin: string,
  counts: readonly number[],
  temporary: string,
): Promise<readonly string[]> {
  const rows: string[] = [];
  for (const count of counts) {
    const [server, orgs] = await emulated(count);
    try {
      rows.push(...figuresOf(resolve(bin), orgs, join(temporary, `orgs-${count}`)));
    } finally {
      server.kill();
    }
  }
  return ['| Orgs | Time | Orgs a second | Memory |', '|---|---|---|---|', ...rows];
}

async function emulated(count: number): Promise<readonly [ChildProcess, readonly Org[]]> {
  const server = spawn(process.execPath, ['bench/emulated-orgs.ts', String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface(server.stdout), 'line');
  return [server, JSON.parse(line) as Org[]];
}

/** A configuration of all orgs, and their tokens in the environment. */
function configure(orgs: readonly Org[], folder: string): NodeJS.ProcessEnv {
  const configured = orgs.map(({ instanceUrl, users }, index) => [
    `org-${index + 1}`,
    { instanceUrl, users, signIn: { accessToken: { env: `TOKEN_${index + 1}` } } },
  ]);
  mkdirSync(folder);
  const file = join(folder, 'syncgate.config.json');
  writeFileSync(file, JSON.stringify({ orgs: Object.fromEntries(configured) }));
  const tokens = orgs.map(({ accessToken }, index) => [`TOKEN_${index + 1}`, accessToken]);
  return { ...process.env, ...Object.fromEntries(tokens) };
}

function figuresOf(bin: string, orgs: readonly Org[], folder: string): readonly string[] {
  const env = configure(orgs, folder);
  const surroundings = { allowed: [0, 1, 3, 4], env, cwd: folder };
  const outputs = (name: string) => formats.flatMap((format) => ['--output', `${format}=${name}.${format}`]);
  const audit = (name: string, ...more: readonly string[]): Use =>
    measured([bin, 'audit', '--all-orgs', '--quiet', ...outputs(name), ...more], surroundings);
  const whole = audit('whole');
  const parts = Array.from({ length: shards }, (_, index) =>
    audit(`part-${index + 1}`, '--shard', `${index + 1}/${shards}`),
  );
  const merges = formats.map((format) => {
    // Whatever order the shards come in.
    const files = parts.map((_, index) => `part-${index + 1}.${format}`).toReversed();
    const merged = measured(
      [bin, 'merge', ...files, '--quiet', '--output', `${format}=merged.${format}`],
      surroundings,
    );
    const [one, joined] = ['whole', 'merged'].map((name) => readFileSync(join(folder, `${name}.${format}`)));
    if (one === undefined || joined === undefined || !one.equals(joined)) {
      throw new Error(
        `${orgs.length} orgs in ${shards} shards did not merge to the bytes of one run (${format})`,
      );
    }
    return merged;
  });
  const row = (what: string, use: Use, count: number) =>
    `| ${what} | ${use.seconds.toFixed(1)} s | ${(count / use.seconds).toFixed(1)} | ${use.memory.toFixed(0)} MB |`;
  const longest = parts.reduce((worst, part) => (part.seconds > worst.seconds ? part : worst));
  const megabytes = readFileSync(join(folder, 'whole.json')).length / 1e6;
  return [
    row(`${orgs.length} in one run (${megabytes.toFixed(0)} MB of JSON)`, whole, orgs.length),
    row(`a shard of ${shards}, the longest`, longest, Math.ceil(orgs.length / shards)),
    ...merges.map((use, index) =>
      row(`joining the shards' ${formats[index]}: the same bytes`, use, orgs.length),
    ),
  ];
}
