import type { Result } from '../../model/report.ts';
import { standing } from '../../reporters/baseline-words.ts';
import { isProblem } from '../../reporters/result-mark.ts';
import { addressOf } from '../address.ts';
import { Badge } from '../parts/badge.tsx';
import { Fold } from '../parts/fold.tsx';
import { LongText } from '../parts/long-text.tsx';
import { Names } from '../parts/names.tsx';
import { AskedBy } from './asked-by.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { losses } from './losses.ts';
import { Mend, type Setup } from './mend.tsx';
import { ResultFacts } from './result-facts.tsx';
import { kindOf } from './sorted.ts';

interface ResultCardProps {
  readonly result: Result;
  /** Of its element: one for each result of the report. */
  readonly id: string;
  /** What the requirement is called: with its pack where there are several. */
  readonly name: string;
  /** Whether to say whom it is about. */
  readonly several: boolean;
  readonly setup: Setup;
  readonly unfolded: boolean;
  readonly printing: boolean;
}

/** One result: what it does to the sync, what was found and how to mend it; its grounds and its source folded. */
export function ResultCard({ result, id, name, several, setup, unfolded, printing }: ResultCardProps) {
  const { verdict, waiver, title, message, evidence } = result;
  return (
    <article class={`verdict-result verdict-${kindOf(result)}`} aria-labelledby={id}>
      <h3 id={id} tabIndex={-1}>
        <Badge verdict={verdict} waived={waiver !== null} />
        {standing(result)} <Names text={title} most={400} />
      </h3>
      <p class="verdict-name">
        <a href={addressOf({ view: 'verdict', place: name })}>
          <Names text={name} />
        </a>
        {several ? (
          <>
            {' '}
            of <Names text={result.subject.name} />
          </>
        ) : null}
      </p>
      {losses(result).map((loss) => (
        <p key={loss} class="verdict-loss">
          <LongText text={loss} />
        </p>
      ))}
      <p>
        <LongText text={message} />
      </p>
      <ResultFacts result={result} all={unfolded} />
      {isProblem(result) ? <Mend result={result} setup={setup} both={printing} /> : null}
      {evidence.length === 0 ? null : (
        <Fold title={`Evidence (${evidence.length})`} open={unfolded}>
          <EvidenceList result={result} unfolded={unfolded} />
        </Fold>
      )}
      <Fold title="Why, and where that is written" open={unfolded}>
        <AskedBy result={result} />
      </Fold>
    </article>
  );
}
