import { useId } from 'preact/hooks';
import { amountText } from '../../reporters/amounts.ts';
import { subjectName } from '../../reporters/subject-name.ts';
import type { ChangedResult } from '../../what-if/compare-results.ts';
import type { ComparedPermission } from '../compare/compared-permissions.ts';
import { DecisionBadge } from '../parts/decision-badge.tsx';
import { Fold } from '../parts/fold.tsx';
import { LongText } from '../parts/long-text.tsx';
import { Names } from '../parts/names.tsx';
import { ResultBadge } from '../parts/result-badge.tsx';
import { Some } from '../parts/some.tsx';
import type { Outcome, SubjectOutcome } from './outcome.ts';

/** What the changes do: to which requirements, and to which permissions. */
export function OutcomeView({ outcome }: { readonly outcome: Outcome }) {
  const title = useId();
  const { subjects } = outcome;
  return (
    <section aria-labelledby={title}>
      <h3 id={title}>What comes of it</h3>
      {subjects.map((each) => (
        <div key={each.subject.id}>
          {subjects.length > 1 && (
            <h4>
              <LongText text={subjectName(each.subject)} />
            </h4>
          )}
          <Effects {...each} />
        </div>
      ))}
    </section>
  );
}

const turns: readonly (readonly [ChangedResult['turn'], string])[] = [
  ['better', 'Better'],
  ['worse', 'Worse'],
  ['neither', 'Otherwise'],
];

function Effects({ results, decisions, grounds }: SubjectOutcome) {
  const turned = turns
    .map(([turn, title]) => ({ title, its: results.filter((result) => result.turn === turn) }))
    .filter(({ its }) => its.length > 0);
  return (
    <>
      {turned.length === 0 && <p>No requirement has another verdict by it.</p>}
      {turned.map(({ title, its }) => (
        <div key={title}>
          <p class="what-if-head">
            {title}: {amountText(its.length, 'requirement')}
          </p>
          <div class="what-if-list">
            <Some items={its} most={40} noun="requirement">
              {(result) => <TurnedItem key={(result.after ?? result.before)?.requirement} turned={result} />}
            </Some>
          </div>
        </div>
      ))}
      <Changed title={`${amountText(decisions.length, 'permission')} decided otherwise`} all={decisions} />
      <Changed
        title={`${amountText(grounds.length, 'permission')} decided alike in other ways`}
        all={grounds}
      />
    </>
  );
}

const TurnedItem = ({ turned: { before, after } }: { readonly turned: ChangedResult }) => (
  <li>
    <strong>
      <Names text={(after ?? before)?.title ?? ''} />
    </strong>{' '}
    <ResultBadge result={before} /> <Arrow /> <ResultBadge result={after} />
    {after !== null && (
      <p class="what-if-message">
        <LongText text={after.message} />
      </p>
    )}
  </li>
);

const Arrow = () => (
  <>
    <span aria-hidden="true">→</span>
    <span class="parts-unseen">, now </span>
  </>
);

interface ChangedProps {
  readonly title: string;
  readonly all: readonly ComparedPermission[];
}

function Changed({ title, all }: ChangedProps) {
  if (all.length === 0) return null;
  return (
    <Fold title={title}>
      <div class="what-if-list">
        <Some items={all} most={40} noun="permission">
          {(each) => <ChangedItem key={each.key} permission={each} />}
        </Some>
      </div>
    </Fold>
  );
}

const ChangedItem = ({ permission: { what, a, b } }: { readonly permission: ComparedPermission }) => (
  <li>
    <strong>
      <Names text={what} />
    </strong>{' '}
    <DecisionBadge decision={a?.decision ?? null} /> <Arrow />{' '}
    <DecisionBadge decision={b?.decision ?? null} />
    {b?.sentences.map((sentence) => (
      <p key={sentence} class="what-if-message">
        <LongText text={sentence} />
      </p>
    ))}
  </li>
);
