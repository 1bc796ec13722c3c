import { spawn } from 'node:child_process';

/** How a client's own process ended. */
export interface ClientEnded {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a real client as a process of its own, with no environment but what is given. */
export function runClient(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  cwd = '.',
): Promise<ClientEnded> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
}
