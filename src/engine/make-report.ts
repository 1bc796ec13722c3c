import type { Baseline } from '../model/baseline.ts';
import type { LoadedPack, Settings } from '../model/pack.ts';
import type {
  Report,
  ReportBaseline,
  ReportPack,
  ReportSource,
  ReportVerdict,
  Result,
  Skipped,
  Summary,
} from '../model/report.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Subject } from '../model/subject.ts';
import { deepFreeze } from '../plain/deep-freeze.ts';
import { compareWithBaseline } from './baseline.ts';
import { isOn } from './conditions.ts';
import { type Gate, isGated } from './gate.ts';
import { atOrAbove } from './levels.ts';
import { unreadParts } from './unread.ts';
import { waiverUses } from './waivers.ts';

export interface ReportInput {
  readonly snapshot: Snapshot;
  readonly packs: readonly LoadedPack[];
  readonly settings: Settings;
  readonly results: readonly Result[];
  readonly tool: Report['tool'];
  /** The snapshot file the facts were read back from; null when audited live. */
  readonly snapshotFile: string | null;
  /** Who was left out of the audit and is not among the snapshot's subjects. */
  readonly skipped?: readonly Skipped[];
  /** The earlier report to hold this one against. */
  readonly baseline?: ChosenBaseline | undefined;
}

/** An earlier report, and whether only what is new beside it counts. */
export interface ChosenBaseline {
  readonly baseline: Baseline;
  readonly onlyNew: boolean;
}

/** There was nothing to audit: no pack, no requirement, or no subject. Exit code 2, never a report. */
export class NothingToAudit extends Error {
  override readonly name = 'NothingToAudit';
}

/**
 * Puts the results together. Throws {@link NothingToAudit} where there is nothing that could fail, and a
 * plain error (a bug) where a subject was not held against every requirement.
 */
export function makeReport(input: ReportInput): Report {
  const { snapshot, packs, settings, tool, skipped = [], baseline: chosen } = input;
  const subjects = snapshot.subjects.map(({ subject }) => subject);
  refuseNothing(packs, snapshot, skipped);
  refuseIncomplete(packs, subjects, input.results);
  const source = sourceOf(input);
  const results =
    chosen === undefined ? input.results : compareWithBaseline(input.results, source, chosen.baseline);
  const gate: Gate = { failOn: settings.failOn, onlyNew: chosen?.onlyNew ?? false };
  return deepFreeze({
    reportVersion: 1,
    tool,
    source,
    packs: packs.map((loaded) => reportPack(loaded, settings)),
    subjects,
    skipped: [...skipped],
    failOn: settings.failOn,
    verdict: reportVerdict(results, subjects, gate, skipped),
    summary: summarise(results),
    results: [...results],
    unread: unreadParts(snapshot),
    warnings: snapshot.warnings,
    waivers: waiverUses(settings.waivers, results, snapshot.collectedAt),
    baseline: reportBaseline(chosen),
  });
}

const sourceOf = ({ snapshot, snapshotFile }: ReportInput): ReportSource => ({
  collected: snapshot.source,
  collectedAt: snapshot.collectedAt,
  cost: snapshot.cost,
  snapshot: snapshotFile,
  ...(snapshot.names !== undefined && { names: snapshot.names }),
});

function reportBaseline(chosen: ChosenBaseline | undefined): ReportBaseline | null {
  if (chosen === undefined) return null;
  const { file, collectedAt } = chosen.baseline;
  return { file, collectedAt, onlyNew: chosen.onlyNew };
}

function refuseNothing(
  packs: readonly LoadedPack[],
  { subjects, source }: Snapshot,
  skipped: readonly Skipped[],
): void {
  if (packs.length === 0) throw new NothingToAudit('There is no requirement pack to audit against.');
  const empty = packs.find(({ pack }) => pack.requirements.length === 0);
  if (empty) throw new NothingToAudit(`The pack '${empty.pack.id}' has no requirements.`);
  const who = source.kind === 'org' ? 'user' : 'persona or user';
  if (subjects.length + skipped.length === 0) throw new NothingToAudit(`There is no ${who} to audit.`);
}

/** A requirement that was lost on the way must not look like one that is met. */
function refuseIncomplete(
  packs: readonly LoadedPack[],
  subjects: readonly Subject[],
  results: readonly Result[],
): void {
  const key = (pack: string, requirement: string, subject: string) =>
    JSON.stringify([pack, requirement, subject]);
  const evaluated = new Set(
    results.map(({ pack, requirement, subject }) => key(pack, requirement, subject.id)),
  );
  for (const { pack } of packs) {
    for (const { id } of pack.requirements) {
      const lost = subjects.find((subject) => !evaluated.has(key(pack.id, id, subject.id)));
      if (lost) throw new Error(`Requirement '${id}' of '${pack.id}' was not evaluated for ${lost.name}.`);
    }
  }
}

/**
 * An unwaived failure makes it non-compliant; a doubt or a broken rule, inconclusive; and so does a subject on
 * whom nothing was found out: of the requirements that count, each was not applicable, or there was none. A pass
 * was found out, and so was a failure that is waived. Levels below `failOn` do not count for anything, and where only
 * what is new counts, the failures that the baseline has decide nothing. Where all who could have been audited were
 * left out, nothing was judged: unchanged.
 */
export function reportVerdict(
  results: readonly Result[],
  subjects: readonly Subject[],
  gate: Gate,
  skipped: readonly Skipped[] = [],
): ReportVerdict {
  if (subjects.length === 0 && results.length === 0 && skipped.length > 0) return 'unchanged';
  const deciding = results.filter((result) => isGated(result, gate));
  if (deciding.some(({ verdict, waiver }) => verdict === 'fail' && waiver === null)) return 'non-compliant';
  const doubted = deciding.some(({ verdict }) => verdict === 'inconclusive' || verdict === 'error');
  const settled = results.filter(
    ({ level, verdict }) => atOrAbove(level, gate.failOn) && (verdict === 'pass' || verdict === 'fail'),
  );
  const checked = new Set(settled.map(({ subject }) => subject.id));
  const unchecked = subjects.length === 0 || subjects.some(({ id }) => !checked.has(id));
  return doubted || unchecked ? 'inconclusive' : 'compliant';
}

/** How many results came to what. */
export function summarise(results: readonly Result[]): Summary {
  const count = (verdict: Result['verdict']) => results.filter((result) => result.verdict === verdict).length;
  return {
    pass: count('pass'),
    fail: count('fail'),
    inconclusive: count('inconclusive'),
    notApplicable: count('not-applicable'),
    error: count('error'),
    waived: results.filter(({ waiver }) => waiver !== null).length,
  };
}

function reportPack({ pack }: LoadedPack, settings: Settings): ReportPack {
  const { variant } = settings;
  return {
    id: pack.id,
    version: pack.version,
    title: pack.title,
    variant: variant !== null && Object.hasOwn(pack.variants ?? {}, variant) ? variant : null,
    features: Object.keys(pack.features ?? {}).filter((feature) => isOn(pack, settings, feature)),
    notes: pack.notes ?? [],
  };
}
