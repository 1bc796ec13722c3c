import { useRef, useState } from 'preact/hooks';
import { Names } from '../parts/names.tsx';
import { type CellProps, PermissionCell } from './permission-cell.tsx';
import type { Permission } from './permissions.ts';
import { useGridKeys } from './use-grid-keys.ts';

const rowsAtATime = 30;

export interface PermissionListProps extends Omit<CellProps, 'permission'> {
  readonly id: string;
  readonly title: string;
  readonly permissions: readonly Permission[];
  /** Instead of an empty list. */
  readonly nothing: string;
}

/** Permissions that have a name and a decision each: system permissions, flows, licences. */
export function PermissionList({ id, title, permissions, nothing, ...props }: PermissionListProps) {
  const table = useRef<HTMLTableElement>(null);
  const keys = useGridKeys(table);
  const [room, setRoom] = useState(rowsAtATime);
  const index = permissions.findIndex(({ key }) => key === props.chosen);
  const rows = permissions.slice(0, Math.max(room, index + 1));
  const hidden = permissions.length - rows.length;
  return (
    <section class="access-list">
      <h3 id={id}>{title}</h3>
      {permissions.length === 0 && (
        <p>
          <Names text={nothing} />
        </p>
      )}
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrows lead through it
        <table role="grid" aria-labelledby={id} ref={table} {...keys}>
          <thead class="parts-unseen">
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Decision</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((permission) => (
              <tr key={permission.key}>
                <th scope="row" tabIndex={-1}>
                  <Names text={permission.title} />
                  {permission.aliases.slice(0, 1).map((alias) => (
                    <span class="access-note" key={alias}>
                      <Names text={alias} />
                    </span>
                  ))}
                </th>
                <PermissionCell permission={permission} {...props} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hidden > 0 && (
        <button type="button" onClick={() => setRoom(rows.length + rowsAtATime)}>
          Show {Math.min(hidden, rowsAtATime)} more of {hidden}
        </button>
      )}
    </section>
  );
}
