import type { Access } from '../../model/access.ts';
import { objectRights } from '../../salesforce/labels.ts';
import { nameKey } from '../../salesforce/names.ts';
import { keyOf, type Permission, sorted } from './permissions.ts';

/** A row of the matrix: a permission for each right, in the order of Setup; null where there is none. */
export interface MatrixRow {
  readonly kind: 'object' | 'field';
  /** The object's name, or that of its field alone. */
  readonly name: string;
  readonly label: string | null;
  readonly cells: readonly (Permission | null)[];
}

export interface ObjectRows {
  readonly object: MatrixRow;
  readonly fields: readonly MatrixRow[];
}

/** Objects by name, each with its fields. One whose fields alone were asked for has no permissions of its own. */
export function matrixRows(
  access: Access,
  permissions: ReadonlyMap<string, Permission>,
): readonly ObjectRows[] {
  const fields = fieldsByObject(access, permissions);
  const objects = new Map(sorted(access.objects).map(([name]) => [nameKey(name), name]));
  for (const { asked } of Object.values(access.fields)) {
    const key = nameKey(asked.object);
    if (!objects.has(key)) objects.set(key, asked.object);
  }
  return [...objects]
    .sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, name]) => ({
      object: {
        kind: 'object',
        name,
        label: null,
        cells: objectRights.map((right) => permissions.get(keyOf.object(name, right)) ?? null),
      },
      fields: fields.get(key) ?? [],
    }));
}

function fieldsByObject(access: Access, permissions: ReadonlyMap<string, Permission>) {
  const rows = new Map<string, MatrixRow[]>();
  for (const [name, { asked, field }] of sorted(access.fields)) {
    const found = field.status === 'ok' ? field.value : null;
    const row: MatrixRow = {
      kind: 'field',
      name: asked.field,
      label: found?.label ?? asked.label ?? null,
      cells: objectRights.map((right) =>
        right === 'read' || right === 'edit' ? (permissions.get(keyOf.field(name, right)) ?? null) : null,
      ),
    };
    const key = nameKey(asked.object);
    const known = rows.get(key);
    if (known === undefined) rows.set(key, [row]);
    else known.push(row);
  }
  return rows;
}

/** Which object's row a permission stands in or under; undefined for what is in no row. */
export const objectOf = (rows: readonly ObjectRows[], key: string): ObjectRows | undefined =>
  rows.find(({ object, fields }) =>
    [object, ...fields].some(({ cells }) => cells.some((cell) => cell?.key === key)),
  );
