import { expect, test } from 'vitest';
import type { ObjectRight } from '../../src/model/container.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { decisionIn } from './decide.ts';
import { need } from './org-parts.ts';
import { type Holds, snapshotOf } from './snapshot-builder.ts';

const needs = need({ objects: ['Account'], systemPermissions: ['ModifyAllData', 'ViewAllData'] });

/** The containers of an org whose rows for Account are, for these rights, placeholders. */
function containersWith(profile: Holds, inferred: readonly ObjectRight[]): Pick<Snapshot, 'containers'> {
  const { containers } = snapshotOf({ needs, profile });
  return {
    containers: containers.map((container) => ({
      ...container,
      objects:
        container.objects.status === 'ok'
          ? { status: 'ok', value: container.objects.value.map((entry) => ({ ...entry, inferred })) }
          : container.objects,
    })),
  };
}

const decide = (profile: Holds, inferred: readonly ObjectRight[], right: ObjectRight) =>
  decisionIn({ needs, profile }, `Account: ${right}`, containersWith(profile, inferred));

const readAndViewAll: readonly ObjectRight[] = ['read', 'viewAllRecords'];

test('a right that a placeholder shows is granted by the permission it comes from, and by no entry of its own', () => {
  const profile: Holds = { system: ['ViewAllData'], objects: { Account: readAndViewAll } };
  expect(decide(profile, readAndViewAll, 'read')).toMatchObject({
    decision: 'granted',
    grants: [{ entry: { kind: 'system', permission: 'ViewAllData' }, implied: { by: 'View All Data' } }],
  });
});

test('a right that the container gives too is told as its own', () => {
  const profile: Holds = { system: ['ViewAllData'], objects: { Account: readAndViewAll } };
  expect(decide(profile, ['viewAllRecords'], 'read')).toMatchObject({
    decision: 'granted',
    grants: [{ entry: { kind: 'object', right: 'read' } }, { entry: { kind: 'system' } }],
  });
});

test.each([
  ['nothing that was read explains', { objects: { Account: ['read', 'edit'] } }],
  ['View All Data does not explain', { system: ['ViewAllData'], objects: { Account: ['read', 'edit'] } }],
] as const)(
  'a right that a placeholder shows and %s is granted all the same: its values are right',
  (_, profile) => {
    expect(decide(profile, ['edit'], 'edit')).toMatchObject({
      decision: 'granted',
      grants: [{ entry: { kind: 'object', right: 'edit' } }],
    });
  },
);
