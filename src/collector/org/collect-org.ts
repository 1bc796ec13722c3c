import type { Needs } from '../../model/needs.ts';
import type { Gap } from '../../model/part.ts';
import type { OrgSnapshot } from '../../model/snapshot.ts';
import { frozenCopy } from '../../plain/deep-freeze.ts';
import { ok } from '../parts.ts';
import { assembleSnapshot } from './assemble/snapshot.ts';
import { CollectorError } from './collector-error.ts';
import { sightOf } from './parts/auditor.ts';
import { parsed, text } from './parts/cells.ts';
import { seenFlows } from './parts/flows.ts';
import type { OrgReader } from './reader/org-reader.ts';
import { readDetails } from './trips/details.ts';
import { readRestrictions } from './trips/flow-restrictions.ts';
import { readSubjects } from './trips/subjects.ts';
import { chooseUsers, type UserSelection } from './users.ts';

export interface CollectRequest {
  readonly users: UserSelection;
  readonly needs: Needs;
}

/**
 * Reads what the needs ask, for these users, and nothing else: two round trips, and one more for every 25
 * flows beyond the first 25. What could not be read is a gap in the snapshot.
 *
 * @returns frozen, sorted, JSON: the same org gives the same snapshot.
 * @throws CollectorError where there is nothing to audit: an unknown user, no session, no connection.
 */
export async function collectOrg(reader: OrgReader, { users, needs }: CollectRequest): Promise<OrgSnapshot> {
  const who = await chooseUsers(reader, users);
  const first = await readSubjects(reader, who, needs);
  if (first.users.status === 'unavailable') throw unreadableUsers(first.users.reason);
  const people = who.pick(first.users.value);
  if (people.length === 0)
    throw new CollectorError('user-not-seen', 'None of the users to audit is visible to the auditing user.');
  const sight = sightOf(first.auditor);
  const profileIds = needs.profilePeers
    ? [...new Set(people.map((row) => text(row, 'ProfileId')))].toSorted()
    : [];
  const flows = seenFlows(first.flows, sight);
  const openFlows = flows.status === 'ok' ? flows.value.filter(({ versionId }) => versionId !== null) : [];
  const details = await readDetails(reader, { needs, first, sight, profileIds, openFlows });
  const restrictions = await readRestrictions(reader, openFlows, details);
  const assembled = parsed(
    ok({ needs, people, first, details, sight, profileIds, flows, restrictions }),
    (read) => assembleSnapshot(reader, read),
  );
  if (assembled.status === 'unavailable')
    throw new CollectorError('not-an-org', `${assembled.reason.message}.`);
  return frozenCopy(assembled.value);
}

function unreadableUsers({ message, errorCode, mend }: Gap): CollectorError {
  const code = errorCode === undefined ? '' : ` (${errorCode})`;
  return new CollectorError(
    'not-an-org',
    `${message}${code}.${mend === undefined ? '' : ` To know it: ${mend}.`}`,
  );
}
