import * as fc from 'fast-check';
import type { OrgDescription, PermissionEntries } from '../../../src/emulator/org-description.ts';
import { now, randomAssignments, randomGroups, randomSets } from './random-containers.ts';
import { randomEntries, savable } from './random-entries.ts';
import { grantableIn, randomGround } from './random-ground.ts';
import { readable } from './readable-org.ts';

/** The users of every random org, and who looks at them. */
export const users = ['sync@example.com', 'other@example.com'] as const;
export const auditor = 'auditor@example.com';

const randomUser = fc.record({
  profile: fc.nat(1),
  assignments: randomAssignments,
  active: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
});

/** Small orgs with two users, in which the traps meet by chance. Shrinks towards an org that grants nothing. */
export const randomOrg: fc.Arbitrary<OrgDescription> = fc
  .record({
    ground: randomGround,
    profiles: fc.array(randomEntries, { minLength: 1, maxLength: 2 }),
    sets: randomSets,
    groups: randomGroups,
    users: fc.tuple(randomUser, randomUser),
  })
  .map(({ ground: { type, ...has }, ...drawn }) => {
    const grantable = grantableIn(has);
    const saved = (entries: PermissionEntries) => savable(entries, grantable);
    const permissionSets = drawn.sets(saved);
    const permissionSetGroups = drawn.groups(saved, permissionSets);
    return readable({
      ...skeleton(type),
      ...has,
      profiles: [
        ...drawn.profiles.map((entries, i) => ({
          name: `Profile ${i}`,
          license: i === 0 ? 'Salesforce' : 'Salesforce Integration',
          custom: true,
          ...saved(entries),
        })),
        auditorProfile,
      ],
      permissionSets,
      permissionSetGroups,
      users: [
        ...drawn.users.map((user, i) => ({
          username: users[i] ?? '',
          alias: `user${i}`,
          name: `User ${i}`,
          profile: `Profile ${Math.min(user.profile, drawn.profiles.length - 1)}`,
          active: user.active,
          lastLogin: null,
          assignments: user.assignments(permissionSets.length, permissionSetGroups.length),
        })),
        { username: auditor, alias: 'audit', name: 'Auditor', profile: 'Auditor', lastLogin: null },
      ],
    });
  });

const auditorProfile = {
  name: 'Auditor',
  license: 'Salesforce',
  custom: true,
  system: ['ApiEnabled', 'ViewSetup', 'ViewAllUsers', 'ManageUsers'],
};

const skeleton = (type: string) => ({
  description: 'A random org',
  now,
  organization: { name: 'Random', type },
  userLicenses: [
    { name: 'Salesforce', key: 'SFDC' },
    { name: 'Salesforce Integration', key: 'INTEGRATION' },
  ],
  packages: { iv: 'InsideView' },
  auditor,
  audit: users.map((username) => ({ username, label: username })),
});
