import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { run } from '../../src/cli/run.ts';
import type { RunCommand } from '../../src/cli/run-command.ts';
import type { World } from '../../src/cli/world.ts';
import type { OrgDescription } from '../../src/emulator/org-description.ts';
import { loadScenario } from '../../src/emulator/scenarios/load-scenario.ts';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../src/emulator/start.ts';

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
}

/** Runs the command line in this process, in surroundings of its own. */
export async function syncgate(argv: readonly string[], surroundings: Surroundings = {}): Promise<Ended> {
  const { terminal = false, width = 80, env = {}, cwd = await emptyFolder() } = surroundings;
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
    signal: surroundings.signal ?? new AbortController().signal,
    now: () => new Date(surroundings.now ?? '2026-10-08T12:00:00Z'),
    run: surroundings.run ?? (async () => 'not-found'),
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
  onTestFinished(() => emulator.close());
  return {
    ...emulator,
    org: ['--instance-url', emulator.instanceUrl],
    user: ['--user', emulator.users[0]?.username ?? ''],
    env: { SYNCGATE_ACCESS_TOKEN: emulator.accessToken },
  };
}

/** Output without what differs from run to run: the port the embedded org happened to get. */
export const settled = (text: string): string => text.replace(/127\.0\.0\.1:\d+/gu, '127.0.0.1:PORT');
