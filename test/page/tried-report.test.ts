import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../src/model/report.ts';
import { judgedOtherwise } from '../../src/page/judged-otherwise.ts';
import { triedReport } from '../../src/page/tried-report.ts';
import { reportOf } from '../reporters/report-fixture.ts';
import { result } from '../reporters/result-fixture.ts';

const known = { state: 'unchanged', was: 'fail', worse: false } as const;
const read = reportOf('compliant', [{ ...result('a', 'fail'), baseline: known }, result('b', 'pass')], {
  baseline: { file: 'last.json', collectedAt: null, onlyNew: true },
});
const tried = (a: Verdict, b: Verdict) => [result('a', a), result('b', b)];

describe('what is tried', () => {
  test('is judged as an audit would judge it, and counted', () => {
    const { verdict, summary } = triedReport(read, tried('pass', 'fail'));
    expect(verdict).toBe('non-compliant');
    expect(summary).toMatchObject({ pass: 1, fail: 1 });
  });

  test('keeps the excuse of the baseline where it fails as before', () => {
    expect(triedReport(read, tried('fail', 'pass')).verdict).toBe('compliant');
  });

  test('has no excuse for what could not be known', () => {
    expect(triedReport(read, tried('inconclusive', 'pass')).verdict).toBe('inconclusive');
  });
});

describe('a report that does not come of its snapshot is found out', () => {
  test.each([
    ['the same', [result('a', 'fail'), result('b', 'pass')], []],
    ['another verdict', [result('a', 'pass'), result('b', 'pass')], ['a']],
    ['another message', [result('a', 'fail', { message: 'another' }), result('b', 'pass')], ['a']],
    [
      'a result that it does not have',
      [result('a', 'fail'), result('b', 'pass'), result('c', 'pass')],
      ['c'],
    ],
    ['one result fewer', [result('a', 'fail')], ['b']],
  ])('%s', (_, judged, others) => {
    expect(judgedOtherwise(read, judged).map(({ requirement }) => requirement)).toEqual(others);
  });
});
