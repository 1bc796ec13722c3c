import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../src/model/access.ts';
import { assignment, container, denied, group, nearMiss } from '../fixtures.ts';
import { decided, expired, extras, told, toldOfPersona } from './told.ts';

describe('what is denied', () => {
  const inGroup = { through: assignment({ group: group('Sync', 'Outdated') }) };
  test.each<readonly [string, Decision, string]>([
    ['by nothing near', denied(), 'Nothing assigned to the user grants it.'],
    [
      'by an entry that says no',
      denied(nearMiss('refused', extras)),
      "Permission set 'Sync extras' would grant it: its entry says no.",
    ],
    [
      'by an inactive assignment',
      denied(nearMiss('inactive', extras)),
      "Permission set 'Sync extras' would grant it: its assignment is not active.",
    ],
    [
      'by a revoked assignment',
      denied(nearMiss('revoked', extras)),
      "Permission set 'Sync extras' would grant it: its assignment was revoked.",
    ],
    [
      'by an expired assignment of a group',
      denied(
        nearMiss('expired', extras, { through: assignment({ group: group('Sync'), expires: '2026-01-02' }) }),
      ),
      "Permission set 'Sync extras' in permission set group 'Sync' would grant it: the group's assignment expired on 2026-01-02.",
    ],
    [
      'by a session',
      denied(nearMiss('session-based', extras)),
      "Permission set 'Sync extras' would grant it: it counts only in a session that has activated it.",
    ],
    [
      'by an outdated group',
      denied(nearMiss('outdated-group', container('group', 'Sync'), inGroup)),
      "Permission set group 'Sync' would grant it: the group has to be recalculated first, its status is Outdated.",
    ],
    [
      'by a muting set',
      denied(nearMiss('muted', extras, { ...inGroup, mutedBy: container('muting', 'Quiet') })),
      "Permission set 'Sync extras' in permission set group 'Sync' would grant it: muting permission set 'Quiet' takes it away.",
    ],
    [
      'for want of an assignment',
      denied(nearMiss('not-assigned', extras)),
      "Permission set 'Sync extras' would grant it: it is not assigned to the user.",
    ],
    [
      'in many ways',
      denied(
        ...['A', 'B', 'C', 'D', 'E', 'F'].map((title) => nearMiss('inactive', container('group', title))),
      ),
      `${['A', 'B', 'C', 'D', 'E'].map((title) => `Permission set group '${title}' would grant it: its assignment is not active.`).join(' ')} 1 more would grant it.`,
    ],
  ])('%s', (_, decision, text) => {
    expect(told(decided('Account: View All', decision))).toBe(text);
  });

  test('of a persona is told in its words', () => {
    expect(
      toldOfPersona(
        decided('Account: Edit', denied(nearMiss('not-assigned', extras))),
        decided('Account: Delete', denied()),
      ),
    ).toBe(
      "Permission set 'Sync extras' would grant Edit: it is not in the persona. Nothing in the persona grants Delete.",
    );
  });
  test('together is told together', () => {
    expect(told(decided('Account: Edit', denied(expired)), decided('Account: Delete', denied(expired)))).toBe(
      "Permission set 'Sync extras' would grant Edit, Delete: its assignment expired on 2026-10-01.",
    );
  });
  test('partly near, partly not, is told apart', () => {
    expect(told(decided('Account: Edit', denied(expired)), decided('Account: Delete', denied()))).toBe(
      "Permission set 'Sync extras' would grant Edit: its assignment expired on 2026-10-01. Nothing assigned to the user grants Delete.",
    );
  });
});
