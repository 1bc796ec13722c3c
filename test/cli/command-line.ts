import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { run } from '../../src/cli/run.ts';
import type { RunCommand } from '../../src/cli/run-command.ts';
import type { World } from '../../src/cli/world.ts';
import type { OrgDescription } from '../../src/emulator/org-description.ts';
import { loadScenario } from '../../src/emulator/scenarios/load-scenario.ts';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../src/emulator/start.ts';
import { emulatedTokensIn, leaksIn, type Marks, marksOf, writtenSince } from './leaks.ts';

/** What a command printed and how it ended. */
export interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly terminal?: boolean;
  readonly width?: number;
  readonly signal?: AbortSignal;
  readonly run?: RunCommand;
  readonly now?: string;
  readonly stdin?: string;
  /** Secrets of this run that are neither in `env`, in a `--secret-file` nor on standard input. */
  readonly secrets?: readonly string[];
  /** What a person at the terminal answers; nobody sits there where it is left out. */
  readonly ask?: World['ask'];
}

/** Orgs that tests have started and not yet stopped: no run may show what they gave out. */
const liveOrgs = new Set<Emulator>();

/**
 * Runs the command line in this process, in surroundings of its own, and then searches everything it wrote
 * (both streams, and each file it created or changed) for every secret it could know.
 *
 * @throws Error where there is one: it says where, and not what.
 */
export async function syncgate(argv: readonly string[], surroundings: Surroundings = {}): Promise<Ended> {
  const { cwd = await emptyFolder() } = surroundings;
  const before = await marksOf(cwd);
  const secrets = secretsOf(argv, surroundings, before);
  const ended = await runIn(cwd, argv, surroundings);
  const issued = [...liveOrgs].flatMap((org) => org.credentialsSeen());
  const streams = [
    { place: 'standard output', text: ended.stdout },
    { place: 'standard error', text: ended.stderr },
  ];
  const written = [...streams, ...(await writtenSince(before, cwd))];
  // `emulator` prints a token, for whoever wants to try it; nothing else does.
  const emulated = argv[0] === 'emulator' ? [] : emulatedTokensIn(written);
  const leaks = [...leaksIn(written, [...secrets, ...issued]), ...emulated];
  if (leaks.length === 0) return ended;
  throw new Error(
    `\`syncgate ${argv[0]}\` has written a secret: ${leaks.map(({ place, form }) => `${place} (${form})`).join(', ')}`,
  );
}

/** Variables with a secret in them; proxies have theirs in their address. */
const secretVariable = /(TOKEN|SECRET|KEY|PASSPHRASE|PASSWORD|AUTH_URL)$/;
/** Files that a configuration may name for secrets. */
const secretName = /\.(pem|key)$|secret|token|password/i;

/** What the run was given that nobody may see again. */
function secretsOf(argv: readonly string[], surroundings: Surroundings, before: Marks): readonly string[] {
  const { env = {}, stdin = '', secrets = [] } = surroundings;
  const named = argv[argv.indexOf('--secret-file') + 1] ?? '';
  const files = [...before.keys()].filter(
    (path) => secretName.test(basename(path)) || basename(path) === named,
  );
  const proxies = Object.entries(env).flatMap(([name, value]) =>
    /_proxy$/i.test(name) ? [URL.parse(value)?.password ?? ''] : [],
  );
  return [
    ...Object.entries(env).flatMap(([name, value]) => (secretVariable.test(name) ? [value] : [])),
    ...proxies,
    ...files.map((path) => readFileSync(path, 'utf8')),
    stdin,
    ...secrets,
  ];
}

async function runIn(cwd: string, argv: readonly string[], surroundings: Surroundings): Promise<Ended> {
  const { terminal = false, width = 80, env = {} } = surroundings;
  const printed = { stdout: '', stderr: '' };
  const print = (stream: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      printed[stream] += text;
    },
    isTerminal: terminal,
    width,
  });
  const world: World = {
    cwd,
    env,
    stdout: print('stdout'),
    stderr: print('stderr'),
    notices: print('stderr'),
    signal: surroundings.signal ?? new AbortController().signal,
    now: () => new Date(surroundings.now ?? '2026-10-08T12:00:00Z'),
    run: surroundings.run ?? (async () => 'not-found'),
    readStdin: async () => surroundings.stdin ?? '',
    stdinPieces: () => Readable.from([surroundings.stdin ?? '']),
    ask: surroundings.ask ?? null,
  };
  const exitCode = await run(argv, world);
  return { exitCode, ...printed };
}

/** A folder that goes when the test ends. */
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'syncgate-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export interface LiveOrg extends Emulator {
  /** Arguments and environment that point the command line at it, and at the first user to audit. */
  readonly org: readonly string[];
  readonly user: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** An embedded org that stops when the test ends. */
export async function liveOrg(
  scenario: string | OrgDescription,
  options: Omit<EmulatorOptions, 'org'> = {},
): Promise<LiveOrg> {
  const org = typeof scenario === 'string' ? await loadScenario(scenario) : scenario;
  const emulator = await startEmulator({ org, latencyMs: 1, ...options });
  liveOrgs.add(emulator);
  onTestFinished(async () => {
    liveOrgs.delete(emulator);
    await emulator.close();
  });
  return {
    ...emulator,
    org: ['--instance-url', emulator.instanceUrl],
    user: ['--user', emulator.users[0]?.username ?? ''],
    env: { SYNCGATE_ACCESS_TOKEN: emulator.accessToken },
  };
}

/** Output without what differs from run to run: the port the embedded org happened to get. */
export const settled = (text: string): string => text.replace(/127\.0\.0\.1:\d+/gu, '127.0.0.1:PORT');
