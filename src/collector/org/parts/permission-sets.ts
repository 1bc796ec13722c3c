import type { Container, SystemEntry } from '../../../model/container.ts';
import type { Gap, Part } from '../../../model/part.ts';
import { ok, unavailable } from '../../parts.ts';
import { mends } from '../mends.ts';
import type { Row, RowsRead } from '../reader/read.ts';
import { columns, fragment, type SoqlFragment, soql } from '../soql.ts';
import type { Who } from '../users.ts';
import { assignedSets } from './assignments.ts';
import { flag, hasCell, namespaced, parsed, text, textOrNull } from './cells.ts';

const part = 'permission sets';
const prefix = 'Permissions';

/**
 * The sets assigned to the chosen users, with all the `Permissions…` columns that this org has: naming one
 * that it lacks would fail the whole query (docs/salesforce.md, trap 1).
 */
export function assignedSetsRead(who: Who): RowsRead {
  const queries = (select: SoqlFragment) =>
    assignedSets(who).map((sets) => soql`SELECT ${select} FROM PermissionSet WHERE Id IN ${sets}`);
  return {
    kind: 'rows',
    part,
    soql: queries(fragment`FIELDS(STANDARD), Profile.Name, Profile.UserLicense.Name`),
    orElse: queries(fragment`FIELDS(STANDARD)`),
    mend: mends.viewSetup,
  };
}

/** Columns that say what a permission set is. */
const identityColumns = [
  ...['Id', 'Name', 'Label', 'IsOwnedByProfile', 'ProfileId', 'IsCustom', 'HasActivationRequired'],
  ...['PermissionSetGroupId', 'Type', 'NamespacePrefix'],
] as const;

/** So many columns leave room in a request address for the Ids; with more, all columns are asked for. */
const mostNamed = 100;

/** Sets by Id, with those permissions: that the org has them must be known by now. */
export function setsRead(ids: readonly (readonly string[])[], permissions: readonly string[]): RowsRead {
  const select = permissions.length > mostNamed ? fragment`FIELDS(STANDARD)` : setColumns(permissions);
  return {
    kind: 'rows',
    part,
    soql: ids.map((chunk) => soql`SELECT ${select} FROM PermissionSet WHERE Id IN ${chunk}`),
    mend: mends.viewSetup,
  };
}

export const setColumns = (permissions: readonly string[]): SoqlFragment =>
  columns(...identityColumns, ...permissions.map((name) => prefix + name));

export const mutingSetsRead = (ids: readonly (readonly string[])[]): RowsRead => ({
  kind: 'rows',
  part: 'muting permission sets',
  soql: ids.map((chunk) => soql`SELECT FIELDS(STANDARD) FROM MutingPermissionSet WHERE Id IN ${chunk}`),
  mend: mends.viewSetup,
});

/** The system permissions an org has at all: the columns its answer has. */
export function availablePermissions(rows: Part<readonly Row[]>): Part<readonly string[]> {
  if (rows.status === 'unavailable') return rows;
  const names = new Set(rows.value.flatMap(Object.keys).filter((name) => name.startsWith(prefix)));
  if (names.size > 0) return ok([...names].map((name) => name.slice(prefix.length)).toSorted());
  return unavailable({
    code: 'auditor-blind',
    message: 'The org showed no permission set, so which permissions it has is not known',
    mend: mends.viewSetup,
  });
}

/** What a container is, beside what it grants. */
export type Identity = Omit<
  Container,
  'completeness' | 'systemPermissions' | 'objects' | 'fields' | 'flows' | 'at'
>;

/** @param groupTitle the label of the group that a set is the aggregate of. */
export function identityOf(row: Row, groupTitle: (groupId: string) => string | undefined): Identity {
  const owned = flag(row, 'IsOwnedByProfile');
  const groupId = textOrNull(row, 'PermissionSetGroupId');
  const isAggregate = groupId !== null || (hasCell(row, 'Type') && textOrNull(row, 'Type') === 'Group');
  const label = textOrNull(row, 'Label') ?? text(row, 'Name');
  const named = hasCell(row, 'Profile.Name') ? textOrNull(row, 'Profile.Name') : null;
  const profileName = named ?? 'a profile whose name is hidden';
  return {
    id: text(row, 'Id'),
    kind: owned ? 'profile' : isAggregate ? 'group' : 'permission-set',
    // Name and Label of a profile's set are not stable; its profile's name is (docs/salesforce.md, "Permission sets").
    title: owned ? profileName : groupId === null ? label : (groupTitle(groupId) ?? label),
    apiName: owned ? (named ?? text(row, 'Name')) : namespaced(row, text(row, 'Name')),
    isCustom: flag(row, 'IsCustom'),
    sessionBased: flag(row, 'HasActivationRequired'),
    groupId,
    license: hasCell(row, 'Profile.UserLicense.Name') ? textOrNull(row, 'Profile.UserLicense.Name') : null,
  };
}

export const mutingIdentity = (row: Row, groupId: string | null): Identity => ({
  id: text(row, 'Id'),
  kind: 'muting',
  title: text(row, 'MasterLabel'),
  apiName: namespaced(row, text(row, 'DeveloperName')),
  isCustom: true,
  sessionBased: false,
  groupId,
  license: null,
});

/** Those of the needed permissions that the row holds. A column that it lacks is one that the org lacks. */
export function systemEntries(row: Row, needed: readonly string[]): Container['systemPermissions'] {
  if (needed.length > 0 && !Object.keys(row).some((name) => name.startsWith(prefix)))
    return unavailable(noColumns);
  return parsed(ok(row), () =>
    needed
      .filter((name) => hasCell(row, prefix + name) && flag(row, prefix + name))
      .toSorted()
      .map((permission): SystemEntry => ({ permission })),
  );
}

const noColumns: Gap = {
  code: 'query-failed',
  message: 'The org showed none of the permissions of a permission set',
  mend: mends.viewSetup,
};
