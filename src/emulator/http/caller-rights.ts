import { type CallContext, type EmulatedOrg, SalesforceError } from '../emulated-org.ts';

/**
 * Whether the caller holds a system permission, by the object every user may ask about themselves.
 * `absent` where the org has no such column.
 */
export function callerPermission(
  org: EmulatedOrg,
  context: CallContext,
  permission: string,
): boolean | 'absent' {
  const column = `Permissions${permission}`;
  try {
    const rows = org.query(`SELECT ${column} FROM UserPermissionAccess`, { ...context, surface: 'data' });
    return rows[0]?.[column] === true;
  } catch (error) {
    if (error instanceof SalesforceError && error.errorCode === 'INVALID_FIELD') return 'absent';
    throw error;
  }
}
