import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  NothingToAudit,
  noTally,
  setExitCode,
  type Tally,
  tallied,
  talliedAs,
  totalsOf,
} from '../../src/engine/index.ts';
import type { ReportVerdict, Result } from '../../src/model/report.ts';
import type { OrgFailure, OrgOutcome } from '../../src/model/report-set.ts';
import { reportOf } from '../reporters/report-fixture.ts';
import { result } from '../reporters/result-fixture.ts';
import { runs } from '../runs.ts';

const tool = { name: 'syncgate', version: '0.1.0' } as const;

const audited = (verdict: ReportVerdict, results: readonly Result[]): OrgOutcome => ({
  org: 'acme',
  status: 'audited',
  report: reportOf(verdict, results),
});
const unread = (exitCode: OrgFailure['exitCode']): OrgOutcome => ({
  org: 'acme',
  status: 'unread',
  failure: { exitCode, message: 'It does not answer.' },
});

const outcomes = {
  passed: audited('compliant', [result('a', 'pass')]),
  failed: audited('non-compliant', [result('a', 'fail')]),
  doubtful: audited('inconclusive', [result('a', 'inconclusive')]),
  broken: audited('inconclusive', [result('a', 'error')]),
  left: audited('unchanged', []),
  misconfigured: unread(2),
  silent: unread(4),
  buggy: unread(70),
} satisfies Readonly<Record<string, OrgOutcome>>;
type Name = keyof typeof outcomes;

const tallyOf = (names: readonly Name[], allowInconclusive = false): Tally =>
  names.reduce((tally, name) => tallied(tally, outcomes[name], { allowInconclusive }), noTally);

describe('many orgs together', () => {
  test.each<[names: readonly Name[], verdict: string, code: number]>([
    [['passed'], 'compliant', 0],
    [['left'], 'unchanged', 0],
    [['passed', 'left'], 'compliant', 0],
    [['passed', 'doubtful'], 'inconclusive', 3],
    [['left', 'doubtful'], 'inconclusive', 3],
    [['doubtful', 'silent'], 'unread', 4],
    [['passed', 'silent'], 'unread', 4],
    [['silent', 'misconfigured'], 'unread', 2],
    [['misconfigured', 'buggy', 'silent'], 'unread', 70],
    [['misconfigured', 'broken'], 'unread', 70],
    [['broken', 'doubtful'], 'inconclusive', 70],
    [['buggy', 'failed', 'silent', 'misconfigured', 'broken'], 'non-compliant', 1],
  ])('%j come to %s and exit code %i', (names, verdict, code) => {
    const tally = tallyOf(names);
    expect(totalsOf(tally, tool)).toMatchObject({ tool, verdict, summary: { orgs: names.length } });
    expect(setExitCode(tally)).toBe(code);
  });

  test('doubts may be allowed, and stay doubts; nothing else is allowed with them', () => {
    expect(setExitCode(tallyOf(['passed', 'doubtful'], true))).toBe(0);
    expect(totalsOf(tallyOf(['passed', 'doubtful'], true), tool).verdict).toBe('inconclusive');
    expect(setExitCode(tallyOf(['doubtful', 'silent'], true))).toBe(4);
    expect(setExitCode(tallyOf(['doubtful', 'broken'], true))).toBe(70);
  });

  test('no org at all is nothing audited, never a pass', () => {
    expect(() => totalsOf(noTally, tool)).toThrow(NothingToAudit);
    expect(() => setExitCode(noTally)).toThrow(NothingToAudit);
  });

  test('their order does not matter, and every org is counted once', () => {
    const names = fc.array(fc.constantFrom(...(Object.keys(outcomes) as Name[])), { minLength: 1 });
    fc.assert(
      fc.property(names, names, (some, others) => {
        const tally = tallyOf([...some, ...others]);
        expect(tallyOf([...others, ...some])).toEqual(tally);
        const { orgs, ...counts } = tally.summary;
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(orgs);
      }),
      runs(100),
    );
  });
});

test('an exit code that no run ends with is a bug, and no pass', () => {
  expect(setExitCode(talliedAs(noTally, 'compliant', 5))).toBe(70);
});
