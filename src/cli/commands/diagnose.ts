import { readChoices } from '../choices/read-choices.ts';
import type { Arguments, Command } from '../command.ts';
import { one } from '../option-kinds.ts';
import { type commonOptions, outputOptions, packOptions } from '../options.ts';
import { paper } from '../outputs.ts';
import { refuseOtherPlaces } from '../place.ts';
import { orgOptions, personaOptions, snapshotOption, userOptions } from '../place-options.ts';
import { printReport } from '../print-report.ts';
import type { World } from '../world.ts';

const options = {
  log: {
    ...one,
    group: 'What:',
    describe: 'File with the text: a log of any size (default: standard input)',
  },
  ...orgOptions,
  ...snapshotOption,
  ...personaOptions,
  ...userOptions,
  ...packOptions,
  format: { ...outputOptions.format, choices: ['table', 'json', 'markdown'] },
} as const;

interface DiagnoseArguments extends Arguments<typeof options & typeof commonOptions> {
  readonly text?: string;
}

/** As everywhere, 3 is "could not be known": nothing in the text is. */
const nothingKnown = 3;

async function run(args: DiagnoseArguments, world: World): Promise<number> {
  refuseOtherPlaces(args);
  const choices = await readChoices(args, world);
  const { diagnosisOf } = await import('../diagnose/diagnosis-of.ts');
  const diagnosis = await diagnosisOf(args, choices, world);
  const { conclusionOf } = await import('../../reporters/diagnosis-conclusion.ts');
  const line = conclusionOf(diagnosis).text;
  await printReport(args, { line, render: () => rendered(args, diagnosis, world) }, world);
  return diagnosis.recognised === 'nothing' ? nothingKnown : 0;
}

async function rendered(
  { format, verbose = false }: DiagnoseArguments,
  diagnosis: Parameters<typeof import('../../reporters/diagnosis-json.ts').renderDiagnosisJson>[0],
  world: World,
): Promise<string> {
  if (format === 'json') {
    return (await import('../../reporters/diagnosis-json.ts')).renderDiagnosisJson(diagnosis);
  }
  if (format === 'markdown') {
    return (await import('../../reporters/diagnosis-markdown.ts')).renderDiagnosisMarkdown(diagnosis);
  }
  const { renderDiagnosisTable } = await import('../../reporters/diagnosis-table.ts');
  return renderDiagnosisTable(diagnosis, { ...paper(world), verbose });
}

/** From a message to what is behind it. */
export const diagnose: Command = {
  usage: 'diagnose [text]',
  describe: 'Say what an error or a log means, which requirement it points to, and whether that is met',
  positionals: { text: { type: 'string', describe: 'The error, or the customer’s words' } },
  options,
  examples: [
    ["syncgate diagnose 'INVALID_TYPE: sObject type Lead is not supported'", 'what an error means'],
    ['syncgate diagnose --log sync.log --snapshot org.json', 'what a log says, and what of it is so'],
    ['syncgate diagnose -o prod -u integration@acme.com < sync.log', 'the same, asking the org itself'],
  ],
  run,
};
