import { useMemo, useState } from 'preact/hooks';
import type { PageSide } from '../../model/page.ts';
import { shownText } from '../../plain/shown-text.ts';
import { amountText } from '../../reporters/amounts.ts';
import { subjectName } from '../../reporters/subject-name.ts';
import { timeText } from '../../reporters/time-text.ts';
import { verdictLine } from '../../reporters/verdict-line.ts';
import type { Judged } from '../judged.ts';
import { LongText } from '../parts/long-text.tsx';
import type { ViewProps } from '../view.ts';
import { comparedPermissions } from './compared-permissions.ts';
import { comparedResults } from './compared-results.ts';
import { DifferenceMatrix } from './difference-matrix.tsx';
import { PermissionsBeside, ResultsBeside } from './side-by-side.tsx';
import { accessOf, type SubjectPair, subjectPairs } from './subject-pairs.ts';

/** Two sides, held against each other: which verdicts and which permissions differ, and by what. */
export function CompareView({ document, read, subjectId, changes }: ViewProps) {
  const [a, b] = read;
  const pairs = useMemo(() => (a && b ? subjectPairs(a, b) : []), [a, b]);
  const pair = pairs.find((each) => [each.a?.id, each.b?.id].includes(subjectId ?? '')) ?? pairs[0];
  if (a === undefined || b === undefined) return <p>There is nothing to compare with.</p>;
  return (
    <div class="compare">
      <h2>Compare</h2>
      {changes.length > 0 && <p>This is what was read: what is being tried has no say in it.</p>}
      <dl class="compare-sides">
        {document.sides.map((side, place) => (
          <SideHead key={letters[place]} side={side} letter={letters[place] ?? ''} />
        ))}
      </dl>
      {pair === undefined ? (
        <p>Nobody was read.</p>
      ) : (
        <>
          {pairs.length > 1 && <p>{pairWords(pair)}</p>}
          <Differences key={`${pair.a?.id} ${pair.b?.id}`} {...{ a, b, pair }} />
        </>
      )}
    </div>
  );
}

const letters = ['A', 'B'];

const SideHead = ({ side, letter }: { readonly side: PageSide; readonly letter: string }) => (
  <div>
    <dt>
      {letter}: <LongText text={side.name} />
    </dt>
    <dd>
      {side.report.subjects.map((subject) => (
        <div key={subject.id}>
          <LongText text={subjectName(subject)} />
        </div>
      ))}
      Read at {timeText(side.snapshot.collectedAt)}. {verdictLine(side.report).text}
    </dd>
  </div>
);

/** Whom of both sides it is about. */
function pairWords({ a, b }: SubjectPair): string {
  const [one, other] = [a?.name ?? 'nobody', b?.name ?? 'nobody'].map(shownText);
  return one === other ? `Both: ${one}` : `A: ${one}. B: ${other}`;
}

interface DifferencesProps {
  readonly a: Judged;
  readonly b: Judged;
  readonly pair: SubjectPair;
}

function Differences({ a, b, pair }: DifferencesProps) {
  const [only, setOnly] = useState(true);
  const results = useMemo(() => comparedResults(a, b, pair), [a, b, pair]);
  const permissions = useMemo(
    () => comparedPermissions(accessOf(a, pair.a), accessOf(b, pair.b)),
    [a, b, pair],
  );
  const amount = (all: readonly { readonly difference: string }[], difference: string) =>
    all.filter((each) => each.difference === difference).length;
  const [verdicts, grounds] = [amount(results, 'verdict'), amount(results, 'grounds')];
  const [decisions, ways] = [amount(permissions, 'decision'), amount(permissions, 'grounds')];
  return (
    <>
      <p role="status" class="compare-status">
        {verdicts + grounds + decisions + ways === 0
          ? 'Nothing differs.'
          : `${amountText(verdicts, 'requirement')} of ${results.length} with another verdict, ${grounds} with the same for other reasons. ${amountText(decisions, 'permission')} of ${permissions.length} decided otherwise, ${ways} alike in other ways.`}
      </p>
      <label>
        <input
          type="checkbox"
          checked={only}
          onChange={({ currentTarget }) => setOnly(currentTarget.checked)}
        />{' '}
        Only differences
      </label>
      <ResultsBeside all={results} only={only} />
      <DifferenceMatrix permissions={permissions} />
      <PermissionsBeside all={permissions} only={only} />
    </>
  );
}
