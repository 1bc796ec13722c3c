import { describe, expect, test } from 'vitest';
import { compareReports } from '../../src/diff/index.ts';
import type { Decision } from '../../src/model/access.ts';
import type { ReportedEvidence, Result } from '../../src/model/report.ts';
import { drifted, reportOf } from '../reporters/report-fixture.ts';
import { accountAccess, blindGap, fact, integrationUser } from '../reporters/result-fixture.ts';
import { tool } from './compared.ts';

const side = (results: readonly Result[], named = 'a.json') => ({
  ...({ named, kind: 'report', revision: null } as const),
  report: reportOf('compliant', results),
});

const compare = (a: readonly Result[], b: readonly Result[]) =>
  compareReports(side(a), side(b, 'b.json'), tool);

const granted: Decision = {
  decision: 'granted',
  grants: [
    {
      container: { id: 'P', kind: 'profile', title: 'API Only' },
      through: { id: '0Pa', group: null, expires: null },
      entry: { kind: 'object', object: 'Account', right: 'read' },
    },
  ],
};
const denied: Decision = { decision: 'denied', nearMisses: [] };
const unknown: Decision = { decision: 'unknown', because: [blindGap], nearMisses: [] };

const cites = (decision: Decision, about = 'Account: Read'): ReportedEvidence => ({
  ...{ kind: 'decision', about, decision },
  text: `It is ${decision.decision}.`,
});
const gap: ReportedEvidence = {
  kind: 'gap',
  about: 'Account: Read',
  gap: blindGap,
  text: 'It is not known.',
};
const result = (evidence: readonly ReportedEvidence[], changes: Partial<Result> = {}): Result => ({
  ...accountAccess,
  verdict: 'pass',
  evidence,
  waiver: null,
  ...changes,
});

describe('of two reports', () => {
  test.each<readonly [string, ReportedEvidence, ReportedEvidence, string]>([
    ['the same decision is equal', cites(granted), cites(granted), 'equal'],
    ['another decision differs', cites(granted), cites(denied), 'different'],
    ['a decision and a doubt differ', cites(granted), cites(unknown), 'different'],
    ['a decision and a gap differ', cites(denied), gap, 'different'],
    ['two doubts are not known', cites(unknown), cites(unknown), 'not-known'],
    ['a doubt and a gap are not known', cites(unknown), gap, 'not-known'],
    ['the same fact is equal', fact('Edition', 'A', 'A'), fact('Edition', 'A', 'A'), 'equal'],
    ['another fact differs', fact('Edition', 'A', 'A'), fact('Edition', 'B', 'B'), 'different'],
    ['a fact and a decision differ', fact('Account: Read', true, 'Yes'), cites(granted), 'different'],
    [
      'calls left are another number each time',
      fact('Daily API calls left', 1, '1'),
      fact('Daily API calls left', 2, '2'),
      'equal',
    ],
    [
      'what one alone cites was not asked of the other',
      cites(granted),
      cites(granted, 'Lead: Read'),
      'not-known',
    ],
  ])('%s', (_, a, b, verdict) => {
    expect(compare([result([a])], [result([b])]).verdict).toBe(verdict);
    expect(compare([result([b])], [result([a])]).verdict).toBe(verdict);
  });

  test('a difference is told once, with what each says and every requirement that cites it', () => {
    const both = (decision: Decision) => [
      result([cites(decision)]),
      result([cites(decision)], { requirement: 'other' }),
    ];
    const { subjects, basis, remarks } = compare(both(granted), both(denied));
    expect(subjects[0]?.decisions).toEqual([
      {
        ...{ permission: 'Account: Read', before: 'granted', after: 'denied' },
        requirements: [accountAccess.requirement, 'other'],
        because: ['A: It is granted.', 'B: It is denied.'],
      },
    ]);
    expect(subjects[0]?.requirements.map(({ changed }) => changed)).toEqual([false, false]);
    expect([basis, remarks[0]]).toEqual(['evidence', expect.stringContaining('Two snapshots tell more')]);
  });

  test('another verdict is a difference, a waiver too, and each says why', () => {
    const told = compare([result([])], [result([], { verdict: 'fail', message: 'It is missing.' })]);
    expect(told.subjects[0]?.requirements[0]).toMatchObject({
      changed: true,
      before: { verdict: 'pass' },
      after: { verdict: 'fail' },
      because: [`A: ${accountAccess.message}`, 'B: It is missing.'],
    });
    const waiver = { reason: 'r', owner: 'o', expires: '2027-01-01' };
    const failed = result([], { verdict: 'fail' });
    expect(compare([failed], [{ ...failed, waiver }]).verdict).toBe('different');
  });

  test('what one alone was asked, and who is in one alone, is never equal', () => {
    const one = result([cites(granted)]);
    const more = compare([one], [one, result([], { requirement: 'other' })]);
    expect([more.verdict, more.subjects[0]?.notAskedBefore]).toEqual(['not-known', ['requirement other']]);
    const other = { ...integrationUser, id: '005B', name: 'other' };
    const a = side([one]);
    const subjects = [integrationUser, other];
    const wider = { ...a, report: { ...a.report, subjects } };
    const { verdict, onlyAfter } = compareReports(a, wider, tool);
    expect([verdict, onlyAfter.map(({ name }) => name)]).toEqual(['not-known', ['other']]);
  });

  test('whatever a report holds, nothing of it differs from itself', () => {
    const same = { ...side([]), report: drifted };
    const { subjects, verdict } = compareReports(same, same, tool);
    expect(verdict).not.toBe('different');
    expect(
      subjects.flatMap(({ decisions, facts, requirements }) => [decisions, facts, requirements].flat()),
    ).toEqual([]);
  });
});
