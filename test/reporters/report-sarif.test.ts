import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import type { BaselineState, Report } from '../../src/model/report.ts';
import { setSarif } from '../report-files/set-of-orgs.ts';
import { hostile } from './hostile-report.ts';
import { compliant, drifted, reportOf } from './report-fixture.ts';
import { accountAccess, blindGap, integrationUser, result } from './result-fixture.ts';

import { runOf } from './sarif-run.ts';

const fingerprintsOf = (report: Report) =>
  runOf(report).results.map(({ partialFingerprints }) => partialFingerprints);

describe('a report as SARIF', () => {
  test('has an alert for everything that somebody has to look at, and for nothing else', () => {
    const verdicts = runOf(drifted).results.map(({ properties }) => String(properties?.verdict));
    expect(verdicts).toHaveLength(14);
    expect(new Set(verdicts)).toEqual(new Set(['fail', 'inconclusive', 'error']));
  });

  test('is a whole file with an empty list where nothing is wrong, so that old alerts close', () => {
    const run = runOf(compliant);
    expect(run.results).toEqual([]);
    expect(run.rules).toHaveLength(compliant.results.length);
  });

  test('shows what could not be known as loudly as a failure of its level', () => {
    const [alert] = runOf(reportOf('inconclusive', [result('a', 'inconclusive')])).results;
    expect(alert).toMatchObject({ kind: 'fail', level: 'error' });
    expect(alert?.message.text).toContain('Could not be known: ');
  });

  test('every alert points to its rule by id and index', () => {
    const { results, rules } = runOf(drifted);
    for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex ?? -1]?.id).toBe(ruleId);
    expect(rules.map(({ id }) => id)).toEqual(rules.map(({ id }) => id).toSorted());
  });

  test('a rule explains itself: why, how to mend it, and who asks', () => {
    const [rule] = runOf(reportOf('non-compliant', [accountAccess])).rules;
    expect(rule).toMatchObject({
      id: 'demandbase-data-integrity.account-access',
      name: 'AccountAccess',
      shortDescription: { text: 'Account: Read, Create, Edit, View All.' },
      helpUri: 'https://kb.demandbase.com/hc/en-us/articles/7273422990107',
      defaultConfiguration: { level: 'error' },
      properties: { 'problem.severity': 'error', precision: 'very-high' },
    });
    expect(rule?.help?.markdown).toContain('## In Setup (Lightning Experience)\n\n1. Setup &gt; Users');
    expect(rule?.help?.markdown).toContain('> Make sure that the Accounts object is set to Read');
    expect(rule?.help?.text).toContain(
      'Source: Set Up an Integration User for Demandbase in Salesforce, Profile, step 5.',
    );
  });

  test('a waived failure is there, suppressed, with the reason', () => {
    const waiver = { reason: 'Until the move', owner: 'CRM', expires: '2026-12-31' };
    const [alert] = runOf(reportOf('compliant', [{ ...accountAccess, waiver }])).results;
    expect(alert?.suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'Until the move (CRM, until 2026-12-31)' },
    ]);
  });

  describe('beside an earlier report', () => {
    const baseline = { file: '/home/me/last.json', collectedAt: '2026-10-01T00:00:00Z', onlyNew: true };
    const standing = (state: BaselineState, worse = false) => ({
      baseline: { state, was: 'fail' as const, worse },
    });
    const report = reportOf(
      'non-compliant',
      [
        result('a', 'fail', standing('new', true)),
        result('b', 'fail', standing('unchanged')),
        result('c', 'inconclusive', standing('changed')),
        result('d', 'pass', standing('fixed')),
        result('e', 'pass', standing('unchanged')),
        result('f', 'not-applicable', standing('changed')),
      ],
      { baseline },
    );
    const run = runOf(report);

    test('every alert says how it stands to it', () => {
      expect(run.results.map(({ ruleId, baselineState }) => [ruleId, baselineState])).toEqual([
        ['demandbase-data-integrity.a', 'new'],
        ['demandbase-data-integrity.b', 'unchanged'],
        ['demandbase-data-integrity.c', 'updated'],
      ]);
      expect(run.results[0]?.properties).toMatchObject({ was: 'fail', worse: true });
    });

    test('what is fixed is kept, and not among the results: there it would keep its alert open', () => {
      expect(run.properties).toMatchObject({
        baseline: { file: 'last.json', collectedAt: '2026-10-01T00:00:00Z', onlyNew: true },
        fixed: [
          {
            ruleId: 'demandbase-data-integrity.d',
            baselineState: 'absent',
            kind: 'pass',
            level: 'none',
            locations: [{ physicalLocation: { artifactLocation: {} } }],
            partialFingerprints: fingerprintsOf(reportOf('non-compliant', [result('d', 'fail')]))[0],
          },
        ],
      });
    });

    test('its alerts are in the category of a run without one, so that they are the same alerts', () => {
      const { automationDetails, results } = runOf({ ...report, baseline: null });
      expect(run.automationDetails).toEqual(automationDetails);
      expect(fingerprintsOf(report)).toEqual(results.map(({ partialFingerprints }) => partialFingerprints));
    });
  });

  test('without an earlier report says nothing of one', () => {
    const run = runOf(drifted);
    expect(run.results.some((each) => 'baselineState' in each)).toBe(false);
    expect(run.properties).not.toHaveProperty('fixed');
  });

  test('of one of many orgs names it, so that no two of them close each other’s alerts', () => {
    const log: Log = JSON.parse(setSarif([{ org: 'prod/eu', status: 'audited', report: drifted }]));
    expect(log.runs[0]?.properties?.org).toBe('prod/eu');
    expect(log.runs[0]?.automationDetails?.id).toBe(
      'syncgate/demandbase-data-integrity/00DHs000000Acme2AM/integration@acme.example/prod%2Feu/',
    );
  });

  test('of an org that was not read says why, and nothing else, in a category of its own', () => {
    const failure = { exitCode: 4, message: 'It does not answer [1].' } as const;
    const log: Log = JSON.parse(setSarif([{ org: 'prod/eu', status: 'unread', failure }]));
    expect(log.runs).toMatchObject([
      {
        automationDetails: { id: 'syncgate/unread/prod%2Feu/' },
        invocations: [
          {
            executionSuccessful: false,
            exitCode: 4,
            toolExecutionNotifications: [
              {
                descriptor: { id: 'syncgate/org-unread' },
                level: 'error',
                message: { text: 'It does not answer \\[1\\].' },
              },
            ],
          },
        ],
        results: [],
        properties: { org: 'prod/eu', verdict: 'unread', exitCode: 4 },
      },
    ]);
  });

  test('what could not be read, and rules that broke, are notifications', () => {
    const [invocation] = runOf(drifted).invocations ?? [];
    const descriptors = runOf(drifted).tool.driver.notifications ?? [];
    expect(invocation?.executionSuccessful).toBe(false);
    expect(
      invocation?.toolExecutionNotifications?.map(({ descriptor, level }) => [descriptor?.id, level]),
    ).toEqual([
      ['syncgate/query-failed', 'warning'],
      ['syncgate/rule-broke', 'error'],
    ]);
    for (const { descriptor } of invocation?.toolExecutionNotifications ?? []) {
      expect(descriptors[descriptor?.index ?? -1]?.id).toBe(descriptor?.id);
    }
    const [unread] = runOf(reportOf('inconclusive', [], { unread: [blindGap] })).invocations ?? [];
    expect(unread?.executionSuccessful).toBe(true);
  });

  test.each([
    ['wording', { message: 'Other words.', why: 'Others.' }],
    ['line', { definedAt: { file: 'elsewhere.json', line: 7, column: 1 } }],
    ['level', { level: 'note' as const }],
    ['username', { subject: { ...integrationUser, name: 'renamed@acme.example' } }],
  ])('an alert is the same alert after a change of %s', (_, change) => {
    expect(fingerprintsOf(reportOf('non-compliant', [{ ...accountAccess, ...change }]))).toEqual(
      fingerprintsOf(reportOf('non-compliant', [accountAccess])),
    );
  });

  test('alerts of other users, requirements, packs and orgs are other alerts', () => {
    const other = { ...integrationUser, id: '005B' };
    const collected = { ...drifted.source.collected, organizationId: '00DOther' };
    const all = [
      reportOf('non-compliant', [
        accountAccess,
        { ...accountAccess, subject: other },
        { ...accountAccess, requirement: 'other' },
        { ...accountAccess, pack: 'other' },
      ]),
      reportOf('non-compliant', [accountAccess], { source: { ...drifted.source, collected } }),
    ].flatMap(fingerprintsOf);
    for (const key of ['primaryLocationLineHash', 'syncgate/v1']) {
      expect(new Set(all.map((prints) => prints?.[key])).size).toBe(5);
    }
  });

  test('a fingerprint once given is given for ever', () => {
    expect(fingerprintsOf(reportOf('non-compliant', [accountAccess]))).toEqual([
      {
        primaryLocationLineHash: '26e92ec7000d0857:1',
        'syncgate/v1': '00DHs000000Acme2AM/005Hs00000A1b2CIAR/demandbase-data-integrity/account-access',
      },
    ]);
  });

  test('of one user and pack is kept apart from those of others', () => {
    expect(runOf(drifted).automationDetails?.id).toBe(
      'syncgate/demandbase-data-integrity/00DHs000000Acme2AM/integration@acme.example/',
    );
  });

  test('names make no links, placeholders or markup in messages', () => {
    for (const { message } of runOf(hostile).results) {
      expect(message.text).not.toMatch(/(?<!\\)[[\]]|(?<!\{)\{(?:\{\{)*(?!\{)/);
      expect(message.markdown).not.toMatch(/<|(?<!\\)[[\]`]/);
    }
  });
});
