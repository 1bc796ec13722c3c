import type { Part } from '../../model/part.ts';
import { unavailable } from '../parts.ts';
import { mends } from './mends.ts';
import { auditorRead, sightOf } from './parts/auditor.ts';
import { parsed, text } from './parts/cells.ts';
import type { OrgReader } from './reader/org-reader.ts';
import { soql } from './soql.ts';

export interface ApiOnlyUser {
  readonly id: string;
  readonly username: string;
  readonly name: string;
}

/**
 * Active users to whom some permission set, group or profile gives Api Only User, by username. One round trip.
 * Unavailable where the auditor's rights do not prove the list complete.
 */
export async function listApiOnlyUsers(reader: OrgReader): Promise<Part<readonly ApiOnlyUser[]>> {
  const { auditor, users } = await reader.together({
    auditor: auditorRead,
    users: {
      kind: 'rows',
      part: 'the API-only users',
      mend: mends.viewSetup,
      soql: [
        soql`SELECT Id, Username, Name FROM User WHERE IsActive = true AND Id IN (SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSet.PermissionsApiUserOnly = true) ORDER BY Username`,
      ],
    },
  });
  const sight = sightOf(auditor);
  if (!sight.seesSetup) return unavailable(sight.gap);
  return parsed(users, (rows) =>
    rows.map((row) => ({ id: text(row, 'Id'), username: text(row, 'Username'), name: text(row, 'Name') })),
  );
}
