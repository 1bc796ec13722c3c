import * as fc from 'fast-check';
import type {
  AssignmentDescription,
  OrgDescription,
  PermissionEntries,
  UserDescription,
} from '../../src/emulator/org-description.ts';
import type { Cause } from '../../src/model/cause.ts';
import { now } from '../access/property/random-containers.ts';
import { readable } from '../access/property/readable-org.ts';

/** One thing that somebody did to an org, and whether a cause names it. */
export interface OrgChange {
  readonly kind: DrawnChange['kind'];
  readonly org: OrgDescription;
  readonly what: string;
  readonly isNamed: (cause: Cause) => boolean;
}

const kinds = [
  ...['assignment-gone', 'assignment-expired', 'assignment-inactive', 'assignment-revoked'],
  ...['entries-gone', 'profile-switched', 'group-outdated', 'muted', 'member-gone'],
  ...['frozen', 'deactivated', 'session-based'],
] as const;

export interface DrawnChange {
  readonly kind: (typeof kinds)[number];
  /** Which of the things that it can be done to, counted through. */
  readonly which: number;
}

export const drawnChange: fc.Arbitrary<DrawnChange> = fc.record({
  kind: fc.constantFrom(...kinds),
  which: fc.nat(11),
});

/** Does it to the first user, or to what that user is assigned; where nothing is there to do it to, something else. */
export function changeOrg(org: OrgDescription, { kind, which }: DrawnChange): OrgChange | null {
  const all = changesOf(org);
  const wanted = all.filter((change) => change.kind === kind);
  const some = wanted.length > 0 ? wanted : all;
  const chosen = some[which % Math.max(some.length, 1)];
  return chosen === undefined ? null : { ...chosen, org: readable(chosen.org) };
}

type Candidate = OrgChange;

function changesOf(org: OrgDescription): readonly Candidate[] {
  const [user] = org.users;
  if (user === undefined) return [];
  return [
    ...assignmentChanges(org, user),
    ...containerChanges(org, user),
    ...groupChanges(org, user),
    ...userChanges(org, user),
  ];
}

/** An org shows labels (`Set 0`); a snapshot made from its description has the names (`Set_0`). */
const isCalled = (title: string, label: string): boolean =>
  title === label || title === label.replaceAll(' ', '_');

const withUser = (org: OrgDescription, user: UserDescription): OrgDescription => ({
  ...org,
  users: [user, ...org.users.slice(1)],
});

const titleOf = (org: OrgDescription, { permissionSet, group }: AssignmentDescription): string =>
  [...(org.permissionSets ?? []), ...(org.permissionSetGroups ?? [])].find(
    ({ name }) => name === (permissionSet ?? group),
  )?.label ?? '';

function assignmentChanges(org: OrgDescription, user: UserDescription): readonly Candidate[] {
  const { assignments = [] } = user;
  return assignments.flatMap((assignment, index): readonly Candidate[] => {
    const title = titleOf(org, assignment);
    const put = (...changed: readonly AssignmentDescription[]) =>
      withUser(org, { ...user, assignments: assignments.toSpliced(index, 1, ...changed) });
    const made = (kind: Candidate['kind'], ...changed: readonly AssignmentDescription[]): Candidate => ({
      kind,
      what: `${kind} ${title}`,
      org: put(...changed),
      isNamed: (cause) =>
        cause.kind === kind && 'container' in cause && isCalled(cause.container.title, title),
    });
    const lapsed = assignment.active === false || assignment.revoked === true;
    if (lapsed || (assignment.expires !== undefined && Date.parse(assignment.expires) <= Date.parse(now))) {
      return [];
    }
    return [
      made('assignment-gone'),
      made('assignment-expired', { ...assignment, expires: '2026-02-20T00:00:00Z' }),
      made('assignment-inactive', { ...assignment, active: false }),
      made('assignment-revoked', { ...assignment, revoked: true }),
    ];
  });
}

const emptied = <T extends PermissionEntries>(of: T): T => {
  const { system: _, objects: __, fields: ___, flows: ____, ...rest } = of;
  return rest as T;
};

