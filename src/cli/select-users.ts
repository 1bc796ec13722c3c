import { listApiOnlyUsers } from '../collector/org/list-api-only-users.ts';
import type { OrgReader } from '../collector/org/open-org.ts';
import type { UserSelection } from '../collector/org/users.ts';
import { wrongUsage } from './failure.ts';

/** Whom the arguments or the configuration name; undefined where nobody is named. */
export type ChosenUsers = UserSelection | undefined;

/** Whom to audit. Where nobody is named, the API-only users found are listed for the user to choose from. */
export async function selectUsers(reader: OrgReader, chosen: ChosenUsers): Promise<UserSelection> {
  if (chosen !== undefined) return chosen;
  const found = await listApiOnlyUsers(reader);
  if (found.status === 'unavailable') {
    throw wrongUsage(
      `no user is named, and the API-only users could not be listed: ${found.reason.message}. Give --user USERNAME`,
    );
  }
  if (found.value.length === 0) {
    throw wrongUsage(
      'no user is named, and no active API-only user was found that this auditor can see. Give --user USERNAME',
    );
  }
  const list = found.value.map(({ username, name }) => `  ${username}  (${name})`).join('\n');
  throw wrongUsage(
    `no user is named. The API-only users of this org are:\n${list}\nChoose with --user USERNAME, or take them all with --all-api-only`,
  );
}
