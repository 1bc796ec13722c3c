import { spawnSync } from 'node:child_process';

/** Says at its end how much memory it held; in the process itself, because nobody else is told of a child's. */
const reportMemory = `data:text/javascript,${encodeURIComponent(
  'process.on("exit", () => process.stderr.write(["\\nHELD", process.resourceUsage().maxRSS, ""].join(" ")));',
)}`;

/** What a whole command took. */
export interface Use {
  readonly seconds: number;
  /** The most memory it held, in MB. */
  readonly memory: number;
}

export interface Surroundings {
  /** What the command may end with. */
  readonly allowed: readonly number[];
  /** A command before it, that holds it to one core. */
  readonly on?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
}

/** Runs Node to its end. */
export function measured(args: readonly string[], { allowed, on = [], env, cwd }: Surroundings): Use {
  const [command = process.execPath, ...first] = [...on, process.execPath];
  const start = performance.now();
  const { status, stderr } = spawnSync(command, [...first, '--import', reportMemory, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    ...{ env, cwd },
  });
  const seconds = (performance.now() - start) / 1000;
  const [, rss] = [...stderr.matchAll(/HELD (\d+)/g)].at(-1) ?? [];
  if (!allowed.includes(status ?? -1) || rss === undefined) {
    throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  }
  return { seconds, memory: Number(rss) / 1024 };
}
