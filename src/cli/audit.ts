import { decideAll } from '../access/decide-access.ts';
import { type ChosenBaseline, exitCode, isOfAnotherPlace, makeReport } from '../engine/index.ts';
import type { Access } from '../model/access.ts';
import type { Report, Skipped } from '../model/report.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { closingLine } from '../reporters/closing-line.ts';
import type { AuditedRun } from './keep-history.ts';
import { type Outputs, writeReport } from './outputs.ts';
import { answer, type Question } from './question.ts';
import { tool } from './version.ts';
import type { World } from './world.ts';

export interface Audit {
  readonly question: Question;
  readonly snapshot: Snapshot;
  /** The file the snapshot was read back from; null for a live org. */
  readonly snapshotFile: string | null;
  /** Who was left out, and why. */
  readonly skipped?: readonly Skipped[];
  /** The earlier report to hold this one against. */
  readonly baseline?: ChosenBaseline | undefined;
}

export interface Delivery {
  readonly outputs: Outputs;
  readonly allowInconclusive: boolean;
  readonly verbose: boolean;
  /** The folder of records that the run is added to; none where it is not kept. */
  readonly history?: string | undefined;
}

export const reportOn = (
  { question, snapshot, snapshotFile, skipped = [], baseline }: Audit,
  accesses: readonly Access[] = decideAll(snapshot),
): Report =>
  makeReport({
    ...question,
    ...{ snapshot, snapshotFile, skipped, tool, baseline },
    results: answer(question, accesses),
  });

/**
 * From a snapshot to the exit code: decides, reports in every format asked for, judges, and keeps the run. At the end
 * one line for people, on standard error: what is printed stays what was asked for.
 */
export async function finishAudit(audit: Audit, delivery: Delivery, world: World): Promise<number> {
  const accesses = decideAll(audit.snapshot);
  const report = reportOn(audit, accesses);
  warnOfAnotherPlace(report, audit.baseline, world);
  await writeReport({ ...audit, report }, delivery.outputs, delivery.verbose, world);
  const code = await kept({ ...audit, accesses, report }, delivery, world);
  world.stderr.write(`${closingLine(report)}\n`);
  return code;
}

async function kept(
  run: AuditedRun,
  { history, allowInconclusive }: Delivery,
  world: World,
): Promise<number> {
  const code = exitCode(run.report, { allowInconclusive });
  if (history === undefined) return code;
  const { keepHistory } = await import('./keep-history.ts');
  return keepHistory(history, run, code, world);
}

/** Everything is new beside a baseline of something else: worth a word, since it looks like a bad day. */
function warnOfAnotherPlace(report: Report, chosen: ChosenBaseline | undefined, world: World): void {
  if (chosen === undefined || !isOfAnotherPlace(report.results, report.source, chosen.baseline)) return;
  world.notices.write(
    `syncgate: ${chosen.baseline.file} has nothing of what was audited: it is of another org, other users or other packs. So everything counts as new.\n`,
  );
}
