import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** Whether this machine has the shell. */
export const has = (shell: Shell): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0;

const beside = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/**
 * What a shell offers after each line, in the order of the alphabet: the real shell is run, with the script loaded.
 * Only what would be inserted is given, without the text before it that is the same.
 */
export function offered(
  shell: Shell,
  script: string,
  typed: readonly string[],
  cwd: string,
): readonly (readonly string[])[] {
  return asked[shell](script, typed, cwd).map((words) => {
    const plain = words.map((word) => word.replace(/\t.*$/u, '').replace(/[=/]$/u, '').replaceAll('\\', ''));
    return [...new Set(plain.filter((word) => word !== ''))].sort();
  });
}

type Ask = (script: string, typed: readonly string[], cwd: string) => readonly (readonly string[])[];

const asked: Readonly<Record<Shell, Ask>> = {
  bash: (script, typed, cwd) =>
    typed.map((line) => run('bash', [beside('ask-bash.sh'), script, ...cutByBash(line)], cwd).split('\n')),
  // A zsh that can be asked takes its time to start, so one answers all.
  zsh: (script, typed, cwd) => {
    const answers = run('zsh', ['-f', beside('ask-zsh.zsh'), script, ...typed], cwd).split(/^--\n/mu);
    return answers.slice(0, typed.length).map((answer) => answer.split('\n'));
  },
  fish: (script, typed, cwd) =>
    typed.map((line) => {
      const ask = 'source $argv[1]; complete -C $argv[2]';
      const before = /(?:^| )(\S*=)\S*$/u.exec(line)?.[1] ?? '';
      const lines = run('fish', ['--no-config', '-c', ask, script, line], cwd).split('\n');
      return lines.map((each) => (each.startsWith(before) ? each.slice(before.length) : each));
    }),
};

/** Words as bash cuts them: `=` is one of its own. What is being typed is the last one, be it empty. */
const cutByBash = (line: string): readonly string[] =>
  line.split(' ').flatMap((word) => (word === '' ? [''] : word.split(/(=)/u).filter((part) => part !== '')));

const run = (command: string, args: readonly string[], cwd: string): string =>
  execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    timeout: 20_000,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
