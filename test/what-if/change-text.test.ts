import { describe, expect, test } from 'vitest';
import type { Change } from '../../src/model/change.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { changeSentence } from '../../src/what-if/change-text.ts';
import { draftOf } from '../../src/what-if/draft-of.ts';
import { refusals } from '../../src/what-if/refusals.ts';
import { field, flow, flowId, need, ok, userId } from '../access/org-parts.ts';
import { snapshotOf } from '../access/snapshot-builder.ts';
import { entries } from './entries.ts';

const snapshot = snapshotOf({
  needs: need({
    systemPermissions: ['ApiEnabled'],
    objects: ['Account', 'Task'],
    fields: ['Account.Site'],
    flows: true,
  }),
  available: ok(['ApiEnabled', 'RunFlow']),
  permissionable: ok(['Account']),
  catalogue: { Account: [field('Site')] },
  flows: [flow('Score')],
  sets: { Extras: {} },
  groups: { Sync: {} },
  assigned: ['Extras'],
});
const [record] = snapshot.subjects;
const two: Snapshot = record
  ? {
      ...snapshot,
      subjects: [
        record,
        { ...record, subject: { ...record.subject, id: 'other', name: 'other@example.com' } },
      ],
    }
  : snapshot;

const set = {
  name: 'New',
  label: 'New set',
  description: 'What is new',
  entries: entries({ system: ['ApiEnabled'] }),
};
const reads = entries({
  objects: { Account: ['read', 'edit'] },
  fields: { 'Account.Site': 'edit' },
  flows: [flowId('Score')],
});
const all: readonly (readonly [Change, string])[] = [
  [{ kind: 'assign', subjectId: userId, containerId: 'Extras' }, "Assign permission set 'Extras'"],
  [{ kind: 'assign', subjectId: userId, containerId: 'Sync' }, "Assign permission set group 'Sync'"],
  [{ kind: 'add-set', subjectId: userId, set }, "Make permission set 'New set' and assign it: API Enabled"],
  [{ kind: 'unassign', assignmentId: 'assignment of Extras' }, "Take away permission set 'Extras'"],
  [
    { kind: 'expire', assignmentId: 'assignment of Extras' },
    "Let the assignment of permission set 'Extras' expire",
  ],
  [
    { kind: 'renew', assignmentId: 'assignment of Extras' },
    "Renew the assignment of permission set 'Extras'",
  ],
  [{ kind: 'unassign', assignmentId: `${userId} permission-set:New` }, "Take away permission set 'New'"],
  [
    { kind: 'grant', containerId: 'Extras', entries: reads },
    "Tick Account: Read, Edit, Account.Site: Edit and the flow 'Score' in permission set 'Extras'",
  ],
  [
    { kind: 'revoke', containerId: 'Profile', entries: set.entries },
    "Untick API Enabled in profile 'Profile'",
  ],
  [
    { kind: 'mute', groupId: 'group Sync', entries: entries({ objects: { Account: ['read'] } }) },
    "Mute Account: Read in permission set group 'Sync'",
  ],
  [
    { kind: 'unmute', groupId: 'group Sync', entries: set.entries },
    "Unmute API Enabled in permission set group 'Sync'",
  ],
  [{ kind: 'edition', edition: 'Professional Edition' }, 'Take the org for Professional Edition'],
  [{ kind: 'feature', feature: 'trees', on: true }, "Switch the feature 'trees' on"],
  [{ kind: 'variant', variant: 'admin' }, "Choose the variant 'admin'"],
  [{ kind: 'variant', variant: null }, 'Choose no variant'],
];

describe('a change in words', () => {
  test.each(all)('%j', (change, text) => {
    expect(changeSentence(change, snapshot)).toBe(text);
  });

  test('names the user where there are several', () => {
    expect(changeSentence({ kind: 'assign', subjectId: 'other', containerId: 'Extras' }, two)).toBe(
      "Assign permission set 'Extras' to other@example.com",
    );
    expect(changeSentence({ kind: 'expire', assignmentId: 'assignment of Extras' }, two)).toBe(
      "Let the assignment of permission set 'Extras' to sync@example.com expire",
    );
  });

  test('cuts a long list short', () => {
    const many = entries({ system: ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] });
    expect(changeSentence({ kind: 'grant', containerId: 'Extras', entries: many }, snapshot)).toBe(
      "Tick A, B, C, D, E, F and 2 more in permission set 'Extras'",
    );
  });
});

describe('changes as a permission set', () => {
  const identity = { name: 'What_If', label: 'What if', description: '' };

  test('all that is granted is in one, with what it requires; the rest has to be done', () => {
    const { set: made, others } = draftOf(
      all.map(([change]) => change),
      snapshot,
      identity,
    );
    expect(made).toEqual({
      ...{ name: 'New', label: 'New set', description: 'What is new' },
      entries: {
        systemPermissions: [{ permission: 'ApiEnabled' }],
        objects: [{ object: 'Account', rights: ['read', 'edit'] }],
        fields: [{ object: 'Account', field: 'Site', read: true, edit: true }],
        flows: [{ flowId: flowId('Score') }],
      },
    });
    const granting = ['add-set', 'grant'];
    expect(others).toEqual(
      all.filter(([{ kind }]) => !granting.includes(kind)).map(([, text]) => `${text}.`),
    );
  });

  test('what no org would save is left out', () => {
    const tick: Change = {
      kind: 'grant',
      containerId: 'Extras',
      entries: entries({ objects: { Task: ['read'] } }),
    };
    expect(draftOf([tick], snapshot, identity)).toEqual({ set: null, others: [] });
    expect(refusals(tick, snapshot)).toEqual([
      'Task: Read cannot be ticked: Task is not known to have object permissions.',
    ]);
  });

  test('what is unticked in the set again is not in it', () => {
    const made: Change = { kind: 'add-set', subjectId: userId, set: { ...set, entries: reads } };
    const untick: Change = {
      kind: 'revoke',
      containerId: 'permission-set:New',
      entries: entries({ objects: { Account: ['edit'] }, flows: [flowId('Score')] }),
    };
    expect(draftOf([made, untick], snapshot, identity).set?.entries).toMatchObject({
      objects: [{ object: 'Account', rights: ['read'] }],
      flows: [],
    });
  });

  test('a set of a name that is taken says so', () => {
    const taken: Change = { kind: 'add-set', subjectId: userId, set: { ...set, name: 'extras' } };
    expect(refusals(taken, snapshot)).toEqual([
      "Permission set 'Extras' has this name: it would be replaced.",
    ]);
  });
});
