import { useMemo, useRef } from 'preact/hooks';
import type { Subject } from '../../model/subject.ts';
import { counts } from '../../reporters/verdict-line.ts';
import { Names } from '../parts/names.tsx';
import type { ViewProps } from '../view.ts';
import { AssignmentControls } from './assignment-controls.tsx';
import { ChangeSteps } from './change-steps.tsx';
import { ExportSet } from './export-set.tsx';
import { MendAll } from './mend-all.tsx';
import { outcomeOf, turnsSentence, verdictSentence } from './outcome.ts';
import { OutcomeView } from './outcome-view.tsx';
import { PermissionControls } from './permission-controls.tsx';
import { SettingControls } from './setting-controls.tsx';
import type { Trying } from './trying.ts';
import { UnneededGrants } from './unneeded-grants.tsx';
import { useFocusHome } from './use-focus-home.ts';

/** What would come of changes: they are tried here, on the first side, and nowhere else. */
export function WhatIfView({ document, read, tried, changes, setChanges, subjectId: chosen }: ViewProps) {
  const { subject } =
    tried.accesses.find((access) => access.subject.id === chosen) ?? tried.accesses[0] ?? {};
  if (subject === undefined) return <p>Nobody was read.</p>;
  const before = read[0] ?? tried;
  const trying: Trying = { before, tried, subjectId: subject.id, changes, setChanges };
  const isOneOfMany = read.length > 1 || tried.accesses.length > 1;
  return (
    <div class="what-if">
      <h2>What if</h2>
      <p>Try changes: they are judged at once, as an audit would, and reach no org.</p>
      {isOneOfMany && (
        <p>
          They are tried on <Names text={subject.name} /> in <Names text={document.sides[0].name} />.
        </p>
      )}
      <Trial trying={trying} subject={subject} document={document} />
    </div>
  );
}

interface TrialProps extends Pick<ViewProps, 'document'> {
  readonly trying: Trying;
  readonly subject: Subject;
}

function Trial({ trying, subject, document }: TrialProps) {
  const root = useRef<HTMLDivElement>(null);
  useFocusHome(root);
  const { before, tried, changes } = trying;
  const outcome = useMemo(() => outcomeOf(before, tried, document), [before, tried, document]);
  const isTried = changes.length > 0;
  return (
    <div class="what-if-body" ref={root}>
      <div class="what-if-tried">
        <div class="what-if-status">
          {isTried && <p>{verdictSentence(outcome)}</p>}
          <p role="status">{isTried ? turnsSentence(outcome) : 'Nothing is being tried.'}</p>
        </div>
        {isTried && (
          <p class="what-if-quiet">{`As read: ${counts(before.results)}. Now: ${counts(tried.results)}.`}</p>
        )}
        <MendAll trying={trying} tool={document.sides[0].report.tool} />
        <ChangeSteps {...trying} />
      </div>
      <div class="what-if-controls" key={subject.id}>
        <AssignmentControls {...trying} />
        <PermissionControls {...trying} />
        <SettingControls {...trying} />
      </div>
      <div class="what-if-outcome">
        {isTried && <OutcomeView outcome={outcome} />}
        <UnneededGrants {...{ before, tried, subject }} />
        <ExportSet {...trying} />
      </div>
    </div>
  );
}
