import { useId, useMemo } from 'preact/hooks';
import { wayWords } from '../../engine/wording/grants.ts';
import type { Subject } from '../../model/subject.ts';
import { amountText } from '../../reporters/amounts.ts';
import { type UnneededGrant, unneededGrants } from '../../what-if/unneeded.ts';
import type { Judged } from '../judged.ts';
import { Fold } from '../parts/fold.tsx';
import { LongText } from '../parts/long-text.tsx';
import { Names } from '../parts/names.tsx';
import { Some } from '../parts/some.tsx';

export interface UnneededGrantsProps {
  readonly before: Judged;
  readonly tried: Judged;
  readonly subject: Subject;
}

/** What the subject has and no requirement of the run rests on: before, and now. */
export function UnneededGrants({ before, tried, subject }: UnneededGrantsProps) {
  const title = useId();
  const were = useMemo(() => unneededGrants(before, subject), [before, subject]);
  const are = useMemo(() => unneededGrants(tried, subject), [tried, subject]);
  return (
    <section aria-labelledby={title}>
      <h3 id={title}>Not needed</h3>
      {are === null ? (
        <p>It cannot be told: a requirement could not be evaluated.</p>
      ) : (
        <>
          <p>
            {amountText(are.length, 'granted permission')} that no requirement rests on
            {before === tried || were === null ? '' : `; as read ${were.length}`}. What was not read is not
            among them.
          </p>
          {are.length > 0 && <Unneeded grants={are} were={were ?? are} />}
        </>
      )}
    </section>
  );
}

interface UnneededProps {
  readonly grants: readonly UnneededGrant[];
  readonly were: readonly UnneededGrant[];
}

const Unneeded = ({ grants, were }: UnneededProps) => (
  <Fold title="Which, and who grants them">
    <div class="what-if-list">
      <Some items={grants} most={40} noun="permission">
        {(each) => <Item key={each.permission} grant={each} isNew={isNew(each, were)} />}
      </Some>
    </div>
  </Fold>
);

const isNew = ({ permission }: UnneededGrant, were: readonly UnneededGrant[]): boolean =>
  !were.some((was) => was.permission === permission);

function Item({ grant, isNew }: { readonly grant: UnneededGrant; readonly isNew: boolean }) {
  const { permission, grants, broad } = grant;
  const sentences = [...new Set(grants.map((each) => `${wayWords('it', each)}.`))];
  return (
    <li>
      <strong>
        <Names text={permission} />
      </strong>
      {broad !== null && <span class="what-if-fail"> lets {broad}</span>}
      {isNew && <span class="what-if-quiet"> new</span>}
      {sentences.map((sentence) => (
        <p key={sentence} class="what-if-message">
          <LongText text={sentence} />
        </p>
      ))}
    </li>
  );
}
