import type { Gap, Part } from '../../../model/part.ts';
import type { Auditor } from '../../../model/snapshot.ts';
import { ok } from '../../parts.ts';
import { mends } from '../mends.ts';
import type { Caller } from '../reader/org-reader.ts';
import type { Row, RowsRead } from '../reader/read.ts';
import { columns, soql } from '../soql.ts';

/** The auditor's own permissions that decide what it sees. */
const decisive = ['ViewSetup', 'ViewAllUsers', 'ManageUsers', 'ViewAllData', 'ModifyAllData'];

/** Everybody may ask this object about themselves (docs/salesforce.md, "What the auditor needs"). */
export const auditorRead: RowsRead = {
  kind: 'rows',
  part: "the auditor's own permissions",
  soql: [soql`SELECT ${columns(...decisive.map((name) => `Permissions${name}`))} FROM UserPermissionAccess`],
  // The one that everything hangs on, where the org lacks one of the others.
  orElse: [soql`SELECT PermissionsViewSetup FROM UserPermissionAccess`],
};

/** What the auditor is proven to see. */
export interface Sight {
  readonly permissions: readonly string[];
  /** Half of the sentinel of trap 5; the other half is each user's own profile. */
  readonly seesSetup: boolean;
  readonly seesAllUsers: boolean;
  /** Why setup is not proven to be seen; of use only where it is not. */
  readonly gap: Gap;
}

export function sightOf(auditor: Part<readonly Row[]>): Sight {
  const [row = {}] = auditor.status === 'ok' ? auditor.value : [];
  const permissions = decisive.filter((name) => row[`Permissions${name}`] === true);
  return {
    permissions,
    seesSetup: permissions.includes('ViewSetup'),
    seesAllUsers: permissions.includes('ViewAllUsers'),
    gap: auditor.status === 'unavailable' ? { ...auditor.reason, code: 'auditor-blind' } : withoutSetup,
  };
}

export const auditorOf = (caller: Part<Caller>, { permissions }: Sight): Part<Auditor> =>
  caller.status === 'ok' ? ok({ ...caller.value, permissions }) : caller;

const withoutSetup: Gap = {
  code: 'auditor-blind',
  message:
    'The auditor lacks View Setup and Configuration, without which an org hides rows and does not say so',
  mend: mends.viewSetup,
};
