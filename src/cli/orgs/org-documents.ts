import { noTally, tallied, totalsOf } from '../../engine/index.ts';
import type { OrgOutcome, SetTotals } from '../../model/report-set.ts';
import type { SetFormat } from '../../reporters/format.ts';
import { type Frame, frameOf } from '../../reporters/frames.ts';
import { setLine } from '../../reporters/set-words.ts';
import { ownerOnly, writeText } from '../files.ts';
import { appendSummary, summaryRoom } from '../job-summary.ts';
import { fileOfOrg, isForEachOrg, type OrgsOutputs } from '../output-files.ts';
import { asksFor, filePaper, paper } from '../outputs.ts';
import { pageWriter, type ReportedRun } from '../page-file.ts';
import { tool } from '../version.ts';
import type { World } from '../world.ts';
import { aroundSet, setPieces, writePieces } from '../write-pieces.ts';
import { createSpool, type Spool } from './spool.ts';

/** The documents of a run over many orgs: each org's part is put aside as it comes, and joined in the end. */
export interface OrgDocuments {
  readonly add: (outcome: OrgOutcome, run: ReportedRun | null) => void;
  /** Prints, and writes to the files asked for, whichever order the orgs came in. */
  readonly finish: (totals: SetTotals) => void;
  readonly close: () => void;
}

/** A document that all orgs are joined in. */
interface Joined {
  /** The file to write; null: it is printed. */
  readonly file: string | null;
  readonly frame: Frame;
}

/** @param names those of the orgs; documents have them in the order of their code units. */
export async function orgDocuments(
  names: readonly string[],
  outputs: OrgsOutputs,
  verbose: boolean,
  world: World,
): Promise<OrgDocuments> {
  const onScreen = { ...paper(world), verbose };
  const inFile = { ...filePaper, verbose };
  const written = await Promise.all(
    outputs.files.map(async ({ format, file }) => ({ file, frame: await frameOf(format, inFile) })),
  );
  const printed = outputs.format === null ? [] : [await printedFrame(outputs.format)];
  const joined: readonly Joined[] = [...written.filter(({ file }) => !isForEachOrg(file)), ...printed];
  const apart = written.filter(({ file }) => isForEachOrg(file));
  const summary = asksFor(outputs, 'github') ? await frameOf('markdown', inFile) : null;
  const frames = new Set([...joined.map(({ frame }) => frame), ...(summary === null ? [] : [summary])]);
  const spools = new Map([...frames].map((frame) => [frame, createSpool()]));
  const sorted = names.toSorted();
  const writePage = outputs.pages.length === 0 ? undefined : await pageWriter();
  const pieces = (frame: Frame, totals: SetTotals) =>
    setPieces(aroundSet(frame, totals), partsOf(spools.get(frame), sorted));
  return {
    add(outcome, run) {
      for (const [frame, spool] of spools) spool.add(outcome.org, frame.part(outcome, { tool }));
      for (const { file, frame } of apart) {
        writePieces(world, fileOfOrg(file, outcome.org), alone(frame, outcome));
      }
      for (const file of outputs.pages) addPage(fileOfOrg(file, outcome.org), run);
    },
    finish(totals) {
      for (const { file, frame } of joined) {
        if (file !== null) writePieces(world, file, pieces(frame, totals));
        else for (const piece of pieces(frame, totals)) world.stdout.write(piece);
      }
      if (summary !== null) summarise(pieces(summary, totals), totals, world);
    },
    close() {
      for (const spool of spools.values()) spool.close();
    },
  };

  function addPage(file: string, run: ReportedRun | null): void {
    if (run === null) world.notices.write(`syncgate: ${file} is not written: there is nothing to show.\n`);
    else writeText(world, file, writePage?.(run) ?? '', ownerOnly);
  }

  async function printedFrame(format: SetFormat): Promise<Joined> {
    return { file: null, frame: await frameOf(format, onScreen) };
  }
}

function* partsOf(spool: Spool | undefined, names: readonly string[]): Iterable<string> {
  for (const name of names) yield spool?.get(name) ?? '';
}

function alone(frame: Frame, outcome: OrgOutcome): Iterable<string> {
  const totals = totalsOf(tallied(noTally, outcome, { allowInconclusive: false }), tool);
  return setPieces(aroundSet(frame, totals), [frame.part(outcome, totals)]);
}

/** GitHub shows nothing of a summary that is too long: then it has the one line, and where the rest is. */
function summarise(pieces: Iterable<string>, totals: SetTotals, world: World): void {
  const room = summaryRoom(world);
  if (room === null) return;
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length > room) {
      text = `${setLine(totals)}\n\nMore does not fit into a job summary: \`--output markdown=FILE\` has all of it.\n`;
      break;
    }
  }
  appendSummary(text, world);
}
