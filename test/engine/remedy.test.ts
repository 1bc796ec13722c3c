import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/engine/evaluate.ts';
import type { NearMiss } from '../../src/model/access.ts';
import type { Requirement } from '../../src/model/pack.ts';
import type { Finding } from '../../src/model/rule.ts';
import {
  accessOf,
  assignment,
  behaving,
  container,
  denied,
  finding,
  gap,
  grant,
  granted,
  group,
  nearMiss,
  packOf,
  requirement,
  rulesOf,
  scripted,
  settings,
  unknown,
} from './fixtures.ts';

const { remedy: _, ...bareMeta } = scripted.meta;
const bare = behaving('bare', { meta: { ...bareMeta, id: 'bare' } });

function remedyOf(findings: readonly Finding[], more: Partial<Requirement> = {}) {
  const [result] = evaluate({
    packs: [packOf([requirement('x', findings, more)])],
    settings: settings(),
    accesses: [accessOf()],
    rules: rulesOf(bare),
  });
  return result?.remedy;
}

const failing = (...misses: readonly NearMiss[]) =>
  finding('fail', 'F', {
    data: { object: 'Account', rights: 'View All', text: 'F' },
    evidence: [{ kind: 'decision', about: 'Account: View All', decision: denied(...misses) }],
  });

const extras = container('permission-set', 'Extras');
const sync = container('group', 'Sync');
const inSync = { through: assignment({ group: group('Sync', 'Failed') }) };

describe('the nearest way', () => {
  test.each<readonly [string, NearMiss, string]>([
    [
      'renews what expired',
      nearMiss('expired', extras, { through: assignment({ expires: '2026-10-01T00:00:00Z' }) }),
      "Renew the assignment of permission set 'Extras', which expired on 2026-10-01.",
    ],
    [
      'renews what expired some day',
      nearMiss('expired', extras),
      "Renew the assignment of permission set 'Extras', which has expired.",
    ],
    [
      'renews the assignment of a group, not of its member',
      nearMiss('expired', extras, { through: assignment({ group: group('Sync') }) }),
      "Renew the assignment of permission set group 'Sync', which has expired.",
    ],
    [
      'activates',
      nearMiss('inactive', extras),
      "Make the assignment of permission set 'Extras' active again.",
    ],
    [
      'restores',
      nearMiss('revoked', extras),
      "Restore the assignment of permission set 'Extras', which was revoked.",
    ],
    [
      'recalculates',
      nearMiss('outdated-group', sync, inSync),
      "Recalculate permission set group 'Sync', whose status is Failed.",
    ],
    [
      'takes out of a muting set',
      nearMiss('muted', extras, { ...inSync, mutedBy: container('muting', 'Quiet') }),
      "Remove View All on Account from muting permission set 'Quiet' of permission set group 'Sync', or assign permission set 'Extras' to the user outside the group.",
    ],
    [
      'gets rid of a session',
      nearMiss('session-based', extras),
      "Put permission set 'Extras' into a permission set group, where it needs no activation, or clear Session Activation Required on it.",
    ],
    [
      'gets rid of the session of a group',
      nearMiss('session-based', sync),
      "Clear Session Activation Required on permission set group 'Sync'.",
    ],
    ['assigns', nearMiss('not-assigned', extras), "Assign permission set 'Extras' to the user."],
  ])('%s', (_name, miss, step) => {
    expect(remedyOf([failing(miss)])?.nearest).toEqual([step]);
  });

  test('comes first, each way once, and not too many', () => {
    const unassigned = ['A', 'B', 'C', 'D', 'E', 'F'].map((title) =>
      nearMiss('not-assigned', container('permission-set', title)),
    );
    const again = nearMiss('expired', extras);
    expect(remedyOf([failing(...unassigned, again), failing(again)])?.nearest).toEqual([
      "Renew the assignment of permission set 'Extras', which has expired.",
      ...['A', 'B', 'C', 'D'].map((title) => `Assign permission set '${title}' to the user.`),
    ]);
  });

  test('is not looked for in what is granted', () => {
    const fine = finding('fail', 'F', {
      evidence: [{ kind: 'decision', about: 'A: B', decision: granted(grant(extras)) }],
    });
    expect(remedyOf([fine], { rule: 'bare' })).toBeNull();
  });
});

describe('steps in Setup', () => {
  test("are the rule's, filled in", () => {
    expect(remedyOf([failing()])?.setup).toEqual({
      lightning: ['Open Setup.', 'Tick View All on Account.'],
      classic: ['Open classic Setup.'],
    });
  });
  test("are the pack's where it has its own", () => {
    const remedy = { lightning: ['Ask {object}.'], classic: [] };
    expect(remedyOf([failing()], { remedy })?.setup).toEqual({ lightning: ['Ask Account.'], classic: [] });
  });
  test('are told for everything that failed, and once where they do not differ', () => {
    const lead = { ...failing(), data: { object: 'Lead', rights: 'Edit', text: '' } };
    const unlike = finding('fail', 'no object here');
    expect(remedyOf([failing(), unlike, lead, finding('pass', 'P')])?.setup.lightning).toEqual([
      'Open Setup.',
      'Tick View All on Account.',
      'Tick Edit on Lead.',
    ]);
  });
  test('keep their braces where nothing fills them', () => {
    expect(remedyOf([finding('fail', 'F')])?.setup.lightning[1]).toBe('Tick {rights} on {object}.');
  });
});

describe('a doubt', () => {
  test('says what would make it known, once, and no steps', () => {
    const blind = gap('not readable', 'give the auditor View Setup');
    const doubt = finding('inconclusive', 'I', {
      evidence: [
        { kind: 'gap', about: 'A', gap: blind },
        { kind: 'decision', about: 'B', decision: unknown(blind, gap('nobody knows')) },
      ],
    });
    expect(remedyOf([doubt])).toEqual({
      nearest: ['To know it: give the auditor View Setup.'],
      setup: { lightning: [], classic: [] },
    });
  });
  test('that nothing resolves has no remedy', () => {
    expect(remedyOf([finding('inconclusive', 'I')])).toBeNull();
  });
  test('beside a failure comes after what mends the failure', () => {
    const doubt = finding('inconclusive', 'I', {
      evidence: [{ kind: 'gap', about: 'A', gap: gap('x', 'do y') }],
    });
    expect(remedyOf([doubt, failing(nearMiss('inactive', extras))])?.nearest).toEqual([
      "Make the assignment of permission set 'Extras' active again.",
      'To know it: do y.',
    ]);
  });
});

test('what passes needs no remedy', () => {
  expect(remedyOf([finding('pass', 'P')])).toBeNull();
});
