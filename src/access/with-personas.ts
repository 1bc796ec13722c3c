import type { Container, ContainerKind } from '../model/container.ts';
import type { Gap, Part } from '../model/part.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Assignment, Profile, SubjectRecord } from '../model/subject.ts';
import { listed } from '../plain/lists.ts';
import { containerKinds } from '../salesforce/labels.ts';
import { sameName } from '../salesforce/names.ts';
import { isDoubtful } from './doubtful.ts';
import { by } from './order.ts';

/** Who would hold what: a profile with permission sets and groups, by API name or label. */
export interface Persona {
  readonly name: string;
  /** Null: what its permission sets give by themselves. */
  readonly profile: string | null;
  readonly permissionSets: readonly string[];
  readonly permissionSetGroups: readonly string[];
}

/** A name that a persona says and no container has. */
export interface UnknownName {
  readonly persona: string;
  readonly kind: 'profile' | 'permission-set' | 'group';
  readonly name: string;
  /** API names of all there are of that kind, sorted. */
  readonly known: readonly string[];
}

/** The names in these personas that the snapshot has no container for. Ask before `withPersonas`. */
export const unknownNames = (snapshot: Snapshot, personas: readonly Persona[]): readonly UnknownName[] =>
  personas.flatMap((persona) =>
    namesIn(persona)
      .filter(({ kind, name }) => find(snapshot, kind, name) === undefined)
      .map(({ kind, name }) => ({ persona: persona.name, kind, name, known: knownNames(snapshot, kind) })),
  );

/**
 * Adds personas to a snapshot as subjects. What only a user has (logins, licences) is unavailable.
 * @param profiles what is known of profiles, by container Id.
 * @throws Error on a name that `unknownNames` tells.
 */
export function withPersonas(
  snapshot: Snapshot,
  personas: readonly Persona[],
  profiles: ReadonlyMap<string, Profile>,
): Snapshot {
  const records = personas.map((persona) => recordOf(snapshot, persona, profiles));
  return { ...snapshot, subjects: [...snapshot.subjects, ...records] };
}

type Assignable = UnknownName['kind'];

const namesIn = ({ profile, permissionSets, permissionSetGroups }: Persona) => [
  ...(profile === null ? [] : [{ kind: 'profile' as const, name: profile }]),
  ...permissionSets.map((name) => ({ kind: 'permission-set' as const, name })),
  ...permissionSetGroups.map((name) => ({ kind: 'group' as const, name })),
];

/** By API name, else by a label that one alone has. */
function find({ containers }: Snapshot, kind: Assignable, name: string): Container | undefined {
  const ofKind = containers.filter((each) => each.kind === kind);
  const named = ofKind.find(({ apiName }) => sameName(apiName, name));
  if (named) return named;
  const [only, ...others] = ofKind.filter(({ title }) => sameName(title, name));
  return others.length === 0 ? only : undefined;
}

const knownNames = ({ containers }: Snapshot, kind: ContainerKind): readonly string[] =>
  containers
    .filter((each) => each.kind === kind)
    .map(({ apiName }) => apiName)
    .toSorted();

function recordOf(
  snapshot: Snapshot,
  persona: Persona,
  profiles: ReadonlyMap<string, Profile>,
): SubjectRecord {
  const held = namesIn(persona).map(({ kind, name }) => {
    const container = find(snapshot, kind, name);
    if (container === undefined) throw new Error(`There is no ${kind} ${name}`);
    return container;
  });
  const profile = held.find(({ kind }) => kind === 'profile');
  const id = `persona:${persona.name}`;
  return {
    subject: { kind: 'persona', id, name: persona.name, title: titleOf(held) },
    profile: profileOf(profile, profiles),
    ...noUser,
    assignments: { status: 'ok', value: held.map((container) => assignmentOf(id, container)) },
  };
}

function profileOf(container: Container | undefined, profiles: ReadonlyMap<string, Profile>): Part<Profile> {
  if (container === undefined) {
    const reason: Gap = {
      code: 'source-cannot-tell',
      message: 'no profile is named, only what is assigned beside it',
      mend: 'name the profile with --profile NAME',
    };
    return { status: 'unavailable', reason };
  }
  const value = profiles.get(container.id);
  if (value !== undefined) return { status: 'ok', value };
  return unavailable(
    `files do not tell of profile '${container.title}' whether it is custom, and its licence`,
  );
}

const assignmentOf = (subjectId: string, { id, groupId, kind }: Container): Assignment => ({
  id: `${subjectId} ${id}`,
  containerId: id,
  groupId: kind === 'group' ? groupId : null,
  ...{ isActive: true, isRevoked: false, expires: null },
});

/** `profile 'API Only', permission sets 'A' and 'B'`; a set by itself says so. */
function titleOf(held: readonly Container[]): string {
  const parts = (['profile', 'permission-set', 'group'] as const).flatMap((kind) => {
    const titles = held.filter((each) => each.kind === kind).map(({ title }) => `'${title}'`);
    if (titles.length === 0) return [];
    return [`${containerKinds[kind]}${titles.length > 1 ? 's' : ''} ${listed(titles)}`];
  });
  const alone = held.some(({ kind }) => kind === 'profile') ? [] : ['without a profile'];
  return [...parts, ...alone].join(', ');
}

const unavailable = (message: string): { readonly status: 'unavailable'; readonly reason: Gap } => ({
  status: 'unavailable',
  reason: {
    code: 'source-cannot-tell',
    message,
    mend: 'give --facts FILE, a snapshot of the org, and --user USERNAME',
  },
});

/** A persona is nobody: what Salesforce keeps of a user it does not have. */
const noUser = (() => {
  const part = unavailable('files know no users');
  return { user: part, login: part, profilePeers: part, permissionSetLicenses: part };
})();

/**
 * What makes its holder API-only, in order of kind and name. What cannot be read in full may: left out, nobody would
 * look at it.
 */
export const apiOnlyHolders = ({ containers }: Snapshot): readonly Container[] =>
  containers
    .filter(({ kind }) => kind !== 'muting')
    .filter(
      (each) =>
        isDoubtful(each) ||
        each.systemPermissions.status === 'unavailable' ||
        each.systemPermissions.value.some(({ permission }) => sameName(permission, 'ApiUserOnly')),
    )
    .toSorted(
      by(
        ({ kind }) => ['profile', 'permission-set', 'group'].indexOf(kind),
        ({ apiName }) => apiName,
      ),
    );
