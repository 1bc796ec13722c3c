import { decideAll } from '../../access/decide-access.ts';
import { compareRecords, compareReports, type RecordSide, type ReportSide } from '../../diff/index.ts';
import type { Comparison, SideKind } from '../../model/comparison.ts';
import type { Needs } from '../../model/needs.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { firstOf } from '../../plain/lists.ts';
import { reportOn } from '../audit.ts';
import { wrongUsage } from '../failure.ts';
import { recordOf } from '../keep-history.ts';
import { tool } from '../version.ts';
import type { NamedSide } from './named-side.ts';
import { readFileSide } from './read-file-side.ts';
import { type Content, type Reading, type ReadSide, readFilesSide, readOrgSide } from './read-side.ts';
import type { Whose } from './whose.ts';

/** Both sides, read: files first, so that what a snapshot was asked is asked of the other side too. */
export async function readSides(
  sides: readonly NamedSide[],
  whose: readonly Whose[],
  reading: Reading,
): Promise<readonly ReadSide[]> {
  const nobody: Whose = { user: undefined, persona: undefined };
  const inOrder = sides.map((side, index) => ({ side, index, whose: whose[index] ?? nobody }));
  const read = new Map<number, ReadSide>();
  for (const { side, index, whose } of inOrder.filter((each) => each.side.kind === 'file')) {
    read.set(index, await readFileSide(side, whose, reading));
  }
  const also = [...read.values()].flatMap(({ content }): readonly Needs[] =>
    content.form === 'snapshot' ? [content.snapshot.needs] : [],
  );
  for (const { side, index, whose } of inOrder.filter((each) => each.side.kind !== 'file')) {
    const readOne = side.kind === 'org' ? readOrgSide : readFilesSide;
    read.set(index, await readOne(side, whose, also, reading));
  }
  return inOrder.flatMap(({ index }) => read.get(index) ?? []);
}

/** Holds what was read of B against what was read of A. */
export function compareSides(a: ReadSide, b: ReadSide): Comparison {
  const forms = [a.content.form, b.content.form];
  if (forms.includes('report') && forms.includes('record')) {
    throw wrongUsage(
      'a report and a record of a run have too little in common to be compared. Name two of a kind, or a snapshot for one of them',
    );
  }
  const comparison = forms.includes('report')
    ? compareReports(asReport(a), asReport(b), tool)
    : compareRecords(asRecord(a), asRecord(b), tool);
  refuseStrangers(comparison);
  return comparison;
}

function refuseStrangers({ subjects, onlyBefore, onlyAfter }: Comparison): void {
  if (subjects.length > 0) return;
  const names = (all: Comparison['onlyBefore']) => firstOf(all.map(({ name }) => name)) || 'nobody';
  throw wrongUsage(
    `nobody is in both: A has ${names(onlyBefore)}, and B has ${names(onlyAfter)}. Name one of each with --user (of A, then of B)`,
  );
}

const asReport = ({ side, revision, content }: ReadSide): ReportSide => ({
  ...{ named: side.named, kind: kindOf(side, content), revision },
  report: reportOf(content),
});

function reportOf(content: Content) {
  if (content.form === 'report') return content.report;
  if (content.form === 'record') throw new Error('a record has no report');
  const { snapshot, file, question } = content;
  return reportOn({ question, snapshot, snapshotFile: file });
}

function asRecord({ side, revision, content }: ReadSide): RecordSide {
  const made = { named: side.named, kind: kindOf(side, content), revision };
  if (content.form === 'record') return { ...made, record: content.record, apiNames: {} };
  if (content.form === 'report') throw new Error('a report is no record');
  const { snapshot, file, question } = content;
  const accesses = decideAll(snapshot);
  const report = reportOn({ question, snapshot, snapshotFile: file }, accesses);
  return { ...made, record: recordOf({ question, snapshot, accesses, report }), apiNames: namesIn(snapshot) };
}

const namesIn = ({ containers, groups }: Snapshot): Readonly<Record<string, string>> =>
  Object.fromEntries([...containers, ...groups].map(({ id, apiName }) => [id, apiName]));

function kindOf({ kind }: NamedSide, { form }: Content): SideKind {
  if (form !== 'snapshot') return form;
  return kind === 'file' ? 'snapshot' : kind === 'org' ? 'org' : 'files';
}
