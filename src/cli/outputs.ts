import type { Report } from '../model/report.ts';
import { wrongUsage } from './failure.ts';
import { writeText } from './files.ts';
import type { World } from './world.ts';

export type Format = 'table' | 'json' | 'sarif';

/** What to print, and what to write where. */
export interface Outputs {
  readonly format: Format;
  readonly files: readonly { readonly format: Format; readonly file: string }[];
}

/** Reads `--format` and every `--output FORMAT=FILE`. */
export function readOutputs(format: Format = 'table', output: readonly string[] = []): Outputs {
  const files = output.map((pair) => {
    const [, name, file] = /^(table|json|sarif)=(.+)$/s.exec(pair) ?? [];
    if (name === undefined || file === undefined) {
      throw wrongUsage(
        `--output ${pair} is not FORMAT=FILE. Write it as --output sarif=report.sarif; FORMAT is table, json or sarif`,
      );
    }
    return { format: name as Format, file };
  });
  const twice = files.find(({ file }, index) => files.findIndex((other) => other.file === file) !== index);
  if (twice) throw wrongUsage(`--output names ${twice.file} twice. Give each format its own file`);
  return { format, files };
}

/** How wide and how colourful standard output is: `NO_COLOR` is honoured (https://no-color.org). */
export const paper = ({ stdout, env }: World) => ({
  width: Math.max(stdout.width, 60),
  colour: stdout.isTerminal && !env.NO_COLOR,
});

/** Prints the report, and writes it to the files asked for: one run, any number of formats. */
export async function writeReport(
  report: Report,
  outputs: Outputs,
  verbose: boolean,
  world: World,
): Promise<void> {
  for (const { format, file } of outputs.files) {
    writeText(world, file, await render(report, format, { width: 100, colour: false, verbose }));
  }
  world.stdout.write(await render(report, outputs.format, { ...paper(world), verbose }));
}

/** Loads only the reporter that is asked for. */
async function render(
  report: Report,
  format: Format,
  context: { readonly width: number; readonly colour: boolean; readonly verbose: boolean },
): Promise<string> {
  switch (format) {
    case 'table':
      return (await import('../reporters/report-table.ts')).renderTable(report, context);
    case 'json':
      return (await import('../reporters/report-json.ts')).renderJson(report);
    case 'sarif':
      return (await import('../reporters/report-sarif.ts')).renderSarif(report);
  }
}
