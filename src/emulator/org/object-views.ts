import type { CallContext } from '../emulated-org.ts';
import type { OrgDescription } from '../org-description.ts';
import type { ObjectView, Source } from '../soql/source.ts';
import { type CallerAccess, callerAccess } from './caller.ts';
import { makeId } from './ids.ts';
import type { Column } from './schema/column.ts';
import { isInVersion, type ObjectType } from './schema/object-type.ts';
import type { OrgVocabulary } from './schema/org-vocabulary.ts';
import { userPermissionAccessType } from './schema/permission-objects.ts';
import { createTable, type OrgRecord, type Table } from './table.ts';
import type { Assignment } from './tables/assignment-tables.ts';
import { visibleRows } from './visibility.ts';

export interface ViewInputs {
  readonly description: OrgDescription;
  readonly vocabulary: OrgVocabulary;
  readonly tables: ReadonlyMap<string, Table>;
  assignmentsOf(userId: string): readonly Assignment[];
}

/** The org's objects as callers see them. */
export interface Views {
  source(context: CallContext): Source;
  all(context: CallContext): readonly ObjectView[];
  caller(context: CallContext): CallerAccess;
  callerById(userId: string): CallerAccess;
}

export function createViews({ description, vocabulary, tables, assignmentsOf }: ViewInputs): Views {
  const callers = new Map<string, CallerAccess>();
  const callerById = (userId: string): CallerAccess => {
    const caller = callers.get(userId) ?? callerAccess(userId, assignmentsOf(userId), description);
    callers.set(userId, caller);
    return caller;
  };
  const ownPermissions = userPermissionAccessType(vocabulary);
  const kept = new Map<string, Source>();

  const sourceOf = (context: CallContext): Source => {
    const key = `${context.caller.userId} ${context.surface} ${context.apiVersion}`;
    const source = kept.get(key) ?? createSource(context);
    kept.set(key, source);
    return source;
  };
  const createSource = ({ caller: { userId }, surface, apiVersion }: CallContext): Source => {
    const caller = callerById(userId);
    const views = new Map<string, ObjectView | undefined>();
    const tableOf = (name: string): Table | undefined =>
      name === 'userpermissionaccess' ? ownPermissionTable(ownPermissions, caller) : tables.get(name);
    return {
      apiVersion,
      surface,
      now: description.now,
      object: (name) => {
        const lower = name.toLowerCase();
        if (!views.has(lower)) {
          const table = tableOf(lower);
          views.set(lower, table === undefined ? undefined : viewOf(table, caller, surface, apiVersion));
        }
        return views.get(lower);
      },
    };
  };

  return {
    source: sourceOf,
    all: (context) =>
      [...tables.keys(), 'userpermissionaccess'].flatMap((name) => sourceOf(context).object(name) ?? []),
    caller: (context) => callerById(context.caller.userId),
    callerById,
  };
}

/** A table as one caller sees it; undefined where the object does not exist for the caller. */
function viewOf(
  table: Table,
  caller: CallerAccess,
  surface: CallContext['surface'],
  apiVersion: number,
): ObjectView | undefined {
  const { type } = table;
  if (!type.surfaces.includes(surface) || apiVersion < type.since) return undefined;
  if (type.isData && !caller.mayReadObject(type.name)) return undefined;
  const sees = visibleRows(type.name, surface, caller);
  if (sees === undefined) return undefined;
  const columns = type.columns.filter(
    (column) =>
      isInVersion(column, apiVersion) && (!type.isData || caller.mayReadField(type.name, column.name)),
  );
  return {
    table,
    columns: new Map(columns.map((column: Column) => [column.name.toLowerCase(), column])),
    sees:
      type.isCatalogue && surface === 'data' ? (record) => sees(record) && mayDescribe(record, caller) : sees,
  };
}

/** On the data surface the catalogue respects field-level security; on the Tooling one it shows all (V). */
function mayDescribe({ cells }: OrgRecord, caller: CallerAccess): boolean {
  const name = String(cells.QualifiedApiName);
  if (typeof cells.EntityDefinitionId === 'string')
    return caller.mayReadField(cells.EntityDefinitionId, name);
  return caller.mayReadObject(name);
}

/** UserPermissionAccess has one row: what its reader may do. */
function ownPermissionTable(type: ObjectType, { userId, grants }: CallerAccess): Table {
  return createTable(type, [
    { cells: { Id: makeId('0Up', Number.parseInt(userId.slice(5, 15), 36)) }, permissions: grants.system },
  ]);
}
