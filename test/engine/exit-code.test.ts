import { describe, expect, test } from 'vitest';
import { exitCode } from '../../src/engine/exit-code.ts';
import { reportVerdict } from '../../src/engine/make-report.ts';
import type { Level } from '../../src/model/pack.ts';
import type { Result, Verdict } from '../../src/model/report.ts';
import { subject } from './fixtures.ts';

const levels = ['note', 'warning', 'error'] as const;
const verdicts = ['pass', 'fail', 'inconclusive', 'not-applicable', 'error'] as const;

const result = (verdict: Verdict, level: Level, waived = false, of = 'a'): Result =>
  ({
    verdict,
    level,
    subject: subject(of),
    waiver: waived ? { reason: 'r', owner: 'ops', expires: '2099-01-01' } : null,
    baseline: null,
  }) as Result;

function code(
  results: readonly Result[],
  failOn: Level,
  allowInconclusive: boolean,
  names: readonly string[] = ['a'],
): number {
  const subjects = names.map(subject);
  const verdict = reportVerdict(results, subjects, { failOn, onlyNew: false });
  return exitCode({ verdict, results, failOn, subjects, baseline: null }, { allowInconclusive });
}

/** What docs/exit-codes.md says in words, for one result beside a pass. */
function expected(verdict: Verdict, counts: boolean, waived: boolean, allow: boolean): number {
  if (!counts) return 0;
  if (verdict === 'fail') return waived ? 0 : 1;
  if (verdict === 'inconclusive') return allow ? 0 : 3;
  return verdict === 'error' ? 70 : 0;
}

describe('the exit code of one result beside a pass', () => {
  const cells = verdicts.flatMap((verdict) =>
    levels.flatMap((level, rank) =>
      levels.flatMap((failOn, threshold) =>
        [true, false].flatMap((allow) =>
          (verdict === 'fail' ? [true, false] : [false]).map((waived) => ({
            verdict,
            level,
            failOn,
            allow,
            waived,
            counts: rank >= threshold,
          })),
        ),
      ),
    ),
  );
  test.each(cells)(
    '$verdict at $level, fail on $failOn, inconclusive allowed $allow, waived $waived',
    ({ verdict, level, failOn, allow, waived, counts }) => {
      const results = [result('pass', 'error'), result(verdict, level, waived)];
      expect(code(results, failOn, allow)).toBe(expected(verdict, counts, waived, allow));
    },
  );
});

describe('the exit code of several', () => {
  const pass = result('pass', 'error');
  const fail = result('fail', 'error');
  const doubt = result('inconclusive', 'error');
  const broken = result('error', 'error');
  test.each<readonly [string, readonly Result[], boolean, number]>([
    ['a failure before a doubt', [pass, doubt, fail], false, 1],
    ['a failure before a broken rule', [pass, broken, fail], false, 1],
    ['a failure, whatever is allowed', [pass, doubt, fail], true, 1],
    ['a broken rule before a doubt', [pass, doubt, broken], false, 70],
    ['a broken rule, whatever is allowed', [pass, doubt, broken], true, 70],
    ['a broken rule below what counts', [pass, result('error', 'note')], false, 0],
    ['a waived failure and a doubt', [pass, result('fail', 'error', true), doubt], false, 3],
    ['nothing but doubts, allowed', [doubt], true, 0],
    ['nothing that applies', [result('not-applicable', 'error')], false, 3],
    ['nothing that applies, whatever is allowed', [result('not-applicable', 'error')], true, 3],
    ['nothing but a waived failure', [result('fail', 'error', true)], false, 0],
    ['passes below what counts, and nothing else', [result('pass', 'warning')], false, 3],
    ['passes below what counts, whatever is allowed', [result('pass', 'warning')], true, 3],
    [
      'passes below what counts beside what does not apply',
      [result('pass', 'warning'), result('not-applicable', 'error')],
      true,
      3,
    ],
    ['nothing at all', [], true, 3],
  ])('%s', (_, results, allow, expectedCode) => {
    expect(code(results, 'error', allow)).toBe(expectedCode);
  });

  test.each([true, false])('of nobody, all being unchanged, is 0; inconclusive allowed %s', (allow) => {
    const report = {
      verdict: 'unchanged',
      results: [],
      failOn: 'error',
      subjects: [],
      baseline: null,
    } as const;
    expect(exitCode(report, { allowInconclusive: allow })).toBe(0);
  });

  test('of whom one was asked nothing is not 0, whatever is allowed', () => {
    const results = [doubt, result('not-applicable', 'error', false, 'b')];
    expect(code(results, 'error', true, ['a', 'b'])).toBe(3);
    expect(code(results, 'error', true, ['a'])).toBe(0);
    expect(code([pass], 'error', true, ['a', 'b'])).toBe(3);
  });
});

describe('where only what is new counts', () => {
  const was = (worse: boolean) => ({ state: worse ? 'new' : 'unchanged', was: null, worse }) as const;
  const known = (verdict: Verdict, level: Level = 'error') => ({
    ...result(verdict, level),
    baseline: was(false),
  });
  const fresh = (verdict: Verdict) => ({ ...result(verdict, 'error'), baseline: was(true) });
  const pass = known('pass');
  test.each<readonly [string, readonly Result[], number]>([
    ['a failure that the baseline has', [pass, known('fail')], 0],
    ['a failure that it does not have', [pass, known('fail'), fresh('fail')], 1],
    ['a doubt that it has: it is known as little as then', [pass, known('inconclusive')], 3],
    ['a doubt that it does not have', [pass, fresh('inconclusive')], 3],
    ['a rule that broke then as well', [pass, known('error')], 70],
    ['nothing but doubts, then as now: nobody ever knew anything', [known('inconclusive')], 3],
    ['nothing that is comparable: all of it counts', [pass, result('fail', 'error')], 1],
  ])('%s', (_, results, expectedCode) => {
    const subjects = [subject('a')];
    const verdict = reportVerdict(results, subjects, { failOn: 'error', onlyNew: true });
    const baseline = { file: 'b.json', collectedAt: null, onlyNew: true };
    const report = { verdict, results, failOn: 'error', subjects, baseline } as const;
    expect(exitCode(report, { allowInconclusive: false })).toBe(expectedCode);
  });
});

describe('of nobody nothing is known', () => {
  test.each<[what: string, results: readonly Result[]]>([
    ['and nothing', []],
    ['though something passed', [result('pass', 'error')]],
  ])('%s: inconclusive, and allowing doubts does not make up for it', (_, results) => {
    expect(reportVerdict(results, [], { failOn: 'error', onlyNew: false })).toBe('inconclusive');
    expect(code(results, 'error', false, [])).toBe(3);
    expect(code(results, 'error', true, [])).toBe(3);
  });
});
