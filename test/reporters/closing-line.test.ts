import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report, ReportedEvidence, Result } from '../../src/model/report.ts';
import { closingLine } from '../../src/reporters/closing-line.ts';
import { displayWidth } from '../../src/reporters/display-width.ts';
import { runs } from '../runs.ts';
import { arbitraryReport } from './arbitrary-report.ts';
import { compliant, drifted, inconclusive, reportOf } from './report-fixture.ts';
import { accountAccess, decided, fact, integrationUser, result } from './result-fixture.ts';
import { unchanged } from './source-fixture.ts';

const denied = { decision: 'denied', nearMisses: [] } as const;
const granted = { decision: 'granted', grants: [] as never } as const;
const noEdit = (path: string) => decided(`${path}: Edit (field-level security)`, denied, 'Denied.');
const edit = (path: string) => decided(`${path}: Edit (field-level security)`, granted, 'Granted.');

const fields = (requirement: string, evidence: readonly ReportedEvidence[], given: Partial<Result> = {}) =>
  result(requirement, 'fail', { rule: 'field-access', impact: 'lose Ids', evidence, ...given });
const remedy = {
  nearest: ["Renew the assignment of permission set 'Sync extras'."],
  setup: { lightning: [], classic: [] },
};
const pass = (amount: number) => Array.from({ length: amount }, (_, index) => result(`p${index}`, 'pass'));
const waiver = { reason: 'x', owner: 'y', expires: '2026-12-31' };
const three = ['Account.A__c', 'Account.B__c', 'Account.C__c'].map(noEdit);

const report = (verdict: Report['verdict'], results: readonly Result[], given: Partial<Report> = {}) =>
  reportOf(verdict, results, given);

describe('the closing line', () => {
  test.each([
    [
      'of one failure tells what the sync would lose and how to mend it',
      report('non-compliant', [...pass(16), fields('a', three, { remedy })]),
      "1 of 17 requirements failed: the sync would lose 3 Account fields. Mend: Renew the assignment of permission set 'Sync extras'.",
    ],
    [
      'counts a field once, whoever asks for it, and by its object',
      report('non-compliant', [
        fields('a', three),
        fields('b', [noEdit('Account.A__c'), noEdit('Lead.A__c')]),
      ]),
      '2 of 2 requirements failed: the sync would lose 3 Account fields and 1 Lead field.',
    ],
    [
      'counts fields whose object may not be edited, and those that do not exist',
      report('non-compliant', [
        fields('a', [edit('Lead.A__c'), edit('Lead.B__c'), decided('Lead: Edit', denied, 'Denied.')]),
        fields('b', [fact('Field Contact.A__c exists', false, 'Gone.'), edit('Contact.B__c')]),
      ]),
      '2 of 2 requirements failed: the sync would lose 2 Lead fields and 1 Contact field.',
    ],
    [
      'goes by what the pack says where no field is lost',
      report('non-compliant', [result('a', 'fail', { impact: 'miss accounts' })]),
      '1 of 1 requirement failed: the sync would miss accounts.',
    ],
    [
      'goes by the title where the pack says nothing',
      report('non-compliant', [result('a', 'fail', { title: 'Edition' })]),
      "1 of 1 requirement failed: 'Edition' is not met.",
    ],
    [
      'of many failures tells the gravest two',
      report('non-compliant', [
        result('a', 'fail', { level: 'note', impact: 'be slow' }),
        result('b', 'fail', { impact: 'miss accounts', remedy }),
        fields('c', three),
        fields('d', [noEdit('Lead.A__c')]),
        result('e', 'fail', { level: 'warning', impact: 'stop' }),
      ]),
      "5 of 5 requirements failed: the sync would miss accounts, would lose 3 Account fields and 1 Lead field, and 2 more failures. Mend: Renew the assignment of permission set 'Sync extras'.",
    ],
    [
      'takes the first step in Setup where nothing is nearer',
      report('non-compliant', [
        result('a', 'fail', {
          title: 'T',
          remedy: { nearest: [], setup: { lightning: ['Setup > Users: click Unfreeze', 'x'], classic: [] } },
        }),
      ]),
      "1 of 1 requirement failed: 'T' is not met. Mend: Setup > Users: click Unfreeze.",
    ],
    [
      'leaves out what is waived and what does not apply',
      report('non-compliant', [
        result('a', 'fail', { impact: 'stop' }),
        result('b', 'fail', { impact: 'be slow', waiver }),
        result('c', 'not-applicable'),
      ]),
      '1 of 2 requirements failed: the sync would stop.',
    ],
    [
      'leaves out what the baseline has where only new failures count',
      report(
        'non-compliant',
        [
          result('a', 'fail', {
            impact: 'stop',
            baseline: { state: 'unchanged', was: 'fail', worse: false },
          }),
          result('b', 'fail', { impact: 'be slow', baseline: { state: 'new', was: 'pass', worse: true } }),
        ],
        { baseline: { file: 'last.json', collectedAt: null, onlyNew: true } },
      ),
      '1 of 2 requirements failed, and had not before: the sync would be slow.',
    ],
    ['of a compliant report', report('compliant', pass(18)), 'All 18 requirements that apply are met.'],
    ['of one requirement', report('compliant', pass(1)), 'The one requirement that applies is met.'],
    [
      'of a compliant report says what is not met all the same',
      report('compliant', [
        ...pass(3),
        result('a', 'fail', { level: 'note' }),
        result('b', 'fail', { waiver }),
        result('c', 'inconclusive', { level: 'note' }),
      ]),
      '3 of 6 requirements that apply are met: 1 waived, 1 failed below level error and 1 not known.',
    ],
    [
      'of doubts says what could not be known, and what would tell',
      inconclusive,
      'Nothing failed, but 1 of 4 could not be known: The user can log in. To know it: give the auditor Manage Users.',
    ],
    [
      'of somebody of whom nothing could be checked',
      report('inconclusive', [result('a', 'not-applicable')]),
      'Nothing failed, but nothing at level error or above could be checked of some user.',
    ],
    [
      'of doubts does not say that nothing failed where something below did',
      report('inconclusive', [
        result('a', 'inconclusive', { title: 'T' }),
        result('b', 'fail', { level: 'note' }),
      ]),
      'Nothing that counts failed, but 1 of 2 could not be known: T.',
    ],
    ['of an unchanged report', unchanged, 'Nothing that concerns reader changed, so nothing was audited.'],
  ])('%s', (_, given, line) => {
    expect(closingLine(given)).toBe(line);
  });

  test('of fields of several users counts each field once', () => {
    const other = { ...integrationUser, id: '005B' };
    const given = report('non-compliant', [fields('a', three), fields('a', three, { subject: other })]);
    expect(closingLine(given)).toContain('lose 3 Account fields.');
  });

  test.each(
    Object.entries({ drifted, compliant, inconclusive, account: report('non-compliant', [accountAccess]) }),
  )('of the %s report is one line of 240 columns at most', (_, given) => {
    expect(displayWidth(closingLine(given))).toBeLessThanOrEqual(240);
    expect(closingLine(given)).toMatch(/^[^\n]+$/);
  });

  test('of any report is one harmless line', () => {
    fc.assert(
      fc.property(arbitraryReport, (given) => {
        const line = closingLine(given);
        expect(line).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
        expect(line).not.toBe('');
        expect(displayWidth(line)).toBeLessThanOrEqual(240);
      }),
      runs(150),
    );
  });
});
