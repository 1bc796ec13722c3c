import { describe, expect, test } from 'vitest';
import type { Container } from '../../../src/model/container.ts';
import type { Snapshot } from '../../../src/model/snapshot.ts';
import { newSet, type Target, targetsOf, tick } from '../../../src/page/what-if/targets.ts';
import { tickedIn } from '../../../src/page/what-if/ticked.ts';
import { scenarioSnapshot } from '../documents.ts';
import { nothing } from './judged-here.ts';

const api = { ...nothing, systemPermissions: [{ permission: 'ApiEnabled' }] };

const first = (snapshot: Snapshot, kind: Container['kind']): Container => {
  const found = snapshot.containers.find((each) => each.kind === kind);
  if (found === undefined) throw new Error(`There is no ${kind}`);
  return found;
};

const inContainer = (container: Container): Target => ({ kind: 'container', id: container.id, container });

describe('what can be ticked', () => {
  test('is anything that the org has, in a new set', async () => {
    const snapshot = await scenarioSnapshot('drifted');
    const { keys, offered, refusal } = tickedIn(snapshot, { kind: 'new-set', id: 'new-set' });
    expect([keys.size, offered, refusal(api)]).toEqual([0, null, null]);
    const none = { ...nothing, systemPermissions: [{ permission: 'NoSuchThing' }] };
    expect(refusal(none)).toBe('this org does not have it');
  });

  test('is nothing of a standard profile, and it is said why', async () => {
    const snapshot = await scenarioSnapshot('drifted');
    const profile = {
      ...first(snapshot, 'profile'),
      isCustom: false,
      systemPermissions: { status: 'ok', value: [] },
    } as const;
    expect(tickedIn(snapshot, inContainer(profile)).refusal(api)).toBe('it is a standard profile');
  });

  test('is not known of what could not be read', async () => {
    const snapshot = await scenarioSnapshot('drifted');
    const reason = { code: 'query-failed', message: 'The org said no.' } as const;
    const blind = { ...first(snapshot, 'profile'), objects: { status: 'unavailable', reason } } as const;
    expect(tickedIn(snapshot, inContainer(blind)).unread).toEqual({ objects: reason });
  });

  test('in the muting of a group is what its members grant', async () => {
    const snapshot = await scenarioSnapshot('via-permission-sets');
    const [group] = snapshot.groups;
    if (group === undefined) throw new Error('There is no group');
    const { offered } = tickedIn(snapshot, { kind: 'muting', id: 'muting', group });
    expect(offered?.size).toBeGreaterThan(0);
    const members = group.components.status === 'ok' ? group.components.value.members : [];
    const without = {
      ...snapshot,
      containers: snapshot.containers.filter(({ id }) => !members.includes(id)),
    };
    const { offered: left, keys } = tickedIn(without, { kind: 'muting', id: 'muting', group });
    expect(left).toEqual(keys);
  });
});

describe('a new set', () => {
  test('has a name that no other has, and is what the next ticks are about', async () => {
    const snapshot = await scenarioSnapshot('drifted');
    const [subject = { subject: { id: '' } }] = snapshot.subjects;
    const subjectId = subject.subject.id;
    const [target] = targetsOf(snapshot, subjectId);
    const { change, targetId } = tick(target, api, true, { snapshot, subjectId });
    expect(change).toMatchObject({
      kind: 'add-set',
      subjectId,
      set: { name: 'Sync_Additions', entries: api },
    });
    expect(targetId).toBe('in permission-set:Sync_Additions');
    const taken = [
      ...snapshot.containers,
      { ...first(snapshot, 'permission-set'), apiName: 'SYNC_additions' },
    ];
    expect(newSet({ ...snapshot, containers: taken })).toMatchObject({
      name: 'Sync_Additions_2',
      label: 'Sync additions 2',
    });
  });
});
