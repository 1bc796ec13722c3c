import type { Access } from '../../model/access.ts';
import { terminalText } from '../../reporters/terminal-text.ts';
import { timeText } from '../../reporters/time-text.ts';
import { Names } from '../parts/names.tsx';

/** Whose access it is, and of which of several it shall be. */
export function SubjectChoice({
  accesses,
  chosen,
  choose,
}: {
  readonly accesses: readonly Access[];
  readonly chosen: string;
  readonly choose: (id: string) => void;
}) {
  const access = accesses.find(({ subject }) => subject.id === chosen);
  if (access === undefined) return null;
  const { subject, asOf } = access;
  return (
    <div class="access-subject">
      <p>
        <Names text={subject.name} unfolds /> (<Names text={subject.title} unfolds />
        ), as of {timeText(asOf)}
      </p>
      {accesses.length > 1 && (
        <label>
          Show another{' '}
          <select value={chosen} onChange={({ currentTarget }) => choose(currentTarget.value)}>
            {accesses.map(({ subject: { id, name } }) => (
              <option key={id} value={id}>
                {terminalText(name).slice(0, 80)}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}
