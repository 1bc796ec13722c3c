import type { Arguments, Command } from '../command.ts';
import type { commonOptions } from '../options.ts';
import type { World } from '../world.ts';

const options = {} as const;

interface CompletionArguments extends Arguments<typeof options & typeof commonOptions> {
  readonly shell: 'bash' | 'zsh' | 'fish';
}

/**
 * Prints what a shell needs to complete our command lines.
 *
 * @param commands All commands, this one too: the script is made from them whenever it is asked for.
 */
export function completionOf(commands: () => readonly Command[]): Command {
  return {
    usage: 'completion <shell>',
    describe: 'Print the script by which a shell completes commands, options and their values',
    positionals: { shell: { choices: ['bash', 'zsh', 'fish'], describe: 'Your shell' } },
    options,
    examples: [['source <(syncgate completion bash)', 'in ~/.bashrc: completion in every new shell']],
    run: async ({ shell }: CompletionArguments, world: World) => {
      world.stdout.write(await script(shell, commands()));
      return 0;
    },
  };
}

async function script(shell: CompletionArguments['shell'], commands: readonly Command[]): Promise<string> {
  const { completedCommands } = await import('../completion/completed.ts');
  const completed = completedCommands(commands);
  switch (shell) {
    case 'bash':
      return (await import('../completion/bash.ts')).bashScript(completed);
    case 'zsh':
      return (await import('../completion/zsh.ts')).zshScript(completed);
    case 'fish':
      return (await import('../completion/fish.ts')).fishScript(completed);
  }
}
