import { describe, expect, test } from 'vitest';
import type { Report, ResultBaseline, WaiverUse } from '../../src/model/report.ts';
import { renderMarkdown } from '../../src/reporters/report-markdown.ts';
import { renderTable } from '../../src/reporters/report-table.ts';
import { nodesOfType, readMarkdown, textOf } from './markdown-reading.ts';
import { reportOf } from './report-fixture.ts';
import { result } from './result-fixture.ts';

/** What a report says beside its verdicts: of waivers, levels that were changed, and an earlier report. */
const table = (report: Report, verbose = false) =>
  renderTable(report, { width: 120, colour: false, verbose }).replace(/\s+/g, ' ');
const markdown = (report: Report) => textOf(readMarkdown(renderMarkdown(report))).replace(/\s+/g, ' ');

const use = (daysLeft: number, matches: number, expires: string, subject?: string): WaiverUse => ({
  waiver: {
    requirement: 'api-only-user',
    reason: 'Until the move',
    owner: 'CRM',
    expires,
    ...(subject !== undefined && { subject }),
    at: { file: 'syncgate.config.yaml', line: 12, column: 5 },
  },
  daysLeft,
  matches,
});
const waived = (given: WaiverUse) => reportOf('compliant', [result('a', 'pass')], { waivers: [given] });

describe('a waiver', () => {
  test.each([
    [
      'that ends within 14 days is announced',
      use(14, 2, '2026-10-18'),
      'api-only-user (CRM: Until the move) ends on 2026-10-18, in 14 days. Mend by then what it is for (2 failures), or decide on it anew.',
    ],
    [
      'that ends tomorrow is announced',
      use(1, 1, '2026-10-05', 'i@acme.example'),
      'api-only-user of i@acme.example (CRM: Until the move) ends on 2026-10-05, in 1 day.',
    ],
    ['that ends today is announced', use(0, 1, '2026-10-04'), 'ends today, 2026-10-04.'],
    [
      'that has expired says that it counts for nothing',
      use(-3, 1, '2026-10-01'),
      'expired on 2026-10-01, 3 days ago: it counts for nothing. What it was for failed again (1 failure)',
    ],
    [
      'that matches nothing is reported',
      use(200, 0, '2027-04-22'),
      'ends on 2027-04-22, in 200 days. It matches no failure here: remove it or correct it, unless another run needs it.',
    ],
  ])('%s, in the table and in Markdown', (_, given, words) => {
    expect(table(waived(given))).toContain(words);
    expect(table(waived(given))).toContain('At: syncgate.config.yaml:12:5');
    expect(markdown(waived(given))).toContain(words);
  });

  test('of somebody who was not audited says so: it may be another run that needs it', () => {
    const given = waived(use(200, 0, '2027-04-22', 'other@acme.example'));
    expect(table(given)).toContain('It matches no failure: nobody of this name was audited. Correct its');
  });

  test('of one of many such is told with the others, and each to who wants to know everything', () => {
    const names = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}@acme.example`);
    const waivers = names.map((name) => use(200, 0, '2027-04-22', name));
    const given = reportOf('compliant', [result('a', 'pass')], {
      waivers: [...waivers, use(2, 0, '2026-10-06', 'soon@acme.example')],
    });
    for (const text of [table(given), markdown(given)]) {
      expect(text).toContain('5 waivers match no failure, since nobody of their name was audited: a@acme');
      expect(text).toContain('c@acme.example and 2 more. Correct the subject');
      expect(text).toContain('soon@acme.example (CRM: Until the move) ends on 2026-10-06');
      expect(text).not.toContain('d@acme.example');
    }
    expect(table(given, true)).toContain('api-only-user of d@acme.example');
  });

  test('that holds and covers something is told to who wants to know everything', () => {
    const given = waived(use(88, 2, '2026-12-31'));
    expect(table(given)).not.toContain('Waivers');
    expect(markdown(given)).not.toContain('Waivers');
    expect(table(given, true)).toContain('ends on 2026-12-31, in 88 days. It covers 2 failures.');
  });
});

describe('a level that was changed', () => {
  test.each([
    ['warning', 'error', 'lowered from error: sandbox only'],
    ['error', 'note', 'raised from note: sandbox only'],
  ] as const)('to %s says so', (level, from, words) => {
    const change = { level, levelChange: { from, reason: 'sandbox only' } };
    const report = reportOf('non-compliant', [result('a', 'fail', change)]);
    expect(table(report)).toContain(`Level: ${words}`);
    expect(markdown(report)).toContain(`Level ${words}`);
  });
});

describe('an earlier report', () => {
  const baseline = { file: 'last.json', collectedAt: '2026-10-01T00:00:00Z', onlyNew: false };
  const stood = (state: ResultBaseline['state'], was: ResultBaseline['was'], worse: boolean) => ({
    baseline: { state, was, worse },
  });
  const report = (given: Partial<Report> = {}) =>
    reportOf(
      'non-compliant',
      [
        result('added', 'fail', stood('new', null, true)),
        result('broke', 'fail', stood('new', 'pass', true)),
        result('other', 'fail', stood('changed', 'fail', false)),
        result('graver', 'fail', stood('changed', 'fail', true)),
        result('same', 'fail', stood('unchanged', 'fail', false)),
        result('mended', 'pass', stood('fixed', 'fail', false)),
        result('fresh', 'pass', stood('new', null, false)),
      ],
      { baseline, ...given },
    );

  test('is named, and what is new and fixed since is counted beside the verdict', () => {
    const line = '5 of 7 failed (5 errors), 2 passed. 3 new and 1 fixed since last.json.';
    expect(table(report()).startsWith(`✖ NON-COMPLIANT: ${line}`)).toBe(true);
    expect(markdown(report())).toContain(line);
    expect(table(report())).toContain('Baseline: last.json, read 2026-10-01 00:00:00 UTC');
  });

  test('marks each result with what became of it', () => {
    const text = table(report());
    for (const mark of [
      '✖ fail (error, new) added',
      '✖ fail (error, new) broke',
      '✖ fail (error, changed) other',
      '✖ fail (error, worse) graver',
      '✖ fail (error) same',
      '✔ pass (fixed) mended',
      '✔ pass fresh',
    ])
      expect(text).toContain(mark);
    expect(text).toContain('Baseline: new: the earlier report does not have it.');
    expect(text).toContain('Baseline: new: it was a pass.');
    expect(text).toContain('Baseline: changed: it was a failure, and is another now.');
  });

  test('has its marks in Markdown too, and what was fixed since', () => {
    const root = readMarkdown(renderMarkdown(report()));
    const rows = nodesOfType(root, 'table').flatMap((each) =>
      each.children.map((row) => row.children.map(textOf)),
    );
    expect(rows.map((row) => row.slice(0, 2).join(' '))).toEqual([
      'Verdict Requirement',
      '✖ fail (error, new) added',
      '✖ fail (error, new) broke',
      '✖ fail (error, changed) other',
      '✖ fail (error, worse) graver',
      '✖ fail (error) same',
    ]);
    expect(textOf(root)).toContain('Fixedmended');
  });

  test('says why a failure that it has does not decide, where only new ones count', () => {
    const known = reportOf(
      'compliant',
      [result('a', 'pass'), result('b', 'fail', stood('unchanged', 'fail', false))],
      { baseline: { ...baseline, onlyNew: true } },
    );
    const words = 'Failures that the baseline has do not count.';
    expect(table(known)).toContain(`0 new and 0 fixed since last.json. ${words}`);
    expect(table({ ...known, baseline })).not.toContain('do not count');
  });
});
