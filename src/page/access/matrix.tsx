import { useLayoutEffect, useRef } from 'preact/hooks';
import { objectRights, rightLabels } from '../../salesforce/labels.ts';
import { Names } from '../parts/names.tsx';
import type { ObjectRows } from './matrix-rows.ts';
import { type CellProps, PermissionCell } from './permission-cell.tsx';
import type { ShownAccess } from './shown-access.ts';
import { rowsAtATime, type ShownRow, useUnfolded } from './unfolded.ts';
import { useGridKeys } from './use-grid-keys.ts';

export interface MatrixProps extends Omit<CellProps, 'permission'> {
  readonly drawn: () => void;
}

/** Objects against the rights on them, each with its fields folded under it. */
export function Matrix(props: MatrixProps) {
  const { shown, chosen, drawn } = props;
  const table = useRef<HTMLTableElement>(null);
  const keys = useGridKeys(table);
  const { rows, hidden, showMore, toggle } = useUnfolded(shown.objects, chosen);
  useLayoutEffect(drawn);
  return (
    <>
      {/** biome-ignore lint/a11y/useSemanticElements: what scrolls by itself has a name */}
      <div class="access-scroll" role="region" aria-labelledby="access-objects">
        {/** biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows unfold */}
        <table role="treegrid" aria-labelledby="access-objects" ref={table} {...keys}>
          <thead>
            <tr>
              <th scope="col">Object or field</th>
              {objectRights.map((right) => (
                <th scope="col" key={right}>
                  {rightLabels[right]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row
                key={`${row.of.object.name}/${row.row.kind}/${row.row.name}`}
                {...props}
                {...row}
                toggle={toggle}
              />
            ))}
          </tbody>
        </table>
      </div>
      {hidden > 0 && (
        <button type="button" onClick={showMore}>
          Show {Math.min(hidden, rowsAtATime)} more rows of {hidden}
        </button>
      )}
    </>
  );
}

function Row({
  row,
  of,
  unfolded,
  toggle,
  ...props
}: MatrixProps & ShownRow & { readonly toggle: (name: string) => void }) {
  const isObject = row.kind === 'object';
  const folds = isObject && of.fields.length > 0;
  return (
    <tr aria-level={isObject ? 1 : 2} aria-expanded={folds ? unfolded : undefined}>
      <th scope="row" tabIndex={folds ? undefined : -1} class={`access-${row.kind}`}>
        {folds ? (
          <button type="button" tabIndex={-1} onClick={() => toggle(row.name)}>
            <span aria-hidden="true">{unfolded ? '▾' : '▸'}</span> <Names text={row.name} />
            <FieldsNote shown={props.shown} of={of} />
          </button>
        ) : (
          <Names text={row.name} />
        )}
        {row.label !== null && row.label !== row.name && (
          <span class="access-note">
            <Names text={row.label} />
          </span>
        )}
      </th>
      {row.cells.map((permission, column) =>
        permission === null ? (
          <td tabIndex={-1} key={objectRights[column]} class="access-none">
            {isObject ? 'not read' : <span aria-hidden="true">–</span>}
          </td>
        ) : (
          <PermissionCell key={objectRights[column]} permission={permission} {...props} />
        ),
      )}
    </tr>
  );
}

/** What one would see on unfolding. */
function FieldsNote({ shown, of }: { readonly shown: ShownAccess; readonly of: ObjectRows }) {
  const { resting, differing } = shown;
  const keys = of.fields.flatMap(({ cells }) => cells.flatMap((cell) => cell?.key ?? []));
  const blamed = keys.filter((key) => resting.get(key)?.some((each) => each.blamed)).length;
  const differ = keys.filter((key) => differing.has(key)).length;
  const notes = [
    of.fields.length === 1 ? '1 field' : `${of.fields.length} fields`,
    ...(blamed > 0 ? [`${blamed} to mend`] : []),
    ...(differ > 0 ? [`${differ} changed`] : []),
  ];
  return <span class="access-note">{notes.join(', ')}</span>;
}
