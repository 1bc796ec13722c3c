import type { Part } from '../../../model/part.ts';
import type { Assignment, Profile, SubjectRecord } from '../../../model/subject.ts';
import { notCollected, ok, unavailable } from '../../parts.ts';
import { licensesOf, provenAssignments } from '../parts/assignments.ts';
import { flag, grouped, hasCell, parsed, text, textOrNull } from '../parts/cells.ts';
import { peersOf } from '../parts/profile-peers.ts';
import { loginsOf, profileOf, subjectOf, userOf } from '../parts/user.ts';
import type { Row } from '../reader/read.ts';
import type { ReadOrg } from './read-org.ts';

/** What is known of each user beside what its permission sets hold. */
export function assembleSubjects(read: ReadOrg): readonly SubjectRecord[] {
  const { needs, first, sight } = read;
  const assignments = rowsByUser(first.assignments);
  const licenses = rowsByUser(first.permissionSetLicenses);
  const profiles = profileSets(first.permissionSets);
  const profileSetIds = parsed(profiles, (sets) => new Set(sets.map((set) => text(set, 'Id'))));
  const login = loginsOf(first.logins);
  const isCustom = customProfiles(profiles);
  const ownAssignments = (userId: string): Part<readonly Assignment[]> =>
    provenAssignments(assignments(userId), profileSetIds, sight);
  return read.people.map((row) => {
    const subject = subjectOf(row);
    return {
      subject,
      user: needs.user ? userOf(row) : notCollected("the user's own row"),
      profile: needs.profile ? profileOf(row, isCustom(row)) : notCollected("the user's profile"),
      login: needs.login ? login(subject.id) : notCollected('frozen and locked'),
      profilePeers: needs.profilePeers ? peersFor(row, read) : notCollected('the other users of the profile'),
      assignments: ownAssignments(subject.id),
      permissionSetLicenses: licensesOf(licenses(subject.id), sight),
    };
  });
}

function rowsByUser(rows: Part<readonly Row[]>): (userId: string) => Part<readonly Row[]> {
  const byUser = parsed(rows, (all) => grouped(all, 'AssigneeId'));
  return (userId) => (byUser.status === 'ok' ? ok(byUser.value.get(userId) ?? []) : byUser);
}

const profileSets = (sets: Part<readonly Row[]>): Part<readonly Row[]> =>
  parsed(sets, (rows) => rows.filter((row) => flag(row, 'IsOwnedByProfile')));

/** Told by the profile's permission set: Profile itself has no such column. */
function customProfiles(profiles: Part<readonly Row[]>): (user: Row) => Profile['isCustom'] {
  const byProfile = parsed(
    profiles,
    (sets) => new Map(sets.map((set) => [textOrNull(set, 'ProfileId'), flag(set, 'IsCustom')])),
  );
  return (user) => {
    if (byProfile.status === 'unavailable') return byProfile;
    const custom = byProfile.value.get(hasCell(user, 'ProfileId') ? textOrNull(user, 'ProfileId') : null);
    if (custom !== undefined) return ok(custom);
    return unavailable({
      code: 'auditor-blind',
      message:
        "The org did not show the permission set of the user's profile, which tells whether it is custom",
    });
  };
}

function peersFor(row: Row, { details, profileIds, sight }: ReadOrg): SubjectRecord['profilePeers'] {
  const index = profileIds.indexOf(text(row, 'ProfileId'));
  const [count, examples] = [details.peerCounts[index], details.peerExamples[index]];
  if (count === undefined || examples === undefined) return notCollected('the other users of the profile');
  return peersOf(row, count, examples, sight);
}
