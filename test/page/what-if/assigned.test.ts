import { describe, expect, test } from 'vitest';
import type { Snapshot } from '../../../src/model/snapshot.ts';
import type { Assignment } from '../../../src/model/subject.ts';
import { assignable, assignedRows } from '../../../src/page/what-if/assigned.ts';
import { scenarioSnapshot } from '../documents.ts';

const asOf = '2026-10-08T12:00:00.000Z';

/** A snapshot in which the one user has this assignment of a permission set, or of the profile's own. */
async function withAssignment(change: Partial<Assignment>, kind = 'permission-set'): Promise<Snapshot> {
  const read = await scenarioSnapshot('drifted');
  const container = read.containers.find((each) => each.kind === kind);
  const assignment: Assignment = {
    ...{ id: '0Pa1', containerId: container?.id ?? '', groupId: null },
    ...{ isActive: true, isRevoked: false, expires: null, ...change },
  };
  const subjects = read.subjects.map((record) => ({
    ...record,
    assignments: { status: 'ok' as const, value: [assignment] },
  }));
  return { ...read, collectedAt: asOf, subjects };
}

const idOf = ({ subjects }: Snapshot): string => subjects[0]?.subject.id ?? '';

describe('an assignment', () => {
  test.each<readonly [string, Partial<Assignment>, object]>([
    ['assigned', {}, { canEnd: true, canRenew: false, canTakeAway: true }],
    ['assigned until 2026-11-01', { expires: '2026-11-01T00:00:00.000Z' }, { canEnd: true, canRenew: true }],
    ['expired on 2026-10-01', { expires: '2026-10-01T00:00:00.000Z' }, { canEnd: false, canRenew: true }],
    ['expired on 2026-10-08', { expires: asOf }, { canEnd: false, canRenew: true }],
    ['revoked', { isRevoked: true }, { canEnd: false, canRenew: true, canTakeAway: true }],
    ['inactive', { isActive: false }, { canEnd: false, canRenew: true }],
  ])('is %s, and offers what fits that', async (state, change, can) => {
    const snapshot = await withAssignment(change);
    expect(assignedRows(snapshot, idOf(snapshot))).toMatchObject({
      status: 'ok',
      value: [{ state, ...can }],
    });
  });

  test('of the profile is there to stay', async () => {
    const snapshot = await withAssignment({}, 'profile');
    const never = { canEnd: false, canRenew: false, canTakeAway: false };
    expect(assignedRows(snapshot, idOf(snapshot))).toMatchObject({ status: 'ok', value: [never] });
  });

  test('that could not be read offers nothing, and of a user who was not read neither', async () => {
    const blind = await scenarioSnapshot('blind-auditor');
    expect(assignedRows(blind, idOf(blind)).status).toBe('unavailable');
    expect(assignable(blind, idOf(blind))).toEqual([]);
    expect(assignedRows(blind, 'nobody').status).toBe('unavailable');
  });
});

test('what can be assigned are the sets and groups that are not', async () => {
  const snapshot = await withAssignment({});
  const offered = assignable(snapshot, idOf(snapshot));
  const kinds = new Set(offered.map(({ kind }) => kind));
  expect([...kinds].every((kind) => kind === 'permission-set' || kind === 'group')).toBe(true);
  const sets = snapshot.containers.filter(({ kind }) => kind === 'permission-set' || kind === 'group');
  expect(offered).toHaveLength(sets.length - 1);
});
