import type { Report } from '../model/report.ts';
import { annotations } from './github/annotations.ts';
import { commandText } from './github/workflow-command.ts';
import { terminalText } from './terminal-text.ts';
import { verdictLine } from './verdict-line.ts';

/** A report as annotations of a GitHub workflow, a command a line, and at the end the verdict for the log. */
export const renderGithub = (report: Report): string =>
  `${[...githubCommands(report), logLine(verdictLine(report).text)].join('\n')}\n`;

/** The commands alone; `org` is its name among several. */
export const githubCommands = (report: Report, org: string | null = null): readonly string[] =>
  annotations(report, org).map(commandText);

/** A line that is no command, in the runner's old way of writing them either: that one counts anywhere in a line. */
export const logLine = (text: string): string =>
  terminalText(text).trimStart().replace(/^::/, ': :').replaceAll('##[', '## [');
