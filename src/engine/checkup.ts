import type { CheckedUsers, Checkup, DoubtfulRequirement } from '../model/checkup.ts';
import type { LoadedPack, Settings } from '../model/pack.ts';
import type { Part } from '../model/part.ts';
import type { Result } from '../model/report.ts';
import type { OrgCost, OrgSnapshot, OrgSource } from '../model/snapshot.ts';
import { permissionLabel } from '../salesforce/labels.ts';
import { auditorRights, isNeeded, withDependencies } from './auditor-rights.ts';
import { askedRequirements, doubtfulWithout } from './doubtful-without.ts';
import { mergeNeeds } from './merge-needs.ts';
import { sortedUnique } from './order.ts';
import { probedReads, undecidedResults } from './probed-reads.ts';
import type { Rules } from './settle.ts';
import { strongPermissions } from './strong-permissions.ts';

/** The auditor's own permissions: those that the org told, and those of them that it holds. */
export interface OwnPermissions {
  readonly told: readonly string[];
  readonly held: readonly string[];
  /** Objects whose records it may create, change or delete, where the org shows object permissions at all. */
  readonly changeable: Part<readonly string[]>;
}

/** What was read just now, of the users named or of the auditor itself, and what it comes to. */
export interface Probe {
  readonly snapshot: OrgSnapshot;
  readonly results: readonly Result[];
}

export interface CheckupInput {
  readonly tool: Checkup['tool'];
  readonly packs: readonly LoadedPack[];
  readonly settings: Settings;
  readonly rules: Rules;
  readonly org: OrgSource;
  readonly checkedAt: string;
  readonly cost: OrgCost;
  readonly auditor: Checkup['auditor'];
  readonly own: Part<OwnPermissions>;
  readonly users: CheckedUsers;
  /** Undefined where nobody could be read. */
  readonly probe: Probe | undefined;
}

/** Holds what an auditor can see against what the packs need read. */
export function makeCheckup(input: CheckupInput): Checkup {
  const { tool, packs, settings, rules, org, checkedAt, cost, auditor, own, users, probe } = input;
  const { told, held, changeable } = own.status === 'ok' ? own.value : nothingTold(own);
  const asked = askedRequirements(packs, settings, rules, organizationIn(probe));
  const needs = mergeNeeds(asked.map(({ settled }) => settled.needs));
  const rights = auditorRights.map((right) => {
    const { permission, shows, source } = right;
    const state = held.includes(permission) ? 'held' : told.includes(permission) ? 'missing' : 'not-told';
    const needed = isNeeded(right, needs);
    return { permission, label: permissionLabel(permission), state, needed, shows, source } as const;
  });
  // The API answered: whoever reads this may use it, whether or not the org has a permission for it.
  const missing = rights.flatMap(({ permission, state }) =>
    state === 'held' || permission === 'ApiEnabled' ? [] : permission,
  );
  const wanted = withDependencies(rights.flatMap(({ permission, needed }) => (needed ? permission : [])));
  const beside = held.filter((permission) => !wanted.includes(permission));
  const isStrong = (permission: string) => Object.hasOwn(strongPermissions, permission);
  return {
    checkupVersion: 1,
    tool,
    org,
    checkedAt,
    cost,
    auditor,
    rights,
    unneeded: Object.entries(strongPermissions)
      .filter(([permission]) => beside.includes(permission))
      .map(([permission, lets]) => ({ permission, label: permissionLabel(permission), lets })),
    // Without View Setup an org shows no rows and does not say so.
    changeable: changeable.status === 'ok' && held.includes('ViewSetup') ? changeable.value : null,
    otherPermissions: sortedUnique(beside.filter((permission) => !isStrong(permission))),
    users,
    reads: probe === undefined ? [] : probedReads(probe.snapshot),
    asked: asked.length,
    requirements: doubtful(doubtfulWithout(asked, missing), probe, users.asked.length > 0),
  };
}

const nothingTold = (why: Part<never>): OwnPermissions => ({ told: [], held: [], changeable: why });

const organizationIn = (probe: Probe | undefined): OrgSnapshot['organization'] =>
  probe?.snapshot.organization ?? {
    status: 'unavailable',
    reason: { code: 'not-collected', message: 'The organization was not read' },
  };

/**
 * What the rights leave undecided, with what the org did not tell. Where the users to audit were read, their own
 * results say which it is: nothing has to be inferred.
 */
function doubtful(
  byRights: readonly DoubtfulRequirement[],
  probe: Probe | undefined,
  ofUsers: boolean,
): readonly DoubtfulRequirement[] {
  const keyOf = ({ pack, requirement }: DoubtfulRequirement) => `${pack}/${requirement}`;
  const inferred = new Map(byRights.map((each) => [keyOf(each), each]));
  const seen = new Map<string, DoubtfulRequirement>();
  for (const each of undecidedResults(probe?.results ?? [])) {
    const before = seen.get(keyOf(each));
    seen.set(keyOf(each), { ...each, untold: sortedUnique([...(before?.untold ?? []), ...each.untold]) });
  }
  const missingFor = (key: string) => inferred.get(key)?.missing ?? [];
  const read = [...seen].map(([key, each]) => ({ ...each, missing: missingFor(key) }));
  if (probe !== undefined && ofUsers) return read;
  // Of the auditor itself only what its rights do not explain counts: nobody asks whether it may sync.
  return [...byRights, ...read.filter((each) => !inferred.has(keyOf(each)))];
}

/** As in the table of exit codes: 0 all could be known, 3 something could not, 4 the users could not be seen at all. */
export const checkupExitCode = ({ users, requirements }: Checkup): 0 | 3 | 4 =>
  users.hidden !== null ? 4 : requirements.length > 0 ? 3 : 0;
