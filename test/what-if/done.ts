import { decideAll } from '../../src/access/decide-access.ts';
import { effectiveAccess } from '../../src/emulator/effective-access/effective-access.ts';
import type { OrgDescription } from '../../src/emulator/org-description.ts';
import type { Access } from '../../src/model/access.ts';
import type { Change } from '../../src/model/change.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { withChanges } from '../../src/what-if/with-changes.ts';
import { decisionsOf, differences, truthsOf } from '../access/property/claims.ts';
import { users } from '../access/property/random-org.ts';
import { settings } from '../engine/fixtures.ts';
import { changeOrg, type DrawnChange } from './org-change.ts';

export const changedSnapshot = (snapshot: Snapshot, changes: readonly Change[]): Snapshot =>
  withChanges({ snapshot, packs: [], settings: settings() }, changes).snapshot;

export const auditedIn = (snapshot: Snapshot): readonly Access[] =>
  decideAll(snapshot).filter(({ subject }) => users.some((name) => name === subject.name));

/** Where a what-if and the org after it do not say the same, claim by claim. */
export const differencesIn = (access: Access, org: OrgDescription): readonly string[] =>
  differences(decisionsOf(access), truthsOf(effectiveAccess(org, access.subject.name)));

export const leavesOpen = (difference: string): boolean => difference.includes('decided unknown');

/** An org after these changes, and what was read before it with the same changes; null where one cannot be done. */
export function done(org: OrgDescription, snapshot: Snapshot, drawn: readonly DrawnChange[]) {
  let [changed, made] = [org, [] as readonly Change[]];
  for (const each of drawn) {
    const next = changeOrg(changed, each);
    const change = next?.change(changedSnapshot(snapshot, made)) ?? null;
    if (next === null || change === null) return null;
    changed = next.org;
    made = [...made, change];
  }
  return { org: changed, snapshot: changedSnapshot(snapshot, made) };
}
