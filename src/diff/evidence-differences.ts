import { causeSentence, notKnown as notRead } from '../history/index.ts';
import type { DecisionDifference, FactDifference, OpenQuestion } from '../model/comparison.ts';
import type { Fact } from '../model/history.ts';
import type { Json } from '../model/part.ts';
import type { ReportedEvidence, Result } from '../model/report.ts';
import { groupedBy } from '../plain/lists.ts';

export interface ComparedEvidence {
  readonly alike: number;
  readonly decisions: readonly DecisionDifference[];
  readonly facts: readonly FactDifference[];
  readonly notKnown: readonly OpenQuestion[];
  readonly notAskedBefore: readonly string[];
  readonly notAskedAfter: readonly string[];
}

/** What the same requirement cites on both sides about the same thing. */
interface Cited {
  readonly requirement: string;
  readonly about: string;
  readonly from: ReportedEvidence;
  readonly to: ReportedEvidence;
}

/** Compares what results of the same requirements cite. What one of them alone cites is no difference, and stands apart. */
export function compareEvidence(pairs: readonly (readonly [Result, Result])[]): ComparedEvidence {
  const cited = pairs.flatMap(([from, to]) => citedByBoth(from, to));
  const known = distinctly(cited).filter(([{ about }]) => !passing.has(about));
  const [decisions, facts, notKnown] = [
    known.flatMap(decisionDifference),
    known.flatMap(factDifference),
    known.flatMap(openQuestion),
  ];
  const apart = (of: 0 | 1, other: 0 | 1) => [
    ...new Set(pairs.flatMap((pair) => citedByOne(pair[of], pair[other]))),
  ];
  return {
    alike: known.filter(([{ from, to }]) => isKnownDecision(from) && wordOf(from) === wordOf(to)).length,
    ...{ decisions, facts, notKnown },
    notAskedBefore: apart(1, 0),
    notAskedAfter: apart(0, 1),
  };
}

/** They are other ones at every reading; what hangs on them, the verdict tells. */
const passing: ReadonlySet<string> = new Set(['Daily API calls left', 'Last login']);

const aboutsOf = ({ evidence }: Result): readonly string[] => evidence.map(({ about }) => about);

function citedByOne(of: Result, other: Result): readonly string[] {
  const there = new Set(aboutsOf(other));
  return aboutsOf(of).filter((about) => !there.has(about));
}

function citedByBoth(from: Result, to: Result): readonly Cited[] {
  const there = new Map(to.evidence.map((each) => [each.about, each]));
  const first = new Map(from.evidence.toReversed().map((each) => [each.about, each]));
  return [...first].flatMap(([about, each]) => {
    const other = there.get(about);
    return other === undefined ? [] : [{ requirement: to.requirement, about, from: each, to: other }];
  });
}

/** The same answers about the same thing once, with every requirement that cites them. */
const distinctly = (cited: readonly Cited[]): readonly (readonly [Cited, ...Cited[]])[] =>
  groupedBy(cited, ({ about, from, to }) => JSON.stringify([about, answerOf(from), answerOf(to)]));

const answerOf = (evidence: ReportedEvidence): Json =>
  evidence.kind === 'fact' ? ['fact', evidence.value] : wordOf(evidence);

/** A gap about something is a doubt about it. */
const wordOf = (evidence: ReportedEvidence) =>
  evidence.kind === 'decision' ? evidence.decision.decision : 'unknown';

const isKnownDecision = (evidence: ReportedEvidence): boolean =>
  evidence.kind === 'decision' && evidence.decision.decision !== 'unknown';

function decisionDifference([first, ...more]: readonly [Cited, ...Cited[]]): readonly DecisionDifference[] {
  const { about, from, to } = first;
  const isDecision = from.kind === 'decision' || to.kind === 'decision';
  if (!isDecision || from.kind === 'fact' || to.kind === 'fact' || wordOf(from) === wordOf(to)) return [];
  return [
    {
      ...{ permission: about, before: wordOf(from), after: wordOf(to) },
      requirements: [...new Set([first, ...more].map(({ requirement }) => requirement))],
      because: [`A: ${oneLine(from.text)}`, `B: ${oneLine(to.text)}`],
    },
  ];
}

function factDifference([{ about, from, to }]: readonly [Cited, ...Cited[]]): readonly FactDifference[] {
  if (from.kind !== 'fact' && to.kind !== 'fact') return [];
  if (JSON.stringify(answerOf(from)) === JSON.stringify(answerOf(to))) return [];
  const cause = {
    ...({ kind: 'fact-changed', need: 'evidence', name: about } as const),
    ...{ from: factOf(from), to: factOf(to) },
  };
  return [{ text: causeSentence(cause, 'side-by-side'), cause }];
}

const factOf = (evidence: ReportedEvidence): Fact => {
  if (evidence.kind !== 'fact') return notRead;
  const { value } = evidence;
  return value === null || typeof value !== 'object' ? value : JSON.stringify(value);
};

function openQuestion([{ about, from, to }]: readonly [Cited, ...Cited[]]): readonly OpenQuestion[] {
  const isOpen = [from, to].every((each) => each.kind !== 'fact' && wordOf(each) === 'unknown');
  return isOpen ? [{ what: about, before: oneLine(from.text), after: oneLine(to.text) }] : [];
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/gu, ' ');
