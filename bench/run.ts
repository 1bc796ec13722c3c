/**
 * The figures of bench/README.md: start-up as a ratio to a bare `node -e 0`, taken in turn in one run, what an
 * audit of each scenario costs an org, what a change in a what-if costs, how fast metadata files are read beside a
 * plain parse of the same files, what a run over many orgs takes, whole and in shards, and how soon the page shows its
 * verdict. `--write` puts them into bench/README.md; `--runs N` sets how many runs each median is of, `--megabytes N,N`
 * which sizes of projects are read, `--orgs N,N` how many orgs.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { scenarioNames } from '../src/emulator/scenarios/load-scenario.ts';
import { orgsFigures } from './orgs.ts';
import { pageFigures } from './page.ts';
import { sourceFigures } from './source.ts';

const { values } = parseArgs({
  options: {
    write: { type: 'boolean' },
    runs: { type: 'string', default: '25' },
    megabytes: { type: 'string', default: '10,50,200,800' },
    orgs: { type: 'string', default: '50,200' },
  },
});
const runs = Number(values.runs);
/** Profiles of 4 MB. */
const sizes = values.megabytes.split(',').map((size) => Math.max(1, Math.round(Number(size) / 4)));
const folder = mkdtempSync(join(tmpdir(), 'syncgate-bench-'));
const bin = 'bin/syncgate.js';

function node(args: readonly string[], allowed: readonly number[] = [0], env = process.env): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env,
  });
  if (!allowed.includes(status ?? -1))
    throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}

const milliseconds = (args: readonly string[], allowed?: readonly number[]): number => {
  const start = performance.now();
  node(args, allowed);
  return performance.now() - start;
};

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

/** Runs the commands in turn, so that a machine that slows down slows all of them. */
function startUp(snapshot: string) {
  const commands = {
    bare: () => milliseconds(['-e', '0']),
    version: () => milliseconds([bin, '--version']),
    audit: () => milliseconds([bin, 'audit', '--snapshot', snapshot], [1]),
  };
  const times = { bare: [] as number[], version: [] as number[], audit: [] as number[] };
  for (let run = -1; run < runs; run++) {
    for (const name of ['bare', 'version', 'audit'] as const) {
      const time = commands[name]();
      if (run >= 0) times[name].push(time);
    }
  }
  return { bare: median(times.bare), version: median(times.version), audit: median(times.audit) };
}

interface Demo {
  readonly verdict: string;
  readonly source: { readonly cost: { readonly roundTrips: number; readonly apiCalls: number } };
}

function costs(): readonly string[] {
  return scenarioNames().map((name) => {
    const { verdict, source }: Demo = JSON.parse(node([bin, 'demo', '--scenario', name, '--format', 'json']));
    return `| \`${name}\` | ${verdict} | ${source.cost.roundTrips} | ${source.cost.apiCalls} |`;
  });
}

/** Collects a snapshot from an emulator that runs on its own, as an audit would. */
async function snapshotOf(scenario: string): Promise<string> {
  const file = join(folder, `${scenario}.json`);
  const emulator = spawn(process.execPath, [bin, 'emulator', '--scenario', scenario], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [line] = await once(createInterface(emulator.stdout), 'line');
    const { instanceUrl, accessToken, users } = JSON.parse(line);
    const env = { ...process.env, SYNCGATE_ACCESS_TOKEN: accessToken };
    node(
      [bin, 'collect', '--instance-url', instanceUrl, '--user', users[0].username, '--output', file],
      [0],
      env,
    );
    return file;
  } finally {
    emulator.kill();
  }
}

/** What a change in the page costs, beside the judging that the page opens with. */
function whatIf(snapshot: string): readonly string[] {
  const all = Array.from({ length: Math.min(runs, 5) }).map(
    (): { readonly first: number; readonly again: readonly number[] } =>
      JSON.parse(node(['bench/re-judge.ts', snapshot, '10'])),
  );
  const first = median(all.map((each) => each.first));
  const again = median(all.flatMap((each) => each.again));
  return [
    '| What if, scenario `large` | Time | Ratio to the first judging | Aim |',
    '|---|---|---|---|',
    `| the first judging, one user | ${first.toFixed(0)} ms | 1× | |`,
    `| judged again after one change | ${again.toFixed(0)} ms | ${(again / first).toFixed(2)}× | 50 ms |`,
  ];
}

try {
  const { bare, version, audit } = startUp(await snapshotOf('drifted'));
  const ratio = (time: number) => `${(time / bare).toFixed(2)}×`;
  const figures = [
    `Node ${process.versions.node}, ${cpus().length} cores, medians of ${runs} runs taken in turn.`,
    '',
    '| Start-up, the built package | Time | Ratio to `node -e 0` | Aim |',
    '|---|---|---|---|',
    `| \`node -e 0\` | ${bare.toFixed(0)} ms | 1× | |`,
    `| \`syncgate --version\` | ${version.toFixed(0)} ms | ${ratio(version)} | 1.8× |`,
    `| \`syncgate audit --snapshot\` | ${audit.toFixed(0)} ms | ${ratio(audit)} | 4× |`,
    '',
    '| Scenario, one user | Verdict | Sequential round trips | API calls |',
    '|---|---|---|---|',
    ...costs(),
    '',
    ...whatIf(await snapshotOf('large')),
    '',
    ...sourceFigures(bin, sizes, sizes.includes(50) ? 50 : Math.max(...sizes), Math.min(runs, 5), folder),
    '',
    ...(await orgsFigures(bin, values.orgs.split(',').map(Number), folder)),
    '',
    ...(await pageFigures(node, bin, Math.min(runs, 5))),
  ].join('\n');
  console.log(figures);
  if (values.write) {
    const readme = 'bench/README.md';
    const [before = ''] = readFileSync(readme, 'utf8').split('<!-- figures -->');
    writeFileSync(readme, `${before}<!-- figures -->\n\n${figures}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