function containerChanges(org: OrgDescription, user: UserDescription): readonly Candidate[] {
  const isEdited = (title: string) => (cause: Cause) =>
    cause.kind === 'entry-gone' && isCalled(cause.container.title, title);
  // Of a group that is in doubt it is not recorded which of its sets brought what.
  const isGroupOf = (set: string) => (cause: Cause) =>
    cause.kind === 'entry-gone' &&
    (org.permissionSetGroups ?? []).some(
      ({ label, members, status = 'Updated', hasActivationRequired = false }) =>
        (status !== 'Updated' || hasActivationRequired) &&
        members.includes(set) &&
        isCalled(cause.container.title, label),
    );
  const { permissionSets = [], profiles } = org;
  const other = profiles.find(({ name }) => name.startsWith('Profile') && name !== user.profile);
  return [
    ...permissionSets.flatMap((set, index): readonly Candidate[] => [
      {
        kind: 'entries-gone',
        what: `edited ${set.label}`,
        org: { ...org, permissionSets: permissionSets.with(index, emptied(set)) },
        isNamed: (cause) => isEdited(set.label)(cause) || isGroupOf(set.name)(cause),
      },
      {
        kind: 'session-based',
        what: `session-based ${set.label}`,
        org: { ...org, permissionSets: permissionSets.with(index, { ...set, hasActivationRequired: true }) },
        isNamed: (cause) => cause.kind === 'session-based' && isCalled(cause.container.title, set.label),
      },
    ]),
    {
      kind: 'entries-gone',
      what: `edited ${user.profile}`,
      org: { ...org, profiles: profiles.map((each) => (each.name === user.profile ? emptied(each) : each)) },
      isNamed: isEdited(user.profile),
    },
    ...(other === undefined
      ? []
      : [
          {
            kind: 'profile-switched' as const,
            what: `${user.profile} to ${other.name}`,
            org: withUser(org, { ...user, profile: other.name }),
            isNamed: (cause: Cause) =>
              cause.kind === 'profile-switched' && cause.from === user.profile && cause.to === other.name,
          },
        ]),
  ];
}

function groupChanges(org: OrgDescription, user: UserDescription): readonly Candidate[] {
  const { permissionSetGroups = [], permissionSets = [] } = org;
  const assigned = new Set(user.assignments?.map(({ group }) => group));
  return permissionSetGroups.flatMap((group, index): readonly Candidate[] => {
    if (!assigned.has(group.name)) return [];
    const put = (changed: typeof group): OrgDescription => ({
      ...org,
      permissionSetGroups: permissionSetGroups.with(index, changed),
    });
    const members = permissionSets.filter(({ name }) => group.members.includes(name));
    const muting = { name: 'Muting_new', label: 'Muting new', ...everythingOf(members) };
    return [
      // One that is outdated already is not made so by whoever outdates it again.
      ...((group.status ?? 'Updated') === 'Updated'
        ? [
            {
              kind: 'group-outdated' as const,
              what: `outdated ${group.label}`,
              org: put({ ...group, status: 'Outdated' }),
              isNamed: (cause: Cause) =>
                cause.kind === 'group-outdated' && isCalled(cause.group, group.label),
            },
          ]
        : []),
      ...(group.muting === undefined
        ? [
            {
              kind: 'muted' as const,
              what: `muted in ${group.label}`,
              org: put({ ...group, muting }),
              isNamed: (cause: Cause) =>
                cause.kind === 'muted' &&
                isCalled(cause.group, group.label) &&
                isCalled(cause.by.title, muting.label),
            },
          ]
        : []),
      // Without members it would look like one whose members are hidden.
      ...(group.members.length < 2 ? [] : members).map(
        (member): Candidate => ({
          kind: 'member-gone',
          what: `${member.label} out of ${group.label}`,
          org: put({ ...group, members: group.members.filter((name) => name !== member.name) }),
          isNamed: (cause) =>
            cause.kind === 'member-gone' &&
            isCalled(cause.group, group.label) &&
            isCalled(cause.member.title, member.label),
        }),
      ),
    ];
  });
}

function everythingOf(sets: readonly PermissionEntries[]): PermissionEntries {
  return {
    system: [...new Set(sets.flatMap(({ system = [] }) => system))],
    objects: Object.fromEntries(
      sets.flatMap(({ objects = {} }) => Object.keys(objects).map((name) => [name, ['read'] as const])),
    ),
    fields: Object.fromEntries(
      sets.flatMap(({ fields = {} }) => Object.keys(fields).map((name) => [name, 'read' as const])),
    ),
    flows: [...new Set(sets.flatMap(({ flows = [] }) => flows))],
  };
}

function userChanges(org: OrgDescription, user: UserDescription): readonly Candidate[] {
  const turned = (name: string) => (cause: Cause) => cause.kind === 'fact-changed' && cause.name === name;
  return [
    ...(user.frozen === true
      ? []
      : [
          {
            kind: 'frozen' as const,
            what: 'frozen',
            org: withUser(org, { ...user, frozen: true }),
            isNamed: turned('frozen'),
          },
        ]),
    ...(user.active === false
      ? []
      : [
          {
            kind: 'deactivated' as const,
            what: 'deactivated',
            org: withUser(org, { ...user, active: false }),
            isNamed: turned('active'),
          },
        ]),
  ];
}
