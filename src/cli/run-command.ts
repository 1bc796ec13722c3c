/** Runs another program to its end; `not-found` where there is no such program. */
export type RunCommand = (
  command: string,
  args: readonly string[],
  options?: RunOptions,
) => Promise<{ readonly stdout: string; readonly stderr: string; readonly exitCode: number } | 'not-found'>;

export interface RunOptions {
  /** Variables that the program sees otherwise than we do; undefined: not at all. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** Windows has `sf` as `sf.cmd`, which only a shell runs, and a shell would read what it is given. */
const needsShell = (command: string): boolean => process.platform === 'win32' && command === 'sf';
/** What `cmd.exe` takes as it stands: an alias or username, a flag. */
const plainArgument = /^[\w@.+-]+$/;

export function commandRunner(signal: AbortSignal): RunCommand {
  return async (command, args, { env } = {}) => {
    const { spawn } = await import('node:child_process');
    return new Promise((resolve, reject) => {
      const shell = needsShell(command);
      if (shell && !args.every((argument) => plainArgument.test(argument))) {
        reject(
          new Error(
            `'${args.find((argument) => !plainArgument.test(argument))}' cannot be given to ${command} on Windows`,
          ),
        );
        return;
      }
      const child = spawn(command, args, {
        signal,
        shell,
        stdio: ['ignore', 'pipe', 'pipe'],
        ...(env && { env: { ...process.env, ...env } }),
      });
      let stdout = '';
      let stderr = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        stdout += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        stderr += text;
      });
      child.once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ENOENT' ? resolve('not-found') : reject(error),
      );
      child.once('close', (code) => resolve({ stdout, stderr, exitCode: code ?? 1 }));
    });
  };
}
