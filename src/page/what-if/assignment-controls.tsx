import { useId, useState } from 'preact/hooks';
import { gapSentence } from '../../engine/wording/gaps.ts';
import type { Change } from '../../model/change.ts';
import type { Container } from '../../model/container.ts';
import { shownText } from '../../plain/shown-text.ts';
import { LongText } from '../parts/long-text.tsx';
import { Some } from '../parts/some.tsx';
import { type AssignedRow, assignable, assignedRows, nameOf } from './assigned.ts';
import type { Trying } from './trying.ts';
import { focusHome } from './use-focus-home.ts';

/** What is assigned, to be taken away, ended or renewed; and what could be assigned beside. */
export function AssignmentControls({ tried, subjectId, changes, setChanges }: Trying) {
  const { snapshot } = tried.situation;
  const title = useId();
  const rows = assignedRows(snapshot, subjectId);
  const add = (change: Change) => setChanges([...changes, change]);
  return (
    <section aria-labelledby={title}>
      <h3 id={title} {...focusHome}>
        Assignments
      </h3>
      {rows.status === 'unavailable' ? (
        <p>{gapSentence('The assignments', rows.reason)}</p>
      ) : (
        <>
          <div class="what-if-rows">
            <Some items={rows.value} most={60} noun="assignment">
              {(row) => <Assigned key={row.assignment.id} row={row} add={add} />}
            </Some>
          </div>
          <Assign
            containers={assignable(snapshot, subjectId)}
            assign={(containerId) => add({ kind: 'assign', subjectId, containerId })}
          />
        </>
      )}
    </section>
  );
}

interface AssignedProps {
  readonly row: AssignedRow;
  readonly add: (change: Change) => void;
}

function Assigned({ row, add }: AssignedProps) {
  const { assignment, name, state, canEnd, canRenew, canTakeAway } = row;
  const does = (kind: 'unassign' | 'expire' | 'renew', label: string) => (
    <button type="button" onClick={() => add({ kind, assignmentId: assignment.id })}>
      {label} <span class="parts-unseen">{shownText(name)}</span>
    </button>
  );
  return (
    <li>
      <span class="what-if-name">
        <LongText text={name} />
      </span>
      <span class="what-if-quiet">{state}</span>
      <span class="what-if-does">
        {canRenew && does('renew', 'Renew')}
        {canEnd && does('expire', 'Let expire')}
        {canTakeAway && does('unassign', 'Take away')}
      </span>
    </li>
  );
}

interface AssignProps {
  readonly containers: readonly Container[];
  readonly assign: (containerId: string) => void;
}

/** The first is chosen until another is: what is assigned leaves the list. */
function Assign({ containers, assign }: AssignProps) {
  const [chosen, choose] = useState('');
  const field = useId();
  const [first] = containers;
  if (first === undefined) {
    return <p class="what-if-quiet">Every permission set and group that was read is assigned.</p>;
  }
  const current = containers.find(({ id }) => id === chosen) ?? first;
  return (
    <p class="what-if-line">
      <label for={field}>Assign</label>
      <select id={field} value={current.id} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {containers.map((container) => (
          <option key={container.id} value={container.id}>
            {shownText(nameOf(container))}
          </option>
        ))}
      </select>
      <button type="button" onClick={() => assign(current.id)}>
        Assign it
      </button>
    </p>
  );
}
