import type { Issue } from 'codeclimate-types';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type QualityIssue, qualityIssues, renderGitlab } from '../../src/reporters/report-gitlab.ts';
import { runs } from '../runs.ts';
import { arbitraryReport } from './arbitrary-report.ts';
import { hostile } from './hostile-report.ts';
import { drifted, reportOf } from './report-fixture.ts';
import { accountAccess, result } from './result-fixture.ts';
import { inFiles } from './source-fixture.ts';

describe('a report as a code quality report', () => {
  test('has findings as Code Climate types them, which the compiler holds it to', () => {
    const issues: readonly Issue[] = qualityIssues(drifted) as readonly Mutable<QualityIssue>[];
    expect(JSON.parse(renderGitlab(drifted))).toEqual(issues);
    expect(issues.length).toBeGreaterThan(0);
  });

  test('tells what, how bad, and where, as GitLab asks for it', () => {
    const [issue] = qualityIssues(inFiles);
    expect(issue).toEqual({
      type: 'issue',
      check_name: 'demandbase-data-integrity.account-access',
      description: 'integration: Account: Edit is not granted.',
      content: { body: expect.stringContaining('To mend it: Set Edit on Account') },
      categories: ['Security'],
      severity: 'major',
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      location: {
        path: 'force-app/main/default/permissionsets/Sync.permissionset-meta.xml',
        lines: { begin: 12, end: 12 },
      },
    });
  });

  test.each([
    ['error', 'major'],
    ['warning', 'minor'],
    ['note', 'info'],
  ] as const)('level %s is severity %s', (level, severity) => {
    const [issue] = qualityIssues(reportOf('compliant', [result('a', 'fail', { level })]));
    expect(issue).toMatchObject({ severity });
  });

  test.each([
    ['a failure', accountAccess, 1],
    ['what could not be known', result('a', 'inconclusive'), 1],
    ['a rule that broke', result('a', 'error'), 1],
    ['a pass', result('a', 'pass'), 0],
    ['what does not apply', result('a', 'not-applicable'), 0],
    ['a waived failure', { ...accountAccess, waiver: { reason: 'x', owner: 'y', expires: '2026-12-31' } }, 0],
  ])('of %s has so many findings', (_, given, amount) => {
    expect(qualityIssues(reportOf('compliant', [given]))).toHaveLength(amount);
  });

  test('a finding keeps its fingerprint when words, lines and order change, and no two have the same', () => {
    const prints = (report: typeof drifted) =>
      qualityIssues(report)
        .map(({ fingerprint }) => fingerprint)
        .sort();
    const reworded = drifted.results.map((each) => ({
      ...each,
      message: 'Other words.',
      definedAt: { ...each.definedAt, line: 7 },
    }));
    expect(prints({ ...drifted, results: reworded.toReversed() })).toEqual(prints(drifted));
    expect(new Set(prints(drifted)).size).toBe(prints(drifted).length);
  });

  test('has one line of plain text for a description, and a path below the repository, whatever the names', () => {
    for (const { description, location } of qualityIssues(hostile)) {
      expect(description).not.toMatch(/[\p{Cc}\p{Cs}]/u);
      expect(location.path).not.toMatch(/^\/|(?:^|\/)\.\.(?:\/|$)/);
    }
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        for (const { description, location, fingerprint } of qualityIssues(report)) {
          expect(description).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u);
          expect(location.path).not.toBe('');
          expect(location.path).not.toMatch(/^\/|(?:^|\/)\.\.(?:\/|$)/);
          expect(fingerprint).not.toBe('');
        }
      }),
      runs(60),
    );
  });
});

/** Code Climate's types say nothing of what is only read. */
type Mutable<T> = { -readonly [K in keyof T]: Mutable<T[K]> };
