import type { Needs } from '../../../model/needs.ts';
import { assignedSets, assignmentsRead, licensesRead } from '../parts/assignments.ts';
import { auditorRead } from '../parts/auditor.ts';
import { catalogueRead } from '../parts/catalogue.ts';
import { flowGrantsRead, flowsRead } from '../parts/flows.ts';
import { componentsRead, groupsRead } from '../parts/groups.ts';
import { objectPermissionsRead } from '../parts/object-permissions.ts';
import { limitsRead, organizationRead } from '../parts/organization.ts';
import { assignedSetsRead } from '../parts/permission-sets.ts';
import { loginsRead, usersRead } from '../parts/user.ts';
import type { OrgReader } from '../reader/org-reader.ts';
import type { Who } from '../users.ts';

/** Whether anything is needed that hangs on the users' permission sets. */
export const needsSets = ({
  profile,
  systemPermissions,
  objects,
  fields,
  flows,
  assignments,
}: Needs): boolean =>
  Boolean(profile || systemPermissions?.length || objects?.length || fields?.length || flows || assignments);

/** Every object that is asked about, also those of fields, in the words of the question. */
export function neededObjects({ objects = [], fields = [] }: Needs): readonly string[] {
  const byName = new Map(
    [...objects, ...fields.map(({ object }) => object)].map((name) => [name.toLowerCase(), name]),
  );
  for (const name of objects) byName.set(name.toLowerCase(), name);
  return [...byName.values()].toSorted();
}

/**
 * All that can be asked for knowing only who is meant: it goes through the users' own relationships, so that
 * nothing has to be looked up before.
 */
export function readSubjects(reader: OrgReader, who: Who, needs: Needs) {
  const objects = neededObjects(needs);
  const sets = needsSets(needs);
  return reader.together({
    users: usersRead(who, needs),
    auditor: auditorRead,
    organization: needs.organization && organizationRead,
    limits: needs.limits && limitsRead,
    logins: needs.login && loginsRead(who),
    permissionSetLicenses: needs.permissionSetLicenses?.length ? licensesRead(who) : undefined,
    assignments: sets ? assignmentsRead(who) : undefined,
    permissionSets: sets ? assignedSetsRead(who) : undefined,
    groups: sets ? groupsRead(who) : undefined,
    components: sets ? componentsRead(who) : undefined,
    objectPermissions:
      objects.length > 0
        ? objectPermissionsRead(assignedSets(who), objects, reader.newestVersion)
        : undefined,
    flowAccess: needs.flows && flowGrantsRead(assignedSets(who)),
    flows: needs.flows && flowsRead,
    catalogues: objects.map(catalogueRead),
  });
}

export type SubjectsTrip = Awaited<ReturnType<typeof readSubjects>>;
