import { decideAll } from '../access/decide-access.ts';
import { exitCode, makeReport } from '../engine/index.ts';
import type { Access } from '../model/access.ts';
import type { Report, Skipped } from '../model/report.ts';
import type { Snapshot } from '../model/snapshot.ts';
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
}

export interface Delivery {
  readonly outputs: Outputs;
  readonly allowInconclusive: boolean;
  readonly verbose: boolean;
  /** The folder of records that the run is added to; none where it is not kept. */
  readonly history?: string | undefined;
}

export const reportOn = (
  { question, snapshot, snapshotFile, skipped = [] }: Audit,
  accesses: readonly Access[] = decideAll(snapshot),
): Report =>
  makeReport({
    ...question,
    ...{ snapshot, snapshotFile, skipped, tool },
    results: answer(question, accesses),
  });

/** From a snapshot to the exit code: decides, reports in every format asked for, judges, and keeps the run. */
export async function finishAudit(audit: Audit, delivery: Delivery, world: World): Promise<number> {
  const accesses = decideAll(audit.snapshot);
  const report = reportOn(audit, accesses);
  await writeReport(report, delivery.outputs, delivery.verbose, world);
  const code = exitCode(report, { allowInconclusive: delivery.allowInconclusive });
  if (delivery.history === undefined) return code;
  const { keepHistory } = await import('./keep-history.ts');
  return keepHistory(delivery.history, { ...audit, accesses, report }, code, world);
}
