import { LongText } from '../parts/long-text.tsx';
import { Names } from '../parts/names.tsx';
import { DecisionDetail } from './decision-detail.tsx';
import { GraphSection } from './graph-section.tsx';
import { beforeRight, sentencesOn } from './permission-words.ts';
import type { Permission } from './permissions.ts';
import { RestingList } from './resting-list.tsx';
import type { ShownAccess } from './shown-access.ts';
import { StateMark, Was } from './states.tsx';
import { detailHeading } from './use-chosen.ts';

export interface DetailProps {
  readonly shown: ShownAccess;
  readonly permission: Permission;
  readonly close: () => void;
  readonly open: (key: string) => void;
}

/** Why one permission stands as it does. */
export function Detail({ shown, permission, close, open }: DetailProps) {
  const { access, differing, resting } = shown;
  const { key, title, state, decision } = permission;
  const difference = differing.get(key);
  return (
    <section class="access-detail" aria-labelledby={detailHeading}>
      <div class="access-head">
        <h3 id={detailHeading} tabIndex={-1}>
          <Names text={title} /> <StateMark state={state} />
        </h3>
        <button type="button" class="access-close" onClick={close}>
          Close
        </button>
      </div>
      {difference !== undefined && (
        <p>
          <Was difference={difference} /> {difference.kind === 'state' ? '' : 'than '}before the changes that
          are being tried
        </p>
      )}
      {sentencesOn(access, permission).map((sentence) => (
        <p key={sentence}>
          <LongText text={sentence} />
        </p>
      ))}
      <Halves {...{ shown, permission, open }} />
      {decision !== null && <DecisionDetail decision={decision} subject={access.subject} />}
      <RestingList resting={resting.get(key) ?? []} />
      {decision !== null && <GraphSection key={key} access={access} permission={permission} />}
    </section>
  );
}

/** A field's access takes two things. */
function Halves({ shown, permission, open }: Pick<DetailProps, 'shown' | 'permission' | 'open'>) {
  const { kind, key, fieldLevel } = permission;
  if (kind !== 'field' || fieldLevel === undefined) return null;
  const asked = shown.access.fields[beforeRight(key)]?.asked;
  const right = key.slice(key.lastIndexOf(':') + 1);
  const object = asked === undefined ? undefined : shown.permissions.get(`${asked.object}:${right}`);
  return (
    <>
      <h4>What it takes</h4>
      <ul>
        <li>
          Field-level security: <StateMark state={fieldLevel.decision} />
        </li>
        <li>
          {object === undefined ? (
            'The object permission: it has no row of its own'
          ) : (
            <button type="button" onClick={() => open(object.key)}>
              <Names text={object.title} /> <StateMark state={object.state} />
            </button>
          )}
        </li>
      </ul>
    </>
  );
}
