import type { Telling } from '../history/index.ts';
import type { ComparedSide, ComparedSubjects, Comparison } from '../model/comparison.ts';
import type { HistoryRecord, RecordedSubject } from '../model/history.ts';
import type { Report } from '../model/report.ts';
import { deepFreeze } from '../plain/deep-freeze.ts';
import { compareDecisions, sentences } from './decision-differences.ts';
import { compareFactsOf } from './fact-differences.ts';
import { pairSubjects } from './pair-subjects.ts';
import { filesTellNoFacts, remarksOn } from './remarks.ts';
import { compareRequirements } from './requirement-differences.ts';
import { type ApiNames, withNamesForIds } from './same-names.ts';
import { summaryOf, verdictOf, verdictOfAll } from './verdict.ts';

/** One of the two, as a run on it is recorded. */
export interface RecordSide extends Pick<ComparedSide, 'named' | 'kind' | 'revision'> {
  readonly record: HistoryRecord;
  /** Of what carries permissions, by Id, where they are known; what has none goes by its title. */
  readonly apiNames: ApiNames;
}

/** Holds B, what comes after, against A. The same two give the same comparison. */
export function compareRecords(a: RecordSide, b: RecordSide, tool: Report['tool']): Comparison {
  const { pairs, onlyBefore, onlyAfter } = pairSubjects(a.record.subjects, b.record.subjects);
  const subjects = pairs.map(([before, after]) => comparePair(a, b, before, after));
  const [before, after] = [sideOf(a), sideOf(b)];
  const made = (side: ComparedSide, { packs, tool, failOn }: HistoryRecord) => ({
    side,
    packs,
    tool,
    failOn,
  });
  return deepFreeze({
    comparisonVersion: 1,
    tool,
    verdict: verdictOfAll(subjects, onlyBefore.length + onlyAfter.length),
    basis: 'access',
    ...{ before, after },
    summary: summaryOf(subjects),
    remarks: [
      ...remarksOn(made(before, a.record), made(after, b.record)),
      ...(areFiles(a, b) ? [filesTellNoFacts] : []),
    ],
    subjects,
    onlyBefore: onlyBefore.map(({ subject }) => subject),
    onlyAfter: onlyAfter.map(({ subject }) => subject),
  });
}

function sideOf({ named, kind, revision, record }: RecordSide): ComparedSide {
  const { place, collectedAt, packs } = record;
  return { named, kind, place, collectedAt, revision, packs };
}

const areFiles = (...sides: readonly RecordSide[]): boolean =>
  sides.every(({ record }) => record.place.kind === 'source');

const isSamePlace = (a: RecordSide, b: RecordSide): boolean =>
  a.record.place.kind === b.record.place.kind && a.record.place.name === b.record.place.name;

function comparePair(
  a: RecordSide,
  b: RecordSide,
  before: RecordedSubject,
  after: RecordedSubject,
): ComparedSubjects {
  const isSame = isSamePlace(a, b);
  const telling: Telling = isSame && before.subject.id === after.subject.id ? 'in-time' : 'side-by-side';
  const named = ({ access, ...rest }: RecordedSubject, { apiNames }: RecordSide): RecordedSubject => ({
    ...rest,
    access: isSame ? access : withNamesForIds(access, apiNames),
  });
  const [was, is] = [named(before, a), named(after, b)];
  const decided = compareDecisions(was.access, is.access, [...was.results, ...is.results], telling);
  const plain = compareFactsOf(was.access, is.access);
  const asked = compareRequirements(
    { packs: a.record.packs, subject: was },
    { packs: b.record.packs, subject: is },
    new Set(decided.decisions.map(({ permission }) => permission)),
    telling,
  );
  const found = {
    before: before.subject,
    after: after.subject,
    alike: decided.alike,
    decisions: decided.decisions,
    facts: plain.facts.map((cause) => ({ text: sentences([cause], telling).join(' '), cause })),
    requirements: asked.requirements,
    causes: decided.causes,
    notKnown: [
      ...decided.notKnown,
      ...(areFiles(a, b) ? plain.notKnown.filter(mayFilesTell(was, is)) : plain.notKnown),
    ],
    notAskedBefore: [decided, plain, asked].flatMap((each) => each.notAskedBefore),
    notAskedAfter: [decided, plain, asked].flatMap((each) => each.notAskedAfter),
  };
  return { ...found, verdict: verdictOf(found) };
}

/** Files hold no such thing on either side: so it is no difference between them that is overlooked. */
const mayFilesTell =
  (...subjects: readonly RecordedSubject[]) =>
  ({ what }: { readonly what: string }): boolean =>
    !subjects.every(({ access: { facts } }) => {
      const part = Object.hasOwn(facts, what) ? facts[what] : undefined;
      return part?.status === 'unavailable' && part.reason.code === 'source-cannot-tell';
    });
