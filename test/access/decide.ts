import { decideAccess } from '../../src/access/decide-access.ts';
import type { Access, Decision, FieldAccess } from '../../src/model/access.ts';
import type { ObjectRight } from '../../src/model/container.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { userId } from './org-parts.ts';
import { type Org, snapshotOf } from './snapshot-builder.ts';

/** Access in an org, of which the snapshot may differ in some parts. */
export function accessIn(org: Org, different: Partial<Snapshot> = {}): Access {
  return decideAccess({ ...snapshotOf(org), ...different }, userId);
}

/** The decision on one thing: `ApiEnabled`, `Account: edit`; or fails the test for want of it. */
export function decisionIn(org: Org, about: string, different: Partial<Snapshot> = {}): Decision {
  const access = accessIn(org, different);
  const [object = '', right] = about.split(': ');
  const decision =
    right === undefined
      ? access.systemPermissions[about]
      : access.objects[object]?.rights[right as ObjectRight];
  if (decision === undefined) throw new Error(`No decision on ${about}`);
  return decision;
}

export function fieldIn(org: Org, name: string, different: Partial<Snapshot> = {}): FieldAccess {
  const field = accessIn(org, different).fields[name];
  if (field === undefined) throw new Error(`No access to field ${name}`);
  return field;
}

/** A decision in one line: `granted by Profile, Set A`, `denied`, `unknown: stale-group`, with its near misses. */
export function summaryOf(decision: Decision): string {
  if (decision.decision === 'granted') {
    return `granted by ${decision.grants.map(({ container }) => container.title).join(', ')}`;
  }
  const why =
    decision.decision === 'unknown' ? `: ${decision.because.map(({ code }) => code).join(', ')}` : '';
  const misses = decision.nearMisses.map(({ kind, container }) => `${kind} ${container.title}`);
  return `${decision.decision}${why}${misses.length > 0 ? ` (${misses.join('; ')})` : ''}`;
}
