import { entryLabel } from '../../engine/entry-label.ts';
import { gapWords, mendSentence } from '../../engine/wording/gaps.ts';
import { wayWords } from '../../engine/wording/grants.ts';
import { missWords } from '../../engine/wording/near-misses.ts';
import { capitalised, containerName, sentence } from '../../engine/wording/phrases.ts';
import { additionPlace, entryAt, missAt } from '../../engine/wording/places.ts';
import { subjectWords } from '../../engine/wording/subject-words.ts';
import type { Decision, Grant, NearMiss } from '../../model/access.ts';
import type { Gap } from '../../model/part.ts';
import type { Subject } from '../../model/subject.ts';
import { dayOf } from '../../plain/days.ts';
import { LongText } from '../parts/long-text.tsx';
import { Names } from '../parts/names.tsx';
import { Some } from '../parts/some.tsx';
import { Place, PlaceItem } from './place.tsx';

/** More of them are shown when they are asked for. */
const most = 10;

/** Everything behind a decision, none of it left out: grants, near misses, doubts, and where an entry would go. */
export function DecisionDetail({
  decision,
  subject,
}: {
  readonly decision: Decision;
  readonly subject: Subject;
}) {
  if (decision.decision === 'granted') {
    return (
      <>
        <h4>Granted by</h4>
        <Some items={decision.grants} most={most} noun="way">
          {(grant, index) => <GrantItem key={index} grant={grant} />}
        </Some>
      </>
    );
  }
  const { nearMisses } = decision;
  const gaps = decision.decision === 'unknown' ? decision.because : [];
  const place = additionPlace(decision);
  return (
    <>
      {gaps.length > 0 && <h4>Why it is not known</h4>}
      {gaps.length > 0 && (
        <Some items={gaps} most={most} noun="reason">
          {(gap, index) => <GapItem key={index} gap={gap} />}
        </Some>
      )}
      {nearMisses.length > 0 && <h4>What would grant it, and what stands in the way</h4>}
      {nearMisses.length > 0 && (
        <Some items={nearMisses} most={most} noun="near miss">
          {(miss, index) => <MissItem key={index} miss={miss} subject={subject} />}
        </Some>
      )}
      {place !== undefined && (
        <p>
          <LongText text={`An entry would go into ${containerName(place.container)}.`} />{' '}
          <Place at={place.at} />
        </p>
      )}
    </>
  );
}

function GrantItem({ grant }: { readonly grant: Grant }) {
  const { members = [], through, entry, implied } = grant;
  return (
    <li>
      <LongText text={`${wayWords('it', grant)}.`} />
      <ul>
        {implied !== undefined && (
          <li>
            Its entry <Names text={entryLabel(entry)} /> implies it: <LongText text={implied.fact} />
          </li>
        )}
        {members.length > 0 && (
          <li>
            Members that carry it:{' '}
            {members.map(({ id, title }, index) => (
              <span key={id}>
                {index > 0 && ', '}
                <Names text={title} />
              </span>
            ))}
          </li>
        )}
        {entry.kind !== 'fixed' && (
          <li>
            Assignment <Names text={through.id} />
            {through.group !== null && (
              <>
                {' '}
                of the group <Names text={through.group.title} /> ({through.group.status})
              </>
            )}
            {through.expires === null ? ', without an end' : `, until ${dayOf(through.expires)}`}
          </li>
        )}
        <PlaceItem at={entryAt(entry)} />
      </ul>
    </li>
  );
}

const MissItem = ({ miss, subject }: { readonly miss: NearMiss; readonly subject: Subject }) => (
  <li>
    <LongText text={`${missWords('it', miss, subjectWords[subject.kind])}.`} />
    <ul>
      <li>
        Its entry: <Names text={entryLabel(miss.entry)} />
      </li>
      {miss.kind === 'muted' && <PlaceItem at={entryAt(miss.entry)} />}
      <PlaceItem at={missAt(miss)} />
    </ul>
  </li>
);

const GapItem = ({ gap }: { readonly gap: Gap }) => (
  <li>
    <LongText text={sentence(capitalised(gapWords(gap)))} />{' '}
    {gap.mend !== undefined && <LongText text={mendSentence(gap.mend)} />}
    {(gap.query !== undefined || gap.errorCode !== undefined) && (
      <details>
        <summary>What was asked</summary>
        {gap.query !== undefined && (
          <code>
            <LongText text={gap.query} />
          </code>
        )}
        {gap.errorCode !== undefined && (
          <p>
            The answer: <Names text={gap.errorCode} />
          </p>
        )}
      </details>
    )}
  </li>
);
