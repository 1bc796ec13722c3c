import type { UserDescription } from '../org-description.ts';
import type { Emulation } from './emulation.ts';
import type { ApiRequest } from './request.ts';

/**
 * Id of the user whose access token the request carries. A token of somebody who has been deactivated or
 * frozen since is worth nothing.
 */
export function bearerOf({ headers }: ApiRequest, emulation: Emulation): string | undefined {
  const token = /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  const userId = token === undefined ? undefined : emulation.sessions.userOf(token);
  const user = userId === undefined ? undefined : describedUser(userId, emulation);
  return user === undefined || user.active === false || user.frozen === true ? undefined : userId;
}

export function describedUser(userId: string, { org }: Emulation): UserDescription | undefined {
  return org.description.users.find(({ username }) => org.userId(username) === userId);
}
