import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/** A command line of syncgate as an example has it: what stands after the program's name. */
export type CommandLine = readonly string[];

const program = /^(?:syncgate(?:@[\w.-]+)?|\$SYNCGATE)$/u;

/**
 * Every command line of syncgate in a piece of shell. Quotes go, variables stay as they are written; what follows a
 * redirection, a pipe or a `;` is no argument any more.
 */
export function commandLinesOf(shell: string): readonly CommandLine[] {
  return shell
    .replaceAll(/\\\n\s*/gu, ' ')
    .split('\n')
    .flatMap((line) => simpleCommands(line))
    .flatMap((words) => {
      const at = words.findIndex((word) => program.test(word));
      const before = words.slice(0, Math.max(at, 0));
      return at < 0 || !before.every((word) => ['npx', '--yes'].includes(word)) ? [] : [words.slice(at + 1)];
    });
}

const token =
  /\s*(?:(#.*$)|(&&|\|\||[;|()])|(\d*[<>]{1,2}&?\d*\s*\S*)|((?:"(?:\\.|[^"])*"|'[^']*'|\\.|[^\s"'\\;|()<>#&])(?:"(?:\\.|[^"])*"|'[^']*'|\\.|[^\s"'\\;|()<>])*))/y;

/** The words of each simple command on a line, without comments and redirections. */
function simpleCommands(line: string): readonly (readonly string[])[] {
  const found: string[][] = [[]];
  token.lastIndex = 0;
  for (let match = token.exec(line); match !== null && match[0] !== ''; match = token.exec(line)) {
    const [, comment, operator, , word] = match;
    if (comment !== undefined) break;
    if (operator !== undefined) found.push([]);
    else if (word !== undefined) found.at(-1)?.push(unquoted(word));
  }
  return found;
}

const unquoted = (word: string): string =>
  word.replaceAll(
    /"((?:\\.|[^"])*)"|'([^']*)'|\\(.)/gu,
    (_, double, single, escaped) => double ?? single ?? escaped,
  );

const shellIn: Readonly<Record<string, (text: string) => string>> = {
  sh: (text) => text,
  crontab: (text) => text,
  Jenkinsfile: (text) => [...text.matchAll(/\bsh '([^']*)'/gu)].map(([, shell]) => shell).join('\n'),
  yml: (text) => scripts(parse(text)).join('\n'),
  yaml: (text) => scripts(parse(text)).join('\n'),
  md: (text) => [...text.matchAll(/```sh\n(.*?)```/gsu)].map(([, shell]) => shell).join('\n'),
};

/** What a pipeline runs: the texts under `run` and `script`, wherever those stand. */
function scripts(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'run' || key === 'script' ? [inner].flat().map(String) : scripts(inner),
  );
}

/** The command lines in a file of any kind that has some. */
export async function commandLinesIn(file: string): Promise<readonly CommandLine[]> {
  const kind = /[^./]+$/u.exec(file)?.[0] ?? '';
  const find = shellIn[kind];
  if (find === undefined) throw new Error(`nobody has said how to find commands in ${file}`);
  return commandLinesOf(find(await readFile(file, 'utf8')));
}

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly args: readonly string[];
}

/** What pre-commit would run for the hooks of a manifest: with their own arguments, and with a configuration's. */
export async function hookCommandLines(
  manifest: string,
  configuration: string,
): Promise<readonly CommandLine[]> {
  const hooks = parse(await readFile(manifest, 'utf8')) as readonly Hook[];
  const { repos } = parse(await readFile(configuration, 'utf8')) as {
    repos: readonly { hooks: readonly Hook[] }[];
  };
  const line = ({ entry }: Hook, args: readonly string[]) => [...entry.split(' ').slice(1), ...args];
  return [
    ...hooks.map((hook) => line(hook, hook.args)),
    ...repos.flatMap((repo) =>
      repo.hooks.flatMap(({ id, args }) =>
        hooks.filter((hook) => hook.id === id).map((hook) => line(hook, args)),
      ),
    ),
  ];
}
