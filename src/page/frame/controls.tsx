import type { Sides } from '../use-sides.ts';
import { Choice } from './choice.tsx';
import { Tabs } from './tabs.tsx';

interface ControlsProps {
  readonly sides: Sides;
  readonly tabs: readonly { readonly id: string; readonly title: string }[];
  readonly shown: string;
  readonly show: (id: string) => void;
}

/** What to look at: which side, whom, and how. The verdict has everybody, and a filter of its own. */
export function Controls({ sides, tabs, shown, show }: ControlsProps) {
  const { document, side, setSide, subjectId, setSubjectId } = sides;
  const subjects = sides.shown.accesses.map(({ subject }) => subject);
  return (
    <div class="frame-controls">
      {document.sides.length < 2 ? null : (
        <Choice
          label="Side"
          options={document.sides.map(({ name }, index) => ({ value: String(index), text: name }))}
          value={String(side)}
          choose={(value) => setSide(Number(value))}
        />
      )}
      {subjects.length < 2 || shown === 'verdict' ? null : (
        <Choice
          label="Who"
          options={subjects.map(({ id, name }) => ({ value: id, text: name }))}
          value={subjectId ?? ''}
          choose={setSubjectId}
        />
      )}
      <Tabs tabs={tabs} shown={shown} show={show} />
    </div>
  );
}
