import { placeOf } from '../history/index.ts';
import type { ComparedSide, ComparedSubjects, Comparison } from '../model/comparison.ts';
import type { Report, Result } from '../model/report.ts';
import type { Subject } from '../model/subject.ts';
import { deepFreeze } from '../plain/deep-freeze.ts';
import { findingProblems } from '../salesforce/finding-problems.ts';
import { compareEvidence } from './evidence-differences.ts';
import { pairSubjects } from './pair-subjects.ts';
import { onlyEvidence, remarksOn } from './remarks.ts';
import { isChanged } from './requirement-differences.ts';
import { summaryOf, verdictOf, verdictOfAll } from './verdict.ts';

/** One of the two, as far as a report has it. */
export interface ReportSide extends Pick<ComparedSide, 'named' | 'kind' | 'revision'> {
  readonly report: Report;
}

/** Holds the results of B against those of A, and what they cite. */
export function compareReports(a: ReportSide, b: ReportSide, tool: Report['tool']): Comparison {
  const who = ({ report }: ReportSide) => report.subjects.map((subject) => ({ subject }));
  const { pairs, onlyBefore, onlyAfter } = pairSubjects(who(a), who(b));
  const subjects = pairs.map(([before, after]) =>
    comparePair(before.subject, after.subject, a.report, b.report),
  );
  const [before, after] = [sideOf(a), sideOf(b)];
  const made = (side: ComparedSide, { tool, failOn }: Report) => ({ side, packs: side.packs, tool, failOn });
  return deepFreeze({
    comparisonVersion: 1,
    tool,
    verdict: verdictOfAll(subjects, onlyBefore.length + onlyAfter.length),
    basis: 'evidence',
    ...{ before, after },
    summary: summaryOf(subjects),
    remarks: [onlyEvidence, ...remarksOn(made(before, a.report), made(after, b.report))],
    subjects,
    onlyBefore: onlyBefore.map(({ subject }) => subject),
    onlyAfter: onlyAfter.map(({ subject }) => subject),
  });
}

function sideOf({ named, kind, revision, report }: ReportSide): ComparedSide {
  const { source, packs } = report;
  return {
    ...{ named, kind, revision },
    place: placeOf(source),
    collectedAt: source.collectedAt,
    packs: packs.map(({ id, version, variant, features }) => ({ id, version, variant, features })),
  };
}

function comparePair(before: Subject, after: Subject, a: Report, b: Report): ComparedSubjects {
  const of = ({ results }: Report, subject: Subject) =>
    new Map(
      results
        .filter((result) => result.subject.id === subject.id)
        .map((result) => [JSON.stringify([result.pack, result.requirement]), result]),
    );
  const [was, is] = [of(a, before), of(b, after)];
  const both = [...was].flatMap(([key, from]) => {
    const to = is.get(key);
    return to === undefined ? [] : [[from, to] as const];
  });
  const cited = compareEvidence(both);
  const differing = new Set(cited.decisions.flatMap(({ requirements }) => requirements));
  const found = {
    before,
    after,
    alike: cited.alike,
    decisions: cited.decisions,
    facts: cited.facts,
    requirements: both.flatMap(([from, to]) => {
      const changed = isChanged(stateOf(from), stateOf(to));
      if (!changed && !differing.has(to.requirement)) return [];
      const { pack, requirement, title } = to;
      return [
        {
          ...{ pack, requirement, title, changed, causes: [] },
          ...{ before: stateOf(from), after: stateOf(to) },
          because: changed ? [`A: ${from.message}`, `B: ${to.message}`] : [],
        },
      ];
    }),
    causes: [],
    notKnown: cited.notKnown,
    notAskedBefore: [...cited.notAskedBefore, ...apart(is, was)],
    notAskedAfter: [...cited.notAskedAfter, ...apart(was, is)],
  };
  return { ...found, verdict: verdictOf(found) };
}

const apart = (of: ReadonlyMap<string, Result>, other: ReadonlyMap<string, Result>): readonly string[] =>
  [...of].flatMap(([key, { requirement }]) => (other.has(key) ? [] : [`requirement ${requirement}`]));

const stateOf = (result: Result) => ({
  verdict: result.verdict,
  waived: result.waiver !== null,
  level: result.level,
  lacks: findingProblems(result),
});
