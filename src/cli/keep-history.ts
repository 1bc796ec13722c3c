import { createHash } from 'node:crypto';
import { needsOf } from '../engine/index.ts';
import { makeRecord } from '../history/make-record.ts';
import type { Access } from '../model/access.ts';
import type { HistoryRecord } from '../model/history.ts';
import type { NeedName } from '../model/needs.ts';
import type { Report } from '../model/report.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { inKeyOrder } from '../reporters/json-text.ts';
import { rules } from '../rules/registry.ts';
import { explainFailure } from './failure.ts';
import { writeRecord } from './history-files.ts';
import type { Question } from './question.ts';
import type { World } from './world.ts';

export interface AuditedRun {
  readonly question: Question;
  readonly snapshot: Snapshot;
  readonly accesses: readonly Access[];
  readonly report: Report;
}

/** What is kept of a run. */
export function recordOf({ question, snapshot, accesses, report }: AuditedRun): HistoryRecord {
  const { packs, settings } = question;
  const needs = new Map(
    packs.flatMap((loaded) =>
      loaded.pack.requirements.map((requirement): readonly [string, readonly NeedName[]] => {
        const alone = { ...loaded, pack: { ...loaded.pack, requirements: [requirement] } };
        const key = JSON.stringify([loaded.pack.id, requirement.id]);
        return [key, Object.keys(needsOf([alone], settings, rules)) as readonly NeedName[]];
      }),
    ),
  );
  return makeRecord({
    ...{ report, snapshot, accesses },
    needsOf: (pack, requirement) => needs.get(JSON.stringify([pack, requirement])) ?? [],
    snapshotDigest: sha256(JSON.stringify(inKeyOrder(snapshot, {}))),
  });
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Adds a run to the history, once its report is out, and gives the exit code. A failure stays one, and a bug, whatever
 * becomes of the history; any other verdict does not hide that the run was not recorded. A run that audited nobody is
 * no entry.
 */
export async function keepHistory(
  folder: string | undefined,
  run: AuditedRun,
  code: number,
  world: World,
): Promise<number> {
  if (folder === undefined || run.report.verdict === 'unchanged') return code;
  try {
    writeRecord(folder, recordOf(run), world);
    return code;
  } catch (error) {
    const { message, exitCode } = explainFailure(error, false);
    world.stderr.write(`syncgate: ${message}\n`);
    return code === 0 || code === 3 ? exitCode : code;
  }
}
