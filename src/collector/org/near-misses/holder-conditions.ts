import type { Entry } from '../../../model/access.ts';
import type { Flow } from '../../../model/snapshot.ts';
import { spellings } from '../parts/field-permissions.ts';
import { rightColumn } from '../parts/object-permissions.ts';
import { columns, fragment, type SoqlFragment } from '../soql.ts';

/**
 * The condition on PermissionSet that picks those which hold an entry; undefined where none can, or where
 * the org has no such permission. Muting sets hold entries too, and mean the opposite: they are no
 * permission sets, so none is picked (docs/salesforce.md, trap 3).
 */
export function holderCondition(
  entry: Entry,
  flows: readonly Flow[],
  availablePermissions: readonly string[],
): SoqlFragment | undefined {
  switch (entry.kind) {
    case 'system':
      return availablePermissions.includes(entry.permission)
        ? fragment`${columns(`Permissions${entry.permission}`)} = true`
        : undefined;
    case 'object':
      return fragment`Id IN (SELECT ParentId FROM ObjectPermissions WHERE SobjectType = ${entry.object} AND ${columns(rightColumn(entry.right))} = true)${withoutAllData(availablePermissions)}`;
    case 'field': {
      const names = spellings(entry.field).map((name) => `${entry.object}.${name}`);
      const right = columns(entry.right === 'edit' ? 'PermissionsEdit' : 'PermissionsRead');
      return fragment`Id IN (SELECT ParentId FROM FieldPermissions WHERE SobjectType = ${entry.object} AND Field IN ${names} AND ${right} = true)`;
    }
    case 'flow': {
      const flow = flows.find((one) => nameOf(one) === entry.flow);
      return (
        flow && fragment`Id IN (SELECT ParentId FROM SetupEntityAccess WHERE SetupEntityId = ${flow.id})`
      );
    }
    case 'fixed':
      return undefined;
  }
}

/**
 * Leaves out who holds all data: such sets have placeholder rows for every object (docs/salesforce.md, trap 2), and
 * nobody should be told to assign one for the sake of a single right.
 */
function withoutAllData(availablePermissions: readonly string[]): SoqlFragment {
  return ['ViewAllData', 'ModifyAllData']
    .filter((name) => availablePermissions.includes(name))
    .reduce((so, name) => fragment`${so} AND ${columns(`Permissions${name}`)} = false`, fragment``);
}

/** With the package's namespace, as entries name a flow. */
const nameOf = ({ name, namespace }: Flow) => (namespace === null ? name : `${namespace}__${name}`);
