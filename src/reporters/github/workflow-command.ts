import { terminalText } from '../terminal-text.ts';

/** An annotation that a step of a workflow asks for by printing it (docs.github.com, "Workflow commands"). */
export interface WorkflowCommand {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  /** Where it is shown in the changes of a pull request. */
  readonly at: { readonly file: string; readonly line: number; readonly column: number } | null;
  /** One or more lines. */
  readonly message: readonly string[];
}

/** The line to print, escaped as the runner reads it: no text from anywhere ends the command or starts another. */
export function commandText({ level, title, at, message }: WorkflowCommand): string {
  const place = at === null ? {} : { file: at.file, line: at.line, col: at.column };
  const properties = Object.entries({ title, ...place }).map(
    ([name, value]) => `${name}=${property(String(value))}`,
  );
  return `::${level} ${properties.join(',')}::${data(message.map(terminalText).join('\n'))}`;
}

const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string =>
  data(terminalText(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
