import type { Report } from '../model/report.ts';
import { eitherOf } from '../plain/lists.ts';
import { type Format, formats } from '../reporters/format.ts';
import { wrongUsage } from './failure.ts';
import { ownerOnly, writeText } from './files.ts';
import { appendSummary, summaryRoom } from './job-summary.ts';
import type { ReportedRun } from './page-file.ts';
import type { World } from './world.ts';

/** What to print, and what to write where. */
export interface Outputs {
  /** Null where nothing is to be printed. */
  readonly format: Format | null;
  readonly files: readonly { readonly format: Format; readonly file: string }[];
}

export interface OutputArguments {
  readonly format?: Format | undefined;
  /** `FORMAT=FILE` each. */
  readonly output?: readonly string[] | undefined;
  readonly quiet?: boolean | undefined;
}

/** Reads `--format`, every `--output FORMAT=FILE`, and `--quiet`, which prints no report but one that is asked for. */
export function readOutputs({ format, output = [], quiet = false }: OutputArguments): Outputs {
  const files = output.map((pair) => {
    const [, name = '', file = ''] = /^([^=]*)=(.+)$/s.exec(pair) ?? [];
    const named = formats.find((each) => each === name);
    if (named === undefined) {
      throw wrongUsage(
        `--output ${pair} is not FORMAT=FILE. Write it as --output sarif=report.sarif; FORMAT is ${eitherOf(formats)}`,
      );
    }
    return { format: named, file };
  });
  const twice = files.find(({ file }, index) => files.findIndex((other) => other.file === file) !== index);
  if (twice) throw wrongUsage(`--output names ${twice.file} twice. Give each format its own file`);
  return { format: format ?? (quiet ? null : 'table'), files };
}

/** Whether this format is asked for, to be printed or written. */
export const asksFor = ({ format, files }: Outputs, wanted: Format): boolean =>
  format === wanted || files.some((file) => file.format === wanted);

/** How a table is laid out where nobody's terminal says. */
export const filePaper = { width: 100, colour: false } as const;

/** How wide and how colourful standard output is: `NO_COLOR` is honoured (https://no-color.org). */
export const paper = ({ stdout, env }: World) => ({
  width: Math.max(stdout.width, 60),
  colour: stdout.isTerminal && !env.NO_COLOR,
});

/** Prints the report, and writes it to the files asked for: one run, any number of formats. */
export async function writeReport(
  run: ReportedRun,
  outputs: Outputs,
  verbose: boolean,
  world: World,
): Promise<void> {
  for (const { format, file } of outputs.files) {
    const text = await render(run, format, { ...filePaper, verbose });
    writeText(world, file, text, format === 'html' ? ownerOnly : undefined);
  }
  if (asksFor(outputs, 'github')) await writeSummary(run.report, world);
  if (outputs.format !== null) {
    world.stdout.write(await render(run, outputs.format, { ...paper(world), verbose }));
  }
}

/** Loads only the reporter that is asked for. */
async function render(
  run: ReportedRun,
  format: Format,
  context: { readonly width: number; readonly colour: boolean; readonly verbose: boolean },
): Promise<string> {
  const { report } = run;
  switch (format) {
    case 'html':
      return (await (await import('./page-file.ts')).pageWriter())(run);
    case 'table':
      return (await import('../reporters/report-table.ts')).renderTable(report, context);
    case 'json':
      return (await import('../reporters/report-json.ts')).renderJson(report);
    case 'sarif':
      return (await import('../reporters/report-sarif.ts')).renderSarif(report);
    case 'junit':
      return (await import('../reporters/report-junit.ts')).renderJunit(report);
    case 'markdown':
      return (await import('../reporters/report-markdown.ts')).renderMarkdown(report);
    case 'github':
      return (await import('../reporters/report-github.ts')).renderGithub(report);
    case 'gitlab':
      return (await import('../reporters/report-gitlab.ts')).renderGitlab(report);
    case 'csv':
      return (await import('../reporters/report-csv.ts')).renderCsv(report);
  }
}

/** Annotations hold little: the summary of the job, where there is one, has the rest. */
async function writeSummary(report: Report, world: World): Promise<void> {
  const room = summaryRoom(world);
  if (room === null) return;
  const { renderMarkdown } = await import('../reporters/report-markdown.ts');
  appendSummary(renderMarkdown(report, room), world);
}
