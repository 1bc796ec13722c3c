import { describe, expect, test } from 'vitest';
import type { FlowAccess } from '../../src/model/access.ts';
import type { Flow } from '../../src/model/snapshot.ts';
import { accessIn, summaryOf } from './decide.ts';
import { flow, flowId, need, unread } from './org-parts.ts';
import type { Org } from './snapshot-builder.ts';

const needs = need({ flows: true, systemPermissions: ['RunFlow', 'ManageInteraction'] });

function flowsIn(org: Omit<Org, 'needs'>): readonly FlowAccess[] {
  const { flows } = accessIn({ needs, ...org });
  return flows.status === 'ok' ? flows.value : [];
}

describe('the context of a flow', () => {
  const cases: readonly (readonly [string, Partial<Flow>, FlowAccess['context']])[] = [
    ['a screen flow', { processType: 'Flow' }, 'user'],
    ['an auto-launched flow', {}, 'user'],
    ['a flow whose trigger type says None', { triggerType: 'None' }, 'user'],
    ['a flow of a type that nobody here knows', { processType: 'Survey' }, 'user'],
    ['a record-triggered flow', { triggerType: 'RecordAfterSave' }, 'system'],
    ['a scheduled flow', { triggerType: 'Scheduled' }, 'system'],
    ['a process of Process Builder', { processType: 'Workflow' }, 'system'],
  ];
  test.each(cases)('%s', (_, different, expected) => {
    expect(flowsIn({ flows: [flow('Sync', different)] })).toMatchObject([{ context: expected }]);
  });
});

describe('a grant of a flow', () => {
  const cases: readonly (readonly [string, Omit<Org, 'needs' | 'flows'>, string])[] = [
    ['comes from an entry', { profile: { flows: [flowId('Sync')] } }, 'granted by Profile'],
    [
      'is found by the first 15 characters of the Id',
      { profile: { flows: [`${flowId('Sync')}AAA`] } },
      'granted by Profile',
    ],
    ['of another flow is none', { profile: { flows: [flowId('Other')] } }, 'denied'],
    [
      'is not implied by any permission',
      { profile: { system: ['RunFlow', 'ManageInteraction', 'ModifyAllData'] } },
      'denied',
    ],
    ['is open where it could not be read', { profile: { unread: ['flows'] } }, 'unknown: query-failed'],
    ['may be near', { sets: { Set: { flows: [flowId('Sync')] } } }, 'denied (not-assigned Set)'],
  ];
  test.each(cases)('%s', (_, org, expected) => {
    const [sync] = flowsIn({ ...org, flows: [flow('Sync')] });
    expect(sync && summaryOf(sync.run)).toBe(expected);
  });

  test('names the flow with its namespace', () => {
    const flows = [flow('Sync', { namespace: 'iv' })];
    expect(flowsIn({ flows, profile: { flows: [flowId('Sync')] } })).toMatchObject([
      { run: { grants: [{ entry: { kind: 'flow', flow: 'iv__Sync' } }] } },
    ]);
  });
});

test('flows are sorted by name', () => {
  const flows = [flow('B'), flow('A', { id: '300z', namespace: 'x' }), flow('A')];
  expect(flowsIn({ flows }).map(({ flow: { name, namespace } }) => [name, namespace])).toEqual([
    ['A', null],
    ['A', 'x'],
    ['B', null],
  ]);
});

test('flows that could not be read, or were not asked for, are no empty list', () => {
  expect(accessIn({ needs }, { flows: unread }).flows).toEqual(unread);
  expect(accessIn({ flows: [flow('Sync')] }).flows).toMatchObject({ reason: { code: 'not-collected' } });
});
