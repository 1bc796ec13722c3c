import { decideAll } from '../../src/access/decide-access.ts';
import { withAggregates } from '../../src/access/with-aggregates.ts';
import { withFacts } from '../../src/access/with-facts.ts';
import { type Persona, withPersonas } from '../../src/access/with-personas.ts';
import type { OrgDescription } from '../../src/emulator/org-description.ts';
import type { Decision } from '../../src/model/access.ts';
import type { OrgSnapshot, Snapshot } from '../../src/model/snapshot.ts';
import { everythingIn } from '../access/property/asked.ts';
import { audit } from '../access/property/audited-org.ts';
import { type Claims, decisionsOf } from '../access/property/claims.ts';
import type { Layout } from './layout.ts';
import { readWritten } from './read-written.ts';
import type { Files } from './write-org.ts';

/** Decisions by username. */
export type Decided = ReadonlyMap<string, Claims<Decision>>;

const decidedIn = (snapshot: Snapshot): Decided =>
  new Map(decideAll(snapshot).map((access) => [access.subject.name, decisionsOf(access)]));

/** What the product decides from files alone of personas made like the users that are to be audited. */
export async function decidedFromFiles(
  org: OrgDescription,
  layout: Layout,
  { withProfile = true, files }: { readonly withProfile?: boolean; readonly files?: Files } = {},
): Promise<Decided> {
  const { snapshot, profiles } = await readWritten(org, layout, files);
  const personas = org.audit
    .map(({ username }) => personaOf(org, username, withProfile))
    // A persona of nothing is nobody to ask about.
    .filter(
      ({ profile, permissionSets, permissionSetGroups }) =>
        profile !== null || permissionSets.length + permissionSetGroups.length > 0,
    );
  return decidedIn(withPersonas(withAggregates(snapshot), personas, profiles));
}

function personaOf(org: OrgDescription, username: string, withProfile: boolean): Persona {
  const user = org.users.find((each) => each.username === username);
  const assigned = user?.assignments ?? [];
  return {
    name: username,
    profile: withProfile ? (user?.profile ?? null) : null,
    permissionSets: assigned.flatMap(({ permissionSet }) => permissionSet ?? []),
    permissionSetGroups: assigned.flatMap(({ group }) => group ?? []),
  };
}

/** An org's own snapshot, through HTTP and all. */
export async function collected(org: OrgDescription): Promise<OrgSnapshot> {
  const { snapshot } = await audit(org, everythingIn(org));
  return snapshot as OrgSnapshot;
}

/** What is decided of the users in the facts once these files of `org` are deployed. */
export async function decidedWithFacts(
  facts: OrgSnapshot,
  org: OrgDescription,
  layout: Layout,
  files: Files,
): Promise<Decided> {
  const { snapshot } = await readWritten(org, layout, files, facts.catalogue);
  return decidedIn(withAggregates(withFacts(snapshot, facts)));
}
