import { decideAll } from '../../access/decide-access.ts';
import { type ChosenBaseline, exitCode } from '../../engine/index.ts';
import type { OrgOutcome } from '../../model/report-set.ts';
import { reportOn } from '../audit.ts';
import type { Choices } from '../choices/read-choices.ts';
import { explainFailure } from '../failure.ts';
import { missingFor } from '../missing.ts';
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
  /** Whether the run was added to the history, where one is kept. */
  readonly recorded: boolean;
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
    return { outcome: { org: org.name, status: 'unread', failure }, recorded: true };
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
  if (history === undefined) return { outcome, recorded: true };
  const { keepHistory } = await import('../keep-history.ts');
  const code = exitCode(report, { allowInconclusive });
  const kept = await keepHistory(history, { question, snapshot, accesses, report }, code, world);
  return { outcome, recorded: kept === code };
}
