import { type EmulatedOrg, type Row, SalesforceError } from '../emulated-org.ts';
import type { OrgDescription } from '../org-description.ts';
import { execute } from '../soql/execute.ts';
import { projection } from '../soql/project.ts';
import type { ObjectView } from '../soql/source.ts';
import { buildContainers } from './containers.ts';
import { childRelationships, describeObject } from './describe.ts';
import { makeId, readId } from './ids.ts';
import { createViews } from './object-views.ts';
import { buildTables } from './tables/all-tables.ts';
import { type Assignment, assignmentsOf, byName } from './tables/assignment-tables.ts';
import { validateDescription } from './validate-description.ts';
import { vocabularyOf } from './vocabulary.ts';

/**
 * Builds an org in memory from its description. The same description gives the same Ids and rows.
 * @throws Error when the description contradicts itself, naming what.
 */
export function createOrg(description: OrgDescription): EmulatedOrg {
  validateDescription(description);
  const organizationId = makeId('00D', description.organization.number ?? 1);
  const vocabulary = vocabularyOf(description);
  const containers = buildContainers(description, vocabulary.permissions);
  const named = byName(containers);
  const userIds = new Map(
    description.users.map(({ username }, index) => [username, makeId('005', index + 1)]),
  );
  const assignments = description.users.flatMap((user) =>
    assignmentsOf(user, userIds.get(user.username) ?? '', named),
  );
  const tables = buildTables({
    description,
    vocabulary,
    containers,
    assignments,
    organizationId,
    userIds,
    licenseIds: licenseIds(description),
  });
  const views = createViews({
    description,
    vocabulary,
    tables,
    assignmentsOf: assignmentsByUser(assignments),
  });
  const usersByName = new Map([...userIds].map(([username, id]) => [username.toLowerCase(), id]));

  return {
    description,
    organizationId,
    userId: (username) => usersByName.get(username.toLowerCase()),
    query: (soql, context) => execute(soql, views.source(context)),
    retrieve: (type, id, context) => retrieve(views.source(context).object(type), id, views.source(context)),
    describe: (type, context) => {
      const view = found(views.source(context).object(type));
      const columns = [...view.columns.values()];
      const children = childRelationships(view.table.type.name, views.all(context));
      return describeObject(view.table.type, columns, children, views.caller(context), context.apiVersion);
    },
    objectNames: (context) => views.all(context).map(({ table }) => table.type.name),
    callerMay: (userId, permission) => views.callerById(userId).may(permission),
  };
}

const found = (view: ObjectView | undefined): ObjectView => {
  if (view === undefined)
    throw new SalesforceError(404, 'NOT_FOUND', 'The requested resource does not exist');
  return view;
};

function retrieve(
  maybe: ObjectView | undefined,
  written: string,
  source: Parameters<typeof projection>[1],
): Row {
  const view = found(maybe);
  const id = readId(written);
  const idColumn = view.columns.get('id');
  if (id === undefined || idColumn === undefined) {
    const message = `Provided external ID field does not exist or is not accessible: ${written}`;
    throw new SalesforceError(404, 'NOT_FOUND', message);
  }
  const record = view.table.find(idColumn, [id]).find(view.sees);
  if (record === undefined)
    throw new SalesforceError(404, 'NOT_FOUND', 'The requested resource does not exist');
  const paths = [...view.columns.values()].map((column) => ({ hops: [], column, canonical: column.name }));
  return projection(paths, source)({ view, record });
}

function licenseIds({ userLicenses, permissionSetLicenses }: OrgDescription): ReadonlyMap<string, string> {
  return new Map([
    ...(permissionSetLicenses ?? []).map(({ name }, index) => [name, makeId('0PL', index + 1)] as const),
    ...userLicenses.map(({ name }, index) => [name, makeId('100', index + 1)] as const),
  ]);
}

function assignmentsByUser(assignments: readonly Assignment[]): (userId: string) => readonly Assignment[] {
  const byUser = Map.groupBy(assignments, ({ userId }) => userId);
  return (userId) => byUser.get(userId) ?? [];
}
