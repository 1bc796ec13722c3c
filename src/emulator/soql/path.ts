import type { Column } from '../org/schema/column.ts';
import { type Cell, cellOf, type OrgRecord } from '../org/table.ts';
import { noSuchColumn, noSuchRelationship } from './query-error.ts';
import type { ObjectView, Source } from './source.ts';

/** One step along a relationship: the lookup, and the objects it may point to. */
export interface Hop {
  readonly column: Column;
  readonly name: string;
  readonly targets: readonly ObjectView[];
}

/** A field as a query names it, found: the lookups to follow, and the column at the end. */
export interface FieldPath {
  readonly hops: readonly Hop[];
  readonly column: Column;
  /** The spelling rows and messages use: `PermissionSet.Profile.Name`. */
  readonly canonical: string;
}

/** A row of some object, as found along a path. */
export interface Place {
  readonly view: ObjectView;
  readonly record: OrgRecord;
}

export interface PathContext {
  readonly soql: string;
  readonly source: Source;
  readonly view: ObjectView;
  /** Names the object may go by in front of its own fields: its alias and itself. */
  readonly prefixes: readonly string[];
}

/** Columns every record has whatever it is, which is all a polymorphic lookup shows of its target. */
const commonColumns: ReadonlySet<string> = new Set(['id', 'name', 'type']);

/** Finds a field path, or refuses it as an org does. */
export function resolvePath(written: string, { soql, source, view, prefixes }: PathContext): FieldPath {
  const names = written.split('.');
  const [first = ''] = names;
  const isPrefixed = names.length > 1 && relationshipOf(view, first) === undefined;
  if (isPrefixed && prefixes.some((prefix) => prefix.toLowerCase() === first.toLowerCase())) names.shift();
  const hops: Hop[] = [];
  let targets: readonly ObjectView[] = [view];
  for (const name of names.slice(0, -1)) {
    const lookup = targets.length === 1 ? relationshipOf(targets[0] as ObjectView, name) : undefined;
    const pointedTo = (lookup?.referenceTo ?? []).flatMap((target) => source.object(target) ?? []);
    if (lookup === undefined || pointedTo.length === 0) throw noSuchRelationship(soql, written, name);
    hops.push({ column: lookup, name: lookup.relationshipName ?? name, targets: pointedTo });
    targets = pointedTo;
  }
  const last = names.at(-1) ?? '';
  const column = columnAt(targets, last);
  if (column === undefined)
    throw noSuchColumn(soql, written, last, targets.length > 1 ? 'Name' : entityName(targets));
  return { hops, column, canonical: [...hops.map((hop) => hop.name), column.name].join('.') };
}

const entityName = (targets: readonly ObjectView[]): string => targets[0]?.table.type.name ?? '';

function relationshipOf(view: ObjectView, name: string): Column | undefined {
  const wanted = name.toLowerCase();
  for (const column of view.columns.values()) {
    if (column.relationshipName?.toLowerCase() === wanted) return column;
  }
  return undefined;
}

function columnAt(targets: readonly ObjectView[], name: string): Column | undefined {
  const wanted = name.toLowerCase();
  if (targets.length === 1) return targets[0]?.columns.get(wanted);
  if (!commonColumns.has(wanted)) return undefined;
  if (wanted === 'type') return { name: 'Type', label: 'Type', type: 'string', traits: new Set() };
  return targets.flatMap((target) => target.columns.get(wanted) ?? [])[0];
}

/** Follows one lookup; undefined where it is empty or points at a row the caller does not see. */
export function follow({ view, record }: Place, hop: Hop): Place | undefined {
  const key = cellOf(view.table, record, hop.column);
  if (typeof key !== 'string') return undefined;
  for (const target of hop.targets) {
    const keyColumn = target.columns.get(target.table.type.isCatalogue ? 'durableid' : 'id');
    const [found] = keyColumn === undefined ? [] : target.table.find(keyColumn, [key]);
    if (found !== undefined) return target.sees(found) ? { view: target, record: found } : undefined;
  }
  return undefined;
}

/** The value at the end of a path; null past an empty lookup. */
export function valueAt(place: Place, { hops, column }: FieldPath): Cell {
  let here: Place | undefined = place;
  for (const hop of hops) here = here === undefined ? undefined : follow(here, hop);
  return here === undefined ? null : valueIn(here, column);
}

/** A column's value in a row; of a polymorphic target, `Type` is the object's name. */
export function valueIn({ view, record }: Place, column: Column): Cell {
  const own = view.columns.get(column.name.toLowerCase());
  if (own !== undefined) return cellOf(view.table, record, own);
  return column.name === 'Type' ? view.table.type.name : null;
}
