import type { PageDocument } from '../../model/page.ts';
import type { ReportVerdict } from '../../model/report.ts';
import type { Subject } from '../../model/subject.ts';
import { listed } from '../../plain/lists.ts';
import { amountText } from '../../reporters/amounts.ts';
import { verdictHeads } from '../../reporters/verdict-line.ts';
import { type ChangedResult, changedResults } from '../../what-if/compare-results.ts';
import { type ComparedPermission, comparedPermissions } from '../compare/compared-permissions.ts';
import { accessOf, subjectPairs } from '../compare/subject-pairs.ts';
import type { Judged } from '../judged.ts';
import { triedReport } from '../tried-report.ts';

/** What the changes do to one subject. */
export interface SubjectOutcome {
  readonly subject: Subject;
  readonly results: readonly ChangedResult[];
  /** Those that are decided otherwise than they were. */
  readonly decisions: readonly ComparedPermission[];
  /** Those that are decided alike, for other reasons. */
  readonly grounds: readonly ComparedPermission[];
}

export interface Outcome {
  readonly before: ReportVerdict;
  readonly after: ReportVerdict;
  readonly subjects: readonly SubjectOutcome[];
}

/** What becomes of a side by what is tried on it. */
export function outcomeOf(before: Judged, after: Judged, { sides: [side] }: PageDocument): Outcome {
  const results = before === after ? [] : changedResults(before, after).results;
  return {
    before: side.report.verdict,
    after: before === after ? side.report.verdict : triedReport(side.report, after.results).verdict,
    subjects: before === after ? [] : subjectPairs(before, after).flatMap(({ a, b }) => ofSubject(a, b)),
  };

  function ofSubject(a: Subject | null, b: Subject | null): readonly SubjectOutcome[] {
    const subject = a ?? b;
    if (subject === null) return [];
    const permissions = comparedPermissions(accessOf(before, a), accessOf(after, b));
    return [
      {
        subject,
        results: results.filter(({ before: was, after: is }) => (is ?? was)?.subject.id === subject.id),
        decisions: permissions.filter(({ difference }) => difference === 'decision'),
        grounds: permissions.filter(({ difference }) => difference === 'grounds'),
      },
    ];
  }
}

/** Every change of a verdict. */
export const turnedResults = ({ subjects }: Outcome): readonly ChangedResult[] =>
  subjects.flatMap(({ results }) => results);

/** What becomes of the verdict. */
export const verdictSentence = ({ before, after }: Outcome): string =>
  before === after
    ? `The verdict stays ${verdictWord(after)}.`
    : `The verdict turns from ${verdictWord(before)} to ${verdictWord(after)}.`;

/** What turns with it, in one breath, for whoever does not see the page change. */
export function turnsSentence(outcome: Outcome): string {
  const results = turnedResults(outcome);
  const amount = (turn: ChangedResult['turn']) => results.filter((result) => result.turn === turn).length;
  const decisions = outcome.subjects.reduce((sum, each) => sum + each.decisions.length, 0);
  const otherwise = amount('neither');
  const turned = listed([
    `${amountText(amount('better'), 'requirement')} better`,
    `${amount('worse')} worse`,
    ...(otherwise > 0 ? [`${otherwise} otherwise`] : []),
  ]);
  return `${turned}. ${amountText(decisions, 'permission')} decided otherwise.`;
}

/** `non-compliant` */
export const verdictWord = (verdict: ReportVerdict): string =>
  verdictHeads[verdict].words.replace(/^\S+ /u, '').toLowerCase();
