import { chmod, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';
import { emptyFolder } from '../cli/command-line.ts';
import { type ClientEnded, runClient } from '../emulator/real-clients/run-client.ts';

export interface StepEnded extends ClientEnded {
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

export interface Job {
  readonly workspace: string;
  /** Folder that stands first on the PATH of every step. */
  readonly bin: string;
  /** Runs a script of the action as a step would. */
  step(script: string, env?: Readonly<Record<string, string>>): Promise<StepEnded>;
}

/** What a runner gives a step: folders, files to write to, and a PATH. */
export async function job(): Promise<Job> {
  const [workspace, bin, temp] = await Promise.all([emptyFolder(), emptyFolder(), emptyFolder()]);
  const step = async (script: string, env: Readonly<Record<string, string>> = {}): Promise<StepEnded> => {
    const folder = await mkdtemp(join(temp, 'step-'));
    const [outputs, summary] = [join(folder, 'outputs'), join(folder, 'summary')];
    await Promise.all([writeFile(outputs, ''), writeFile(summary, '')]);
    const ended = await runClient(
      'bash',
      [resolve('action', script)],
      {
        PATH: [bin, dirname(process.execPath), process.env.PATH ?? ''].join(delimiter),
        HOME: temp,
        RUNNER_TEMP: temp,
        GITHUB_OUTPUT: outputs,
        GITHUB_STEP_SUMMARY: summary,
        GITHUB_ACTION_PATH: resolve('.'),
        ...env,
      },
      workspace,
    );
    return {
      ...ended,
      outputs: pairs(await readFile(outputs, 'utf8')),
      summary: await readFile(summary, 'utf8'),
    };
  };
  return { workspace, bin, step };
}

/** Puts a program on the PATH of a job. */
export async function program({ bin }: Job, name: string, script: string): Promise<void> {
  await writeFile(join(bin, name), script);
  await chmod(join(bin, name), 0o755);
}

/** `name=value`, a line each: what a runner reads of `GITHUB_OUTPUT`. */
const pairs = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
