import { commandText } from '../github/workflow-command.ts';
import { githubCommands, logLine } from '../report-github.ts';
import { setLine } from '../set-words.ts';
import type { Frame } from './frame.ts';

/**
 * The annotations of every org, then the verdict for the log. GitHub shows ten of each kind from one step, those that
 * come first: the summary of the job has every org.
 */
export const githubFrame: Frame = {
  open: () => '',
  part: (outcome) => {
    const commands =
      outcome.status === 'audited'
        ? githubCommands(outcome.report, outcome.org)
        : [
            commandText({
              level: 'error',
              title: `${outcome.org} was not audited`,
              at: null,
              message: [outcome.failure.message],
            }),
          ];
    return commands.map((command) => `${command}\n`).join('');
  },
  separator: '',
  close: (totals) => `${logLine(setLine(totals))}\n`,
};
