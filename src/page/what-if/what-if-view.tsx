import { useMemo, useRef, useState } from 'preact/hooks';
import { counts } from '../../reporters/verdict-line.ts';
import { SubjectChoice } from '../access/subject-choice.tsx';
import type { ViewProps } from '../view.ts';
import { AssignmentControls } from './assignment-controls.tsx';
import { ChangeSteps } from './change-steps.tsx';
import { ExportSet } from './export-set.tsx';
import type { ProposeMend } from './mend.ts';
import { outcomeOf, outcomeSentence } from './outcome.ts';
import { OutcomeView } from './outcome-view.tsx';
import { PermissionControls } from './permission-controls.tsx';
import { SettingControls } from './setting-controls.tsx';
import type { Trying } from './trying.ts';
import { UnneededGrants } from './unneeded-grants.tsx';
import { useFocusHome } from './use-focus-home.ts';

export interface WhatIfProps extends ViewProps {
  readonly proposeMend?: ProposeMend;
}

/** What would come of changes: they are tried here, and nowhere else. */
export function WhatIfView({ document, read, tried, changes, setChanges, proposeMend }: WhatIfProps) {
  const root = useRef<HTMLDivElement>(null);
  useFocusHome(root);
  const [subjectId, setSubject] = useState(tried.accesses[0]?.subject.id ?? '');
  const before = read[0] ?? tried;
  const outcome = useMemo(() => outcomeOf(before, tried, document), [before, tried, document]);
  const subject = tried.accesses.find((access) => access.subject.id === subjectId)?.subject;
  const trying: Trying = { before, tried, subjectId, changes, setChanges };
  return (
    <div class="what-if" ref={root}>
      <h2>What if</h2>
      <p>Try changes: they are judged at once, as an audit would, and reach no org.</p>
      <SubjectChoice accesses={tried.accesses} chosen={subjectId} choose={setSubject} />
      <div class="what-if-body">
        <div class="what-if-tried">
          <p role="status" class="what-if-status">
            {outcomeSentence(outcome, changes.length)}
          </p>
          {before !== tried && (
            <p class="what-if-quiet">
              {`As read: ${counts(before.results)}. Now: ${counts(tried.results)}.`}
            </p>
          )}
          {document.sides[0].report.baseline !== null && (
            <p class="what-if-quiet">The baseline has no say here: every failure counts.</p>
          )}
          <MendAll {...trying} proposeMend={proposeMend} />
          <ChangeSteps {...trying} />
        </div>
        <div class="what-if-controls" key={subjectId}>
          <AssignmentControls {...trying} />
          <PermissionControls {...trying} />
          <SettingControls {...trying} />
        </div>
        <div class="what-if-outcome">
          {before !== tried && <OutcomeView outcome={outcome} />}
          {subject !== undefined && <UnneededGrants {...{ before, tried, subject }} />}
          <ExportSet {...trying} />
        </div>
      </div>
    </div>
  );
}

interface MendAllProps extends Trying {
  readonly proposeMend: ProposeMend | undefined;
}

function MendAll({ tried, subjectId, changes, setChanges, proposeMend }: MendAllProps) {
  const [hasNone, setHasNone] = useState(false);
  if (proposeMend === undefined) return null;
  const mend = () => {
    const proposed = proposeMend(tried.situation, subjectId);
    setHasNone(proposed === null || proposed.length === 0);
    if (proposed !== null && proposed.length > 0) setChanges([...changes, ...proposed]);
  };
  return (
    <p class="what-if-line">
      <button type="button" onClick={mend}>
        Mend all
      </button>
      <span role="status">{hasNone ? 'No permission mends what is left.' : ''}</span>
    </p>
  );
}
