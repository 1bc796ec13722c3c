import type {
  AssignedLicense,
  Assignment,
  Login,
  Profile,
  ProfilePeers,
  Subject,
  SubjectRecord,
  User,
  UserLicense,
} from '../model/subject.ts';
import { id, list, nullable, object, type Say, salesforces, stays } from './changes.ts';
import { location, part, username } from './part-strings.ts';

/** What every property of who is audited is. */

export const subject = object<Subject>({
  kind: stays,
  id,
  name: (value, say, { kind, title }) =>
    kind === 'user' ? say.name('user', 'name', value, title) : say.name('persona', 'name', value),
  title: (value, say, { kind }) => (kind === 'user' ? say.name('user', 'title', value) : say.text(value)),
});

export const user = object<User>({
  id,
  username: (value, say, { name }) => say.name('user', 'name', value, name),
  name: (value, say) => say.name('user', 'title', value),
  isActive: stays,
  lastLoginDate: stays,
  userType: salesforces,
  flowUser: part<boolean>(stays),
  passwordExpires: part<string | null>(stays),
});

export const userLicense = object<UserLicense>({ name: salesforces, key: salesforces });

export const profile = object<Profile>({
  id,
  name: nullable((value: string, say: Say) => say.profile('title', value)),
  isCustom: part<boolean>(stays),
  license: part(userLicense),
  at: location,
});

export const login = object<Login>({ isFrozen: stays, isPasswordLocked: stays });

export const profilePeers = object<ProfilePeers>({ total: stays, examples: list(username, (name) => name) });

export const assignment = object<Assignment>({
  id,
  containerId: id,
  groupId: nullable(id),
  isActive: stays,
  isRevoked: stays,
  expires: stays,
});

export const assignedLicense = object<AssignedLicense>({
  name: salesforces,
  label: salesforces,
  status: salesforces,
  expires: stays,
});

export const subjectRecord = object<SubjectRecord>({
  subject,
  user: part(user),
  profile: part(profile),
  login: part(login),
  profilePeers: part(profilePeers),
  assignments: part(list(assignment, (each) => each.id)),
  permissionSetLicenses: part(list(assignedLicense)),
});
