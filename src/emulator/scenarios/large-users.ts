import type { AssignmentDescription, OrgDescription, UserDescription } from '../org-description.ts';
import type { Random } from './random.ts';

const firstNames = [
  'Alex',
  'Bea',
  'Chidi',
  'Dana',
  'Elif',
  'Femi',
  'Gita',
  'Hugo',
  'Ines',
  'Jamal',
  'Kira',
  'Liam',
] as const;
const lastNames = [
  'Abara',
  'Bauer',
  'Costa',
  'Dubois',
  'Eriksen',
  'Fontana',
  'Gupta',
  'Haddad',
  'Ivanov',
  'Jansen',
  'Kato',
  'Lopez',
] as const;

/** The described users and as many made-up ones as are wanted in all, on the made-up profiles. */
export function madeUpUsers(org: OrgDescription, wanted: number, random: Random): readonly UserDescription[] {
  const profiles = org.profiles.map(({ name }) => name).filter((name) => /^Team /.test(name));
  const made = Array.from({ length: wanted - org.users.length }, (_, index): UserDescription => {
    const number = index + 1;
    const active = random.chance(85);
    return {
      username: `user${number}@acme.example`,
      alias: `u${number}`,
      name: `${random.pick(firstNames)} ${random.pick(lastNames)}`,
      profile: profiles[random.below(profiles.length)] ?? org.profiles[0]?.name ?? '',
      ...(active ? {} : { active }),
      lastLogin: random.chance(90)
        ? `2026-10-${String(1 + random.below(28)).padStart(2, '0')}T08:00:00Z`
        : null,
      assignments: assignments(org, random),
    };
  });
  return [...org.users, ...made];
}

function assignments(
  { permissionSets = [], permissionSetGroups = [] }: OrgDescription,
  random: Random,
): readonly AssignmentDescription[] {
  const sets = random.sample(permissionSets, random.below(5)).map(({ name }): AssignmentDescription => {
    return random.chance(5)
      ? { permissionSet: name, expires: random.pick(['2026-09-30T00:00:00Z', '2026-12-31T00:00:00Z']) }
      : { permissionSet: name };
  });
  const groups = random.sample(permissionSetGroups, random.below(2)).map(({ name }) => ({ group: name }));
  return [...sets, ...groups];
}
