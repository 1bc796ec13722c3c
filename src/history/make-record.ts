import type { Access } from '../model/access.ts';
import type { HistoryPlace, HistoryRecord, RecordedResult, RecordedSubject } from '../model/history.ts';
import type { NeedName } from '../model/needs.ts';
import type { Report, ReportSource, Result } from '../model/report.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { deepFreeze } from '../plain/deep-freeze.ts';
import { placeName } from '../salesforce/place-name.ts';
import { digestAccess } from './digest-access.ts';
import { sortedUnique } from './order.ts';
import { type NamesOf, namedDecisions, namesIn } from './permission-names.ts';

export interface RecordInput {
  readonly report: Report;
  readonly snapshot: Snapshot;
  /** The very documents that the report's results cite. */
  readonly accesses: readonly Access[];
  /** The parts of the access document that a requirement asks for. */
  readonly needsOf: (pack: string, requirement: string) => readonly NeedName[];
  /** SHA-256 of the snapshot, in hex. */
  readonly snapshotDigest: string;
}

/** What is kept of a run. The same snapshot, audited in the same way, gives the same record. */
export function makeRecord({ report, accesses, ...input }: RecordInput): HistoryRecord {
  const { collectedAt } = report.source;
  return deepFreeze({
    historyVersion: 1,
    collectedAt,
    place: placeOf(report.source),
    snapshotDigest: input.snapshotDigest,
    tool: { ...report.tool },
    failOn: report.failOn,
    verdict: report.verdict,
    packs: report.packs.map(({ id, version, variant, features }) => ({ id, version, variant, features })),
    subjects: accesses.map((access): RecordedSubject => {
      const names = { of: namesIn(access), granted: grantedIn(access) };
      const results = report.results.filter(({ subject }) => subject.id === access.subject.id);
      return {
        subject: access.subject,
        results: results.map((result) =>
          recorded(result, names, input.needsOf(result.pack, result.requirement)),
        ),
        access: digestAccess(access, input.snapshot),
      };
    }),
  });
}

/** The place of a report, as it is the same one in another run. */
export function placeOf(source: ReportSource): HistoryPlace {
  const { collected } = source;
  const name = placeName(source);
  // Of directories the name is enough: records go into git, and no machine's folders with them.
  return { kind: collected.kind, name, title: collected.kind === 'org' ? collected.instanceUrl : name };
}

interface Names {
  readonly of: NamesOf;
  readonly granted: ReadonlySet<string>;
}

const grantedIn = (access: Access): ReadonlySet<string> =>
  new Set(namedDecisions(access).flatMap(([name, { decision }]) => (decision === 'granted' ? [name] : [])));

function recorded(result: Result, names: Names, needs: readonly NeedName[]): RecordedResult {
  const { pack, requirement, title, level, verdict, waiver, message } = result;
  const cited = result.evidence.flatMap((item) => (item.kind === 'decision' ? [item] : []));
  const restsOn = sortedUnique(cited.flatMap(({ decision, about }) => names.of(decision, about)));
  const isOpen = verdict !== 'pass' && verdict !== 'not-applicable';
  return {
    ...{ pack, requirement, title, level, verdict },
    waived: waiver !== null,
    message,
    needs: [...needs].sort(),
    restsOn,
    lacks: isOpen ? restsOn.filter((name) => !names.granted.has(name)) : [],
  };
}
