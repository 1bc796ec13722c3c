import type { Row } from '../emulated-org.ts';
import type { Column } from '../org/schema/column.ts';
import { cellOf } from '../org/table.ts';
import { type FieldPath, follow, type Hop, type Place, valueIn } from './path.ts';
import type { Source } from './source.ts';

type Branch = { readonly column: Column } | { readonly hop: Hop; readonly fields: Map<string, Branch> };

/** Turns selected paths into a function from a stored row to the row of the answer. */
export function projection(paths: readonly FieldPath[], source: Source): (place: Place) => Row {
  const tree = new Map<string, Branch>();
  for (const { hops, column } of paths) {
    let level = tree;
    for (const hop of hops) {
      const branch = level.get(hop.name);
      const next = branch !== undefined && 'fields' in branch ? branch.fields : new Map<string, Branch>();
      if (branch === undefined) level.set(hop.name, { hop, fields: next });
      level = next;
    }
    level.set(column.name, { column });
  }
  return (place) => project(place, tree, source);
}

function project(place: Place, tree: ReadonlyMap<string, Branch>, source: Source): Row {
  const row: Record<string, unknown> = {};
  for (const [name, branch] of tree) {
    if ('column' in branch) row[name] = valueIn(place, branch.column);
    else {
      const target = follow(place, branch.hop);
      row[name] = target === undefined ? null : project(target, branch.fields, source);
    }
  }
  return { attributes: attributesOf(place, source), ...row };
}

/** The `attributes` of a row: its object and its address, as recorded answers have them. */
export function attributesOf({ view, record }: Place, { apiVersion, surface }: Source): Row['attributes'] {
  const { type } = view.table;
  const key = type.isCatalogue ? record.cells.DurableId : idOf(view, record);
  const tooling = surface === 'tooling' || type.isCatalogue ? '/tooling' : '';
  return {
    type: type.name,
    url: `/services/data/v${apiVersion}.0${tooling}/sobjects/${type.name}/${String(key)}`,
  };
}

function idOf(view: Place['view'], record: Place['record']): unknown {
  const column = view.columns.get('id');
  return column === undefined ? null : cellOf(view.table, record, column);
}
