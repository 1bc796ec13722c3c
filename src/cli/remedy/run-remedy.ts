import type { Snapshot } from '../../model/snapshot.ts';
import { planRemedy, proveRemedy, type Remedy, remedyExitCode } from '../../remedy/index.ts';
import { renderRemedyMarkdown } from '../../reporters/remedy-markdown.ts';
import { remedyLine } from '../../reporters/remedy-words.ts';
import { terminalText } from '../../reporters/terminal-text.ts';
import { readChoices } from '../choices/read-choices.ts';
import { wrongUsage } from '../failure.ts';
import { missingFor } from '../missing.ts';
import { paper } from '../outputs.ts';
import { readPlace } from '../place.ts';
import { printReport } from '../print-report.ts';
import { questionNeeds } from '../question.ts';
import { tool } from '../version.ts';
import type { World } from '../world.ts';
import { commandsOf, type Destination, filesOf } from './remedy-files.ts';
import type { RemedyArguments } from './remedy-options.ts';
import { wishedSet } from './wished-set.ts';
import { refuseThere, writeAll } from './write-all.ts';

/** Reads, plans, proves, and only then writes; gives the exit code. */
export async function runRemedy(args: RemedyArguments, world: World): Promise<number> {
  const { outputDir, user = [] } = args;
  if (outputDir === undefined) throw wrongUsage('where to write to is not said. Give --output-dir DIR');
  if (user.length > 1) refuseMany(user);
  const choices = await readChoices(args, world);
  const { question } = choices;
  const wanted = { needs: questionNeeds(question), missing: missingFor(question) };
  const { snapshot } = await readPlace(args, choices, wanted, world);
  const [record, ...others] = snapshot.subjects;
  if (record === undefined) throw wrongUsage('there is nobody to mend. Give --user USERNAME');
  if (others.length > 0) refuseMany(snapshot.subjects.map(({ subject }) => subject.name));
  const { newSet = false, includeDoubts = false } = args;
  const wishes = { ...wishedSet(args, snapshot, record.subject), newSet, includeDoubts };
  const situation = { snapshot, ...question };
  const remedy = planRemedy(situation, record.subject.id, wishes, tool);
  const destination = {
    folder: outputDir,
    layout: args.layout ?? 'source',
    targetOrg: args.targetOrg,
  } as const;
  const files = filesOf(remedy, snapshot, destination);
  if (args.force !== true) refuseThere(files, world);
  proveRemedy(situation, remedy);
  writeAll(files, world);
  const line = remedyLine(remedy.plan);
  await printReport(args, { line, render: () => rendered(remedy, destination, args, world) }, world);
  tellWritten(files, snapshot, world);
  return remedyExitCode(remedy.plan);
}

/** What one needs would be given to all: each is mended by itself. */
function refuseMany(names: readonly string[]): never {
  throw wrongUsage(
    `a remedy is for one: what one of them lacks, the others may not need. Choose one of ${names.join(', ')} with --user (--persona for metadata files)`,
  );
}

async function rendered(
  remedy: Remedy,
  destination: Destination,
  { format }: RemedyArguments,
  world: World,
): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../../reporters/remedy-json.ts')).renderRemedyJson(remedy.plan);
    case 'markdown':
      return renderRemedyMarkdown(remedy.plan, commandsOf(remedy, destination));
    default: {
      const { renderRemedyTable } = await import('../../reporters/remedy-table.ts');
      return renderRemedyTable(remedy.plan, paper(world));
    }
  }
}

function tellWritten(files: readonly { readonly file: string }[], { source }: Snapshot, world: World): void {
  const written = files.map(({ file }) => `Wrote ${terminalText(file)}\n`).join('');
  const version = source.apiVersion === null ? '' : ` (API ${source.apiVersion})`;
  world.notices.write(
    files.length === 0
      ? 'Nothing was written.\n'
      : `${written}Nothing was deployed${version}: STEPS.md says how, by commands or by clicks.\n`,
  );
}
