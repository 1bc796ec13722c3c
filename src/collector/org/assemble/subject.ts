import type { Part } from '../../../model/part.ts';
import type { SubjectRecord } from '../../../model/snapshot.ts';
import { licensesOf, provenAssignments } from '../parts/assignments.ts';
import { flag, hasCell, parsed, text, textOrNull } from '../parts/cells.ts';
import { peersOf } from '../parts/profile-peers.ts';
import { loginsOf, subjectOf, userNotCollected, userOf } from '../parts/user.ts';
import { notCollected, type Row, unavailable } from '../reader/read.ts';
import type { ReadOrg } from './read-org.ts';

/** What is known of one user beside what its permission sets hold. */
export function assembleSubject(row: Row, read: ReadOrg): SubjectRecord {
  const { needs, first, sight } = read;
  const subject = subjectOf(row);
  const own = <T extends Part<readonly Row[]>>(rows: T) =>
    parsed(rows, (all) => all.filter((one) => text(one, 'AssigneeId') === subject.id));
  const profileSets = parsed(
    first.sets,
    (rows) => new Set(rows.filter((set) => flag(set, 'IsOwnedByProfile')).map((set) => text(set, 'Id'))),
  );
  return {
    subject,
    user: needs.user ? userOf(row, isCustomProfile(row, read)) : userNotCollected(),
    login: needs.login ? loginsOf(first.logins)(subject.id) : notCollected('frozen and locked'),
    profilePeers: needs.profilePeers ? peersFor(row, read) : notCollected('the other users of the profile'),
    assignments: provenAssignments(own(first.assignments), profileSets, sight),
    permissionSetLicenses: licensesOf(own(first.licenses), sight),
  };
}

/** Told by the profile's permission set: Profile itself has no such column. */
function isCustomProfile(user: Row, { first }: ReadOrg): Part<boolean> {
  const found = parsed(first.sets, (sets) => {
    const profileId = hasCell(user, 'ProfileId') ? textOrNull(user, 'ProfileId') : null;
    const set = sets.find(
      (one) => flag(one, 'IsOwnedByProfile') && textOrNull(one, 'ProfileId') === profileId,
    );
    return set === undefined ? undefined : flag(set, 'IsCustom');
  });
  if (found.status === 'unavailable' || found.value !== undefined) return found as Part<boolean>;
  return unavailable({
    code: 'auditor-blind',
    message: "The org did not show the permission set of the user's profile",
  });
}

function peersFor(row: Row, { details, profileIds, sight }: ReadOrg): SubjectRecord['profilePeers'] {
  const index = profileIds.indexOf(text(row, 'ProfileId'));
  const [count, examples] = [details.peerCounts[index], details.peerExamples[index]];
  if (count === undefined || examples === undefined) return notCollected('the other users of the profile');
  return peersOf(row, count, examples, sight);
}
