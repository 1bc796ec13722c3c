import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type {
  ObjectRightName,
  OrgDescription,
  PermissionSetDescription,
  ProfileDescription,
  UserDescription,
} from '../../src/emulator/org-description.ts';
import { loadScenario } from '../../src/emulator/scenarios/load-scenario.ts';

/** A support ticket, as `tickets/README.md` explains it. */
export interface Ticket {
  readonly name: string;
  readonly words: string;
  readonly error?: string;
  readonly org: {
    readonly spoilt: readonly OrgChange[];
    readonly odd?: readonly OrgChange[];
    readonly withoutSets?: readonly string[];
  };
  readonly args: readonly string[];
  readonly cause: { readonly message: string | null; readonly requirements: readonly string[] };
}

/** One change to what the integration user of `compliant` has. */
export interface OrgChange {
  readonly system?: readonly string[];
  readonly objects?: Readonly<Record<string, readonly ObjectRightName[]>>;
  readonly fields?: Readonly<Record<string, 'read' | null>>;
  readonly set?: PermissionSetDescription;
  readonly expires?: string;
  readonly user?: Partial<UserDescription>;
  readonly dailyApiRequests?: { readonly max: number; readonly remaining: number };
}

const folder = new URL('tickets/', import.meta.url);

export const tickets: readonly Ticket[] = readdirSync(folder)
  .filter((name) => !name.includes('.'))
  .toSorted()
  .map((name) => ({ name, ...JSON.parse(readFileSync(new URL(`${name}/ticket.json`, folder), 'utf8')) }));

/** What the customer sent: the words, then the error or the log. */
export function textOf({ name, words, error = '' }: Ticket): string {
  const log = new URL(`${name}/sync.log`, folder);
  return [words, '', existsSync(log) ? readFileSync(log, 'utf8') : error].join('\n');
}

/** The customer's org; `mended`, the cause is undone, and what is odd beside it stays. */
export async function orgOf({ org }: Ticket, mended = false): Promise<OrgDescription> {
  const changes = [...(org.odd ?? []), ...(mended ? [] : org.spoilt)];
  const base = withoutSets(await loadScenario('compliant'), org.withoutSets ?? []);
  return changes.reduce(changed, base);
}

const username = 'integration@acme.example';

function withoutSets(org: OrgDescription, names: readonly string[]): OrgDescription {
  return withUser(org, (user) => ({
    ...user,
    assignments: (user.assignments ?? []).filter(({ permissionSet = '' }) => !names.includes(permissionSet)),
  }));
}

function changed(org: OrgDescription, change: OrgChange): OrgDescription {
  const { set, expires, user, dailyApiRequests } = change;
  const without = {
    ...org,
    ...(dailyApiRequests && { dailyApiRequests }),
    profiles: org.profiles.map((profile) =>
      profile.name === 'API Only' ? lessened(profile, change) : profile,
    ),
  };
  const laidOver = withUser(without, (each) => ({ ...each, ...user }));
  if (set === undefined) return laidOver;
  return withUser({ ...laidOver, permissionSets: [...(laidOver.permissionSets ?? []), set] }, (each) => ({
    ...each,
    assignments: [
      ...(each.assignments ?? []),
      { permissionSet: set.name, ...(expires !== undefined && { expires }) },
    ],
  }));
}

const withUser = (
  org: OrgDescription,
  change: (user: UserDescription) => UserDescription,
): OrgDescription => ({
  ...org,
  users: org.users.map((user) => (user.username === username ? change(user) : user)),
});

/** What the profile is left with. */
function lessened(
  profile: ProfileDescription,
  { system = [], objects = {}, fields = {} }: OrgChange,
): ProfileDescription {
  const rights = Object.entries(profile.objects ?? {}).map(([object, held]) => [
    object,
    held.filter((right) => !objects[object]?.includes(right)),
  ]);
  const fieldRights = Object.entries({ ...profile.fields, ...fields }).filter(([, right]) => right !== null);
  return {
    ...profile,
    system: (profile.system ?? []).filter((permission) => !system.includes(permission)),
    objects: Object.fromEntries(rights),
    fields: Object.fromEntries(fieldRights) as NonNullable<ProfileDescription['fields']>,
  };
}
