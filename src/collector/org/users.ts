import { CollectorError } from './collector-error.ts';
import { listApiOnlyUsers } from './list-api-only-users.ts';
import { text } from './parts/cells.ts';
import type { OrgReader } from './reader/org-reader.ts';
import type { Row } from './reader/read.ts';
import { longId, looksLikeId } from './salesforce-id.ts';
import { chunked, columns, fragment, type SoqlFragment, soql } from './soql.ts';

/** Whom to audit: usernames, Ids or aliases, or every active user that is API-only. */
export type UserSelection = readonly string[] | 'all-api-only';

/** A condition that picks users, in pieces short enough for a query each. */
export interface Who {
  /** @param path from the queried object to the user, such as `Assignee.`; empty on User itself. */
  conditions(path: string): readonly SoqlFragment[];
  /** The users meant, in the order they were named, each once. @throws CollectorError of kind `usage` or `user-not-seen`. */
  pick(users: readonly Row[]): readonly Row[];
}

type Column = 'Username' | 'Id' | 'Alias';

/**
 * Turns what the user named into a condition. Where its shape says whether it is a username, an Id or an
 * alias, that costs nothing; otherwise one round trip.
 *
 * @throws CollectorError of kind `usage` where nobody is named or two users share an alias, of kind `user-not-seen`
 *   where nobody is found.
 */
export async function chooseUsers(reader: OrgReader, selection: UserSelection): Promise<Who> {
  if (selection === 'all-api-only') return byIds(await apiOnlyIds(reader));
  const named = selection.map((name) => name.trim()).filter((name) => name !== '');
  const [first] = named;
  if (first === undefined) throw new CollectorError('usage', 'No user to audit is named.');
  const column = columnOf(first);
  if (column !== null && named.every((name) => columnOf(name) === column)) {
    const values = column === 'Id' ? named.map(longId) : named;
    return who(column, values, (users) => pickNamed(named, users));
  }
  const ids = pickNamed(named, await lookUp(reader, named)).map((user) => text(user, 'Id'));
  return byIds(ids);
}

/** What a name can only be, by its shape; null where it may be a username or an alias (at most 8 characters). */
function columnOf(name: string): Column | null {
  if (looksLikeId(name, '005')) return 'Id';
  if (!name.includes('@')) return 'Alias';
  return name.length > 8 ? 'Username' : null;
}

function who(column: Column, values: readonly string[], pick: Who['pick']): Who {
  const chunks = chunked(values, 6_000);
  return {
    conditions: (path) => chunks.map((chunk) => fragment`${columns(path + column)} IN ${chunk}`),
    pick,
  };
}

const byIds = (ids: readonly string[]): Who =>
  who('Id', ids, (users) => ids.flatMap((id) => users.filter((user) => user.Id === id)));

async function apiOnlyIds(reader: OrgReader): Promise<readonly string[]> {
  const users = await listApiOnlyUsers(reader);
  if (users.status === 'unavailable') {
    const { message, mend = '' } = users.reason;
    throw new CollectorError(
      'usage',
      `The API-only users could not be listed: ${message}. ${mend} Or name the users.`,
    );
  }
  if (users.value.length === 0) {
    throw new CollectorError('usage', 'No active API-only user was found. Name the users to audit.');
  }
  return users.value.map(({ id }) => id);
}

async function lookUp(reader: OrgReader, named: readonly string[]): Promise<readonly Row[]> {
  const ids = named.filter((name) => columnOf(name) === 'Id').map(longId);
  const queries = chunked(named, 3_000).map((chunk) => {
    const base = fragment`Username IN ${chunk} OR Alias IN ${chunk}`;
    return soql`SELECT Id, Username, Alias FROM User WHERE ${base}`;
  });
  const byId = chunked(ids).map((chunk) => soql`SELECT Id, Username, Alias FROM User WHERE Id IN ${chunk}`);
  const { users } = await reader.together({
    users: { kind: 'rows', part: 'the users', soql: [...queries, ...byId] },
  });
  if (users.status === 'unavailable') throw new CollectorError('unreachable', `${users.reason.message}.`);
  return users.value;
}

/** Username first, then Id, then alias; without regard to case, as Salesforce compares. */
function pickNamed(named: readonly string[], users: readonly Row[]): readonly Row[] {
  const picked = named.map((name) => {
    const matching = (column: Column, value = name) =>
      users.filter((user) => sameText(text(user, column), value));
    const [user] = matching('Username');
    if (user !== undefined) return user;
    const [byId] = users.filter((user) => user.Id === longId(name));
    if (byId !== undefined) return byId;
    const [byAlias, ...others] = distinct(matching('Alias'));
    if (byAlias === undefined) throw unknownUser(name);
    if (others.length > 0) throw sharedAlias(name, [byAlias, ...others]);
    return byAlias;
  });
  return distinct(picked);
}

const distinct = (users: readonly Row[]): readonly Row[] => [
  ...new Map(users.map((user) => [text(user, 'Id'), user])).values(),
];

const sameText = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

const unknownUser = (name: string) =>
  new CollectorError(
    'user-not-seen',
    `There is no user with the username, Id or alias '${name}' that the auditing user can see. Check it for a ` +
      'typing mistake; if it is right, the auditing user may lack View Setup and Configuration or View All Users.',
  );

const sharedAlias = (alias: string, users: readonly Row[]) =>
  new CollectorError(
    'usage',
    `The alias '${alias}' belongs to more than one user: ${users
      .map((user) => text(user, 'Username'))
      .toSorted()
      .join(', ')}. Give the username instead.`,
  );
