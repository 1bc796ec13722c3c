import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/engine/evaluate.ts';
import { waiverUses } from '../../src/engine/waivers.ts';
import type { Waiver } from '../../src/model/pack.ts';
import type { Result } from '../../src/model/report.ts';
import type { Outcome } from '../../src/model/rule.ts';
import { accessOf, finding, packOf, requirement, rulesOf, settings } from './fixtures.ts';

const waiver = (more: Partial<Waiver> = {}): Waiver => ({
  requirement: 'x',
  reason: 'Nobody deletes',
  owner: 'CRM team',
  expires: '2026-12-31',
  ...more,
});

function waived(waivers: readonly Waiver[], outcome: Outcome = 'fail', asOf = '2026-10-02T23:59:59.999Z') {
  const [result] = evaluate({
    packs: [packOf([requirement('x', [finding(outcome, 'F')])])],
    settings: settings({ waivers }),
    accesses: [accessOf({ asOf })],
    rules: rulesOf(),
  });
  return result;
}

const inForce = { reason: 'Nobody deletes', owner: 'CRM team', expires: '2026-12-31' };

describe('a waiver', () => {
  test.each<readonly [string, readonly Waiver[], Result['waiver']]>([
    ['stands beside a failure', [waiver()], inForce],
    ['of this user does, whatever the case', [waiver({ subject: 'SYNC@acme.example' })], inForce],
    ['of another user does not', [waiver({ subject: 'other@acme.example' })], null],
    ['of another requirement does not', [waiver({ requirement: 'y' })], null],
    ['that lasts longest is the one that counts', [waiver({ expires: '2026-11-01' }), waiver()], inForce],
    [
      'holds to the end of its last day',
      [waiver({ expires: '2026-10-02' })],
      { ...inForce, expires: '2026-10-02' },
    ],
    ['holds no day longer', [waiver({ expires: '2026-10-01' })], null],
  ])('%s', (_, waivers, expected) => {
    const result = waived(waivers);
    expect(result?.waiver).toEqual(expected);
    expect(result?.verdict).toBe('fail');
  });

  test('that has ended is mentioned', () => {
    expect(waived([waiver({ expires: '2026-09-30' })])?.message).toBe(
      'F. Its waiver ended on 2026-09-30 (Nobody deletes).',
    );
  });

  test.each<Outcome>(['pass', 'inconclusive'])('is no matter where the verdict is %s', (outcome) => {
    expect(waived([waiver(), waiver({ expires: '2020-01-01' })], outcome)).toMatchObject({
      waiver: null,
      verdict: outcome,
      message: 'F.',
    });
  });
});

test.each<readonly [string, Partial<Waiver>, number, number]>([
  ['of this failure', { expires: '2026-10-05' }, 3, 1],
  ['on its last day', { expires: '2026-10-02' }, 0, 1],
  ['that has expired matches all the same', { expires: '2026-09-30' }, -2, 1],
  ['of another subject matches nothing', { subject: 'other@acme.example', expires: '2027-10-02' }, 365, 0],
  ['of what passes matches nothing', { requirement: 'y', expires: '2026-10-03' }, 1, 0],
])('the report tells what a waiver did: one %s', (_, more, daysLeft, matches) => {
  const results = evaluate({
    packs: [packOf([requirement('x', [finding('fail', 'F')]), requirement('y', [finding('pass', 'P')])])],
    settings: settings(),
    accesses: [accessOf()],
    rules: rulesOf(),
  });
  expect(waiverUses([waiver(more)], results, '2026-10-02T23:59:59Z')).toEqual([
    { waiver: waiver(more), daysLeft, matches },
  ]);
});
