import type { Permission } from './permissions.ts';
import type { ShownAccess } from './shown-access.ts';
import { StateMark, stateWord, Was } from './states.tsx';

export interface CellProps {
  readonly permission: Permission;
  readonly shown: ShownAccess;
  readonly chosen: string | null;
  readonly open: (key: string) => void;
}

/** A cell of a grid: how it stands, what rests on it, and what it was. Pressed, it tells why. */
export function PermissionCell({ permission, shown, chosen, open }: CellProps) {
  const { key, state, fieldLevel } = permission;
  const blamed = shown.resting.get(key)?.find((each) => each.blamed);
  const difference = shown.differing.get(key);
  return (
    <td class={difference === undefined ? undefined : 'access-differs'}>
      <button
        type="button"
        tabIndex={-1}
        data-permission={key}
        aria-current={key === chosen}
        onClick={() => open(key)}
      >
        <StateMark state={state} />
        {blamed !== undefined && (
          <span class="access-blamed">
            <span aria-hidden="true">!</span> {blamed.result.verdict === 'fail' ? 'fails' : 'leaves open'}
            <span class="parts-unseen"> a requirement</span>
          </span>
        )}
        {fieldLevel !== undefined && fieldLevel.decision !== state && (
          <span class="access-note">field-level security: {stateWord(fieldLevel.decision)}</span>
        )}
        {difference !== undefined && <Was difference={difference} />}
      </button>
    </td>
  );
}
