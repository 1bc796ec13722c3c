import { decideAll } from '../../access/decide-access.ts';
import { type ChosenBaseline, exitCode } from '../../engine/index.ts';
import type { OrgOutcome } from '../../model/report-set.ts';
import { reportOn } from '../audit.ts';
import type { Choices } from '../choices/read-choices.ts';
import { explainFailure } from '../failure.ts';
import { missingFor } from '../missing.ts';
import type { ReportedRun } from '../page-file.ts';
import type { Progress } from '../progress.ts';
import { questionNeeds } from '../question.ts';
import type { World } from '../world.ts';

/** One org of a run over many, with everything chosen for it. */
export interface OrgToAudit {
  readonly name: string;
  readonly choices: Choices;
  readonly baseline: ChosenBaseline | undefined;
}

export interface AuditedOrg {
  readonly outcome: OrgOutcome;
  /** The exit code of a run on it alone: it has a say in it whether the run could be added to the history. */
  readonly code: number;
  /** What its page would show; null where it could not be audited. */
  readonly run: ReportedRun | null;
}

/** Audits one org. What is in its way becomes its outcome, so that it stops no other; only an interrupt is thrown. */
export async function auditOrg(
  org: OrgToAudit,
  progress: Progress,
  verbose: boolean,
  world: World,
): Promise<AuditedOrg> {
  try {
    return await audited(org, progress, world);
  } catch (error) {
    world.signal.throwIfAborted();
    const failure = explainFailure(error, verbose);
    return { outcome: { org: org.name, status: 'unread', failure }, code: failure.exitCode, run: null };
  }
}

async function audited(
  { name, choices, baseline }: OrgToAudit,
  progress: Progress,
  world: World,
): Promise<AuditedOrg> {
  const { readLiveOrg } = await import('../live-org.ts');
  const { question, org, apiVersion, users, history, allowInconclusive } = choices;
  const wanted = { needs: questionNeeds(question), missing: missingFor(question) };
  const snapshot = await readLiveOrg({ org, apiVersion, users, ...wanted, progress }, world);
  const accesses = decideAll(snapshot);
  const report = reportOn({ question, snapshot, snapshotFile: null, baseline }, accesses);
  const outcome = { org: name, status: 'audited', report } as const;
  const code = exitCode(report, { allowInconclusive });
  const run = { question, snapshot, accesses, report };
  if (history === undefined) return { outcome, code, run };
  const { keepHistory } = await import('../keep-history.ts');
  return { outcome, code: await keepHistory(history, run, code, world), run };
}
