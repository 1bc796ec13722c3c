import { readFileSync } from 'node:fs';
import { decideAccess } from '../../src/access/decide-access.ts';
import { expandNeeds } from '../../src/access/expand-needs.ts';
import { evaluate, needsOf } from '../../src/engine/index.ts';
import type { Access } from '../../src/model/access.ts';
import type { LoadedPack, Pack, Settings } from '../../src/model/pack.ts';
import type { Result } from '../../src/model/report.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import type { Profile, User } from '../../src/model/subject.ts';
import { rules } from '../../src/rules/registry.ts';
import { field, flow, flowId, ok, userId } from '../access/org-parts.ts';
import { type Assigned, type Holds, type SetUp, snapshotOf } from '../access/snapshot-builder.ts';
import { settings } from './fixtures.ts';

/** The built-in pack, as it is shipped. */
export const dataIntegrity: LoadedPack = {
  pack: JSON.parse(
    readFileSync(new URL('../../packs/demandbase-data-integrity.json', import.meta.url), 'utf8'),
  ) as Pack,
  file: 'packs/demandbase-data-integrity.json',
  locations: {},
};

const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  Account: ['Company', 'Parent_Company', 'Ultimate_Parent_Company'],
  Lead: ['Company', 'Parent_Company', 'Ultimate_Parent_Company', 'Executive', 'Employment'],
  Contact: ['Executive', 'Employment'],
};
const fieldNames = (object: string) => (fieldsOf[object] ?? []).map((name) => `iv__InsideView_${name}_ID__c`);

/** Everything that the pack asks for, and no more, as a profile holds it. */
export const everything = {
  system: ['ApiEnabled', 'ApiUserOnly', 'CustomizeApplication', 'RunFlow', 'PasswordNeverExpires'],
  objects: {
    Account: ['read', 'create', 'edit', 'delete', 'viewAllRecords'],
    Lead: ['read', 'edit'],
    Contact: ['read', 'edit'],
  },
  fields: Object.fromEntries(
    Object.keys(fieldsOf).flatMap((object) =>
      fieldNames(object).map((name) => [`${object}.${name}`, 'edit' as const]),
    ),
  ),
  flows: [flowId('Score')],
} satisfies Holds;

/** The profile of the user, and what else is assigned to it. */
export interface SyncOrg {
  readonly profile: Holds;
  readonly sets?: Readonly<Record<string, SetUp>>;
  readonly assigned?: readonly Assigned[];
  readonly packs?: readonly LoadedPack[];
  readonly settings?: Partial<Settings>;
  readonly different?: Partial<Snapshot>;
}

const user: User = {
  id: userId,
  username: 'sync@example.com',
  name: 'Sync User',
  isActive: true,
  lastLoginDate: '2026-10-07T00:00:00.000Z',
  userType: 'Standard',
  flowUser: ok(false),
  // Past: it is Password Never Expires that the sign-in hangs on.
  passwordExpires: ok('2026-01-01T00:00:00.000Z'),
};

const profileOfUser: Profile = {
  id: '00e000000000001AAA',
  name: 'Sync',
  isCustom: ok(true),
  license: ok({ name: 'Salesforce', key: 'SFDC' }),
};

/** An org that has one flow that restricts its access, and one that is open to all. */
export function syncSnapshot({
  profile,
  sets,
  assigned,
  packs = [dataIntegrity],
  ...more
}: SyncOrg): Snapshot {
  const needs = expandNeeds(needsOf(packs, settings(more.settings), rules));
  const snapshot = snapshotOf({
    needs,
    profile,
    ...(sets && { sets }),
    ...(assigned && { assigned }),
    catalogue: Object.fromEntries(
      Object.keys(fieldsOf).map((object) => [object, fieldNames(object).map((name) => field(name))]),
    ),
    flows: [flow('Score'), flow('Route', { restricted: ok(false) })],
  });
  const facts = { user: ok(user), profile: ok(profileOfUser) };
  const subjects = snapshot.subjects.map((subject) => ({ ...subject, ...facts }));
  return { ...snapshot, subjects, ...more.different };
}

/** The access of the user in such an org. */
export const syncAccess = (org: SyncOrg): Access => decideAccess(syncSnapshot(org), userId);

/** The results of the requirements on that user, by id. */
export function syncResults(org: SyncOrg): ReadonlyMap<string, Result> {
  const results = evaluate({
    packs: org.packs ?? [dataIntegrity],
    settings: settings(org.settings),
    accesses: [syncAccess(org)],
    rules,
  });
  return new Map(results.map((result) => [result.requirement, result]));
}
