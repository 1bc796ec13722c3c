import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Command } from '../../../src/cli/command.ts';
import { nameOf } from '../../../src/cli/command.ts';
import { completionOf } from '../../../src/cli/commands/completion.ts';
import { commands } from '../../../src/cli/commands/index.ts';
import { isKnown } from '../../../src/cli/completion/values.ts';
import { emptyFolder, syncgate } from '../command-line.ts';
import { has, offered, type Shell, shells } from './shells.ts';

async function scriptFor(shell: Shell, folder: string): Promise<string> {
  const { stdout, exitCode } = await syncgate(['completion', shell]);
  expect(exitCode).toBe(0);
  const file = join(folder, `${shell}.completion`);
  await writeFile(file, stdout);
  return file;
}

/** A folder with something to find in it. */
async function place(): Promise<string> {
  const folder = await emptyFolder();
  await mkdir(join(folder, 'force-app'));
  await writeFile(join(folder, 'org.json'), '{}');
  await writeFile(join(folder, 'org two.json'), '{}');
  return folder;
}

const audit = commands.find((command) => nameOf(command) === 'audit');
const formats = (audit?.options.format?.choices ?? []).map(String).sort();

const cases: readonly (readonly [typed: string, offers: readonly string[]])[] = [
  ['syncgate au', ['audit']],
  ['syncgate audit --format ', formats],
  ['syncgate audit -f ', formats],
  ['syncgate audit --format=', formats],
  ['syncgate audit --verbose --format=s', ['sarif']],
  ['syncgate audit --allow', ['--allow-inconclusive']],
  ['syncgate audit --fail-on n', ['note']],
  ['syncgate audit -o prod --user someone --all-a', ['--all-api-only']],
  ['syncgate audit --output sar', ['sarif']],
  ['syncgate audit --output sarif=or', ['org two.json', 'org.json']],
  ['syncgate audit --output json=a.json --output sarif=fo', ['force-app']],
  ['syncgate collect --output or', ['org two.json', 'org.json']],
  ['syncgate audit --snapshot or', ['org two.json', 'org.json']],
  ['syncgate audit --source-dir ', ['force-app']],
  ['syncgate audit --target-org ', []],
  ['syncgate audit --without-feature ', ['account-hierarchies', 'lead-to-account']],
  ['syncgate audit --pack dem', ['demandbase-data-integrity']],
  ['syncgate demo --scenario d', ['drifted']],
  ['syncgate packs ', ['list', 'validate']],
  ['syncgate packs validate or', ['org two.json', 'org.json']],
  ['syncgate explain account-d', ['account-delete']],
  ['syncgate explain field-a', ['field-access']],
  ['syncgate completion ', ['bash', 'fish', 'zsh']],
];

describe.each(shells)('%s', (shell) => {
  const absent = !has(shell);
  const why = absent ? ` (skipped: this machine has no ${shell})` : '';

  test.skipIf(absent)(`offers what belongs where${why}`, async () => {
    const folder = await place();
    const script = await scriptFor(shell, await emptyFolder());
    const typed = cases.map(([line]) => line);
    const offers = offered(shell, script, typed, folder);
    expect(typed.map((line, index) => [line, offers[index]])).toEqual(cases);
  });

  test.skipIf(absent)(`offers every command, and every option of the main one${why}`, async () => {
    const folder = await emptyFolder();
    const script = await scriptFor(shell, folder);
    const options = Object.keys(audit?.options ?? {}).map((name) => `--${name}`);
    expect(options.length).toBeGreaterThan(10);
    const [names, flags] = offered(shell, script, ['syncgate ', 'syncgate audit --'], folder);
    expect(names).toEqual(expect.arrayContaining(commands.map(nameOf)));
    expect(flags).toEqual(expect.arrayContaining(options));
  });

  test.skipIf(absent)(`runs nothing that stands in a description${why}`, async () => {
    const folder = await emptyFolder();
    const trap = "it's [a] trap: $(touch trapped) `touch trapped` \\' \"; touch trapped; '";
    const hostile: Command = {
      usage: 'trap <what>',
      describe: trap,
      positionals: { what: { choices: ['fine', '$(touch trapped)'], describe: trap } },
      options: { bait: { type: 'string', describe: trap, choices: ['good', '`touch trapped`'] } },
      run: async () => 0,
    };
    const script = join(folder, 'script');
    const { stdout } = await run(
      completionOf(() => [hostile]),
      shell,
    );
    await writeFile(script, stdout);
    const typed = ['syncgate trap --bait ', 'syncgate trap ', 'syncgate tr'];
    expect(offered(shell, script, typed, folder)).toEqual([['good'], ['fine'], ['trap']]);
    expect(await readdir(folder)).toEqual(['script']);
  });
});

async function run(command: Command, shell: Shell): Promise<{ readonly stdout: string }> {
  let stdout = '';
  const write = (text: string) => {
    stdout += text;
  };
  const terminal = { write, isTerminal: false, width: 80 };
  await command.run({ shell } as never, { stdout: terminal } as never);
  return { stdout };
}

test('an option that takes a file or a folder is completed with files', () => {
  const forgotten = commands.flatMap((command) =>
    Object.entries({ ...command.positionals, ...command.options })
      .filter(
        ([name, { type, describe = '' }]) =>
          type !== 'boolean' && name !== 'output' && /\b(file|folder|snapshot)s?\b/iu.test(describe),
      )
      .filter(([name]) => !isKnown(name))
      .map(([name]) => `${nameOf(command)} ${name}`),
  );
  expect(forgotten).toEqual([]);
});

test('a shell that is not known is refused, and the known ones are named', async () => {
  expect(await syncgate(['completion', 'tcsh'])).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('"bash", "zsh", "fish"'),
  });
});
