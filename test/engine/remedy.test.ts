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
  test('are told once, though several failures or rules of steps have them', () => {
    const steps = { lightning: ['Open Setup.'], classic: ['Open Setup.'] };
    const remedies = [
      { for: ['said'], ...steps },
      { for: ['about'], ...steps },
    ];
    const failures = [finding('fail', 'F'), finding('fail', '', { message: 'about' })];
    expect(remedyOf(failures, { remedies })?.setup).toEqual(steps);
  });
  test('keep their braces where nothing fills them', () => {
    expect(remedyOf([finding('fail', 'F')])?.setup.lightning[1]).toBe('Tick {rights} on {object}.');
  });
});

describe('steps for certain failures', () => {
  const steps = (name: string) => ({ lightning: [`${name} {text}`], classic: [`Classic ${name}`] });
  const failed = (message: string) => finding('fail', '', { message, data: { text: message } });
  const kinds = behaving('kinds', {
    meta: {
      ...bareMeta,
      id: 'kinds',
      messages: { frozen: 'F', locked: 'L', gone: 'G', vague: 'V', fine: 'ok' },
      failures: ['frozen', 'locked', 'gone', 'vague'],
      remedies: [
        { for: ['frozen'], ...steps('Unfreeze') },
        { for: ['locked', 'frozen'], ...steps('Unlock') },
      ],
    },
    check: (_access, options) => (options as { said: readonly string[] }).said.map(failed),
  });
  function stepsFor(said: readonly string[], own: Pick<Requirement, 'remedy' | 'remedies'> = {}) {
    const wanted = requirement('x', [], { rule: 'kinds', options: { said }, ...own });
    const [result] = evaluate({
      packs: [packOf([wanted])],
      settings: settings(),
      accesses: [accessOf()],
      rules: rulesOf(kinds),
    });
    return result?.remedy?.setup.lightning ?? [];
  }

  test.each<
    readonly [string, readonly string[], Pick<Requirement, 'remedy' | 'remedies'>, readonly string[]]
  >([
    ['are told for them alone', ['locked'], {}, ['Unlock locked']],
    [
      'are told in their own order, not in that of the failures',
      ['locked', 'frozen'],
      {},
      ['Unfreeze frozen', 'Unlock locked', 'Unlock frozen'],
    ],
    ['are none for other failures', ['gone'], {}, []],
    [
      "give way to the pack's for the same failure",
      ['locked'],
      { remedies: [{ for: ['locked'], ...steps('Ask') }] },
      ['Ask locked'],
    ],
    [
      "stand beside the pack's for others",
      ['frozen', 'locked'],
      { remedies: [{ for: ['locked'], ...steps('Ask') }] },
      ['Ask locked', 'Unfreeze frozen', 'Unlock frozen'],
    ],
    [
      'all give way to one remedy of the pack',
      ['frozen', 'gone'],
      { remedy: steps('Call') },
      ['Call frozen', 'Call gone'],
    ],
    [
      'of the pack stand beside its remedy for all others',
      ['locked', 'gone'],
      { remedy: steps('Call'), remedies: [{ for: ['gone'], ...steps('Install') }] },
      ['Install gone', 'Call locked'],
    ],
  ])('%s', (_name, said, own, told) => {
    expect(stepsFor(said, own)).toEqual(told);
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
