import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWithBaseline, exitCode, isOfAnotherPlace } from '../../src/engine/index.ts';
import { reportVerdict } from '../../src/engine/make-report.ts';
import type { Baseline } from '../../src/model/baseline.ts';
import type { Report, Result } from '../../src/model/report.ts';
import { readBaseline } from '../../src/report-files/read-baseline.ts';
import { renderJson } from '../../src/reporters/report-json.ts';
import { renderSarif } from '../../src/reporters/report-sarif.ts';
import { findingIdentity } from '../../src/salesforce/finding-identity.ts';
import { arbitraryReport } from '../reporters/arbitrary-report.ts';
import { drifted, reportOf } from '../reporters/report-fixture.ts';
import { blindGap, decided, fact, result } from '../reporters/result-fixture.ts';
import { runs } from '../runs.ts';

const denied = (about: string) => decided(about, { decision: 'denied', nearMisses: [] }, `No ${about}.`);
const unknown = (about: string) => ({ kind: 'gap' as const, about, gap: blindGap, text: `${about}?` });
const granted = (about: string) =>
  decided(
    about,
    {
      decision: 'granted',
      grants: [
        {
          container: { id: '0PS1', kind: 'profile', title: 'API Only' },
          through: { id: '0Pa1', group: null, expires: null },
          entry: { kind: 'system', permission: 'ModifyAllData' },
        },
      ],
    },
    `${about} is granted.`,
  );

const waiver = { reason: 'Until the move', owner: 'CRM', expires: '2026-12-31' };
const fail = (given: Partial<Result> = {}) => result('a', 'fail', { evidence: [denied('A')], ...given });
const doubt = (given: Partial<Result> = {}) =>
  result('a', 'inconclusive', { evidence: [unknown('A')], ...given });
const pass = result('a', 'pass');
const notAsked = result('a', 'not-applicable');
const broken = result('a', 'error');

function baselineOf(text: string): Baseline {
  const read = readBaseline(text, 'last.json');
  if ('problem' in read) throw new Error(read.problem);
  return read.baseline;
}

const asJson = (report: Report) => baselineOf(renderJson(report));
const asSarif = (report: Report) => baselineOf(renderSarif(report));

const standing = (now: Result, baseline: Baseline) =>
  compareWithBaseline([now], drifted.source, baseline)[0]?.baseline;

type Case = readonly [
  what: string,
  then: Result | null,
  now: Result,
  state: string,
  worse: 'worse' | 'not worse',
];

const cases: readonly Case[] = [
  ['a failure that nobody had', null, fail(), 'new', 'worse'],
  ['a failure of what was met', pass, fail(), 'new', 'worse'],
  ['a failure of what did not apply', notAsked, fail(), 'new', 'worse'],
  ['a doubt about what was met', pass, doubt(), 'new', 'worse'],
  ['a rule that breaks on what was met', pass, broken, 'new', 'worse'],
  ['the same failure', fail(), fail(), 'unchanged', 'not worse'],
  ['the same failure in other words', fail(), fail({ message: 'Other.' }), 'unchanged', 'not worse'],
  ['the same doubt', doubt(), doubt(), 'unchanged', 'not worse'],
  ['the same broken rule', broken, broken, 'unchanged', 'not worse'],
  ['a failure that was a doubt', doubt(), fail(), 'changed', 'worse'],
  ['a failure that was a broken rule', broken, fail(), 'changed', 'worse'],
  ['a doubt that was a failure', fail(), doubt(), 'changed', 'not worse'],
  ['a failure that is waived now', fail(), fail({ waiver }), 'changed', 'not worse'],
  ['a waived failure', fail({ waiver }), fail({ waiver }), 'unchanged', 'not worse'],
  ['a failure whose waiver ended', fail({ waiver }), fail(), 'changed', 'worse'],
  ['a doubt where a failure was waived', fail({ waiver }), doubt(), 'changed', 'worse'],
  ['a failure that weighs more', fail({ level: 'warning' }), fail(), 'changed', 'worse'],
  ['a failure that weighs less', fail(), fail({ level: 'note' }), 'changed', 'not worse'],
  [
    'a failure with one more field missing',
    fail(),
    fail({ evidence: [denied('A'), denied('B')] }),
    'changed',
    'worse',
  ],
  [
    'a failure with one field less missing',
    fail({ evidence: [denied('A'), denied('B')] }),
    fail({ evidence: [denied('A'), granted('B')] }),
    'changed',
    'not worse',
  ],
  [
    'a failure with another field missing',
    fail({ evidence: [denied('A'), granted('B')] }),
    fail({ evidence: [granted('A'), denied('B')] }),
    'changed',
    'worse',
  ],
  [
    'one more permission that must not be',
    fail({ evidence: [granted('A')] }),
    fail({ evidence: [granted('A'), granted('B')] }),
    'changed',
    'worse',
  ],
  [
    'one more fact that speaks against it',
    fail({ evidence: [fact('A', true, 'A.')] }),
    fail({ evidence: [fact('A', true, 'A.'), fact('B', true, 'B.')] }),
    'changed',
    'worse',
  ],
  [
    'something known to be missing that was a doubt, beside another failure',
    fail({ evidence: [denied('A'), unknown('B')] }),
    fail({ evidence: [denied('A'), denied('B')] }),
    'changed',
    'worse',
  ],
  [
    'a doubt about something that was missing, beside another failure',
    fail({ evidence: [denied('A'), denied('B')] }),
    fail({ evidence: [denied('A'), unknown('B')] }),
    'changed',
    'not worse',
  ],
  [
    'a failure by the very facts that left a doubt',
    doubt({ evidence: [fact('A', true, 'A.')] }),
    fail({ evidence: [fact('A', true, 'A.')] }),
    'changed',
    'worse',
  ],
  [
    'what is not asked any more, where a failure was waived',
    fail({ waiver }),
    notAsked,
    'changed',
    'not worse',
  ],
  ['a failure that is met now', fail(), pass, 'fixed', 'not worse'],
  ['a doubt that is met now', doubt(), pass, 'fixed', 'not worse'],
  ['a failure that does not apply now', fail(), notAsked, 'changed', 'not worse'],
  ['what was met, and is', pass, pass, 'unchanged', 'not worse'],
];

describe('beside an earlier report', () => {
  test.each(cases)('%s is as it should be told, from JSON and from SARIF', (_, then, now, state, worse) => {
    const report = reportOf('compliant', then === null ? [] : [then]);
    for (const baseline of [asJson(report), asSarif(report)]) {
      expect(standing(now, baseline)).toMatchObject({ state, worse: worse === 'worse' });
    }
  });

  test('something that is met is new only where the earlier report would have had it', () => {
    expect(standing(pass, asJson(reportOf('compliant', [])))).toEqual({
      state: 'new',
      was: null,
      worse: false,
    });
    expect(standing(pass, asSarif(reportOf('compliant', [])))?.state).toBe('unchanged');
  });

  test('two earlier findings that contradict each other excuse nothing', () => {
    const twice = asJson(reportOf('non-compliant', [fail(), pass]));
    expect(standing(fail(), twice)?.worse).toBe(true);
    expect(standing(fail(), { ...twice, findings: twice.findings.toReversed() })?.worse).toBe(true);
  });

  test('of another org, everything is new, and that is told', () => {
    const baseline = asJson(reportOf('non-compliant', [fail()]));
    const elsewhere = {
      ...drifted.source,
      collected: { ...drifted.source.collected, organizationId: '00DOther' },
    };
    expect(isOfAnotherPlace([fail()], elsewhere, baseline)).toBe(true);
    expect(isOfAnotherPlace([pass], drifted.source, baseline)).toBe(false);
    expect(isOfAnotherPlace([fail()], elsewhere, { ...baseline, findings: [] })).toBe(false);
    expect(compareWithBaseline([fail()], elsewhere, baseline)[0]?.baseline).toMatchObject({ state: 'new' });
  });
});

/** A report as its schema allows it, in which no two results are the same finding. */
const distinct = arbitraryReport.map((report): Report => {
  const collected = { ...report.source.collected, apiVersion: '67.0' };
  const source = { ...report.source, collected, ...(collected.kind === 'source' && { collected: files }) };
  const byIdentity = new Map(
    report.results.map((each) => [findingIdentity(each, source), { ...each, baseline: null }]),
  );
  return { ...report, source, verdict: 'inconclusive', results: [...byIdentity.values()] };
});

const files = { kind: 'source', directories: ['force-app'], apiVersion: '67.0', facts: null } as const;

const problem = ({ verdict }: Result) =>
  verdict === 'fail' || verdict === 'inconclusive' || verdict === 'error';

describe('whatever the report', () => {
  test('beside itself all is unchanged, and nothing is worse', () => {
    fc.assert(
      fc.property(distinct, (report) => {
        for (const baseline of [asJson(report), asSarif(report)]) {
          for (const { baseline: told } of compareWithBaseline(report.results, report.source, baseline)) {
            expect(told).toMatchObject({ state: 'unchanged', worse: false });
          }
        }
      }),
      runs(80),
    );
  });

  test('what the baseline did not have denied is worse, whatever else it had', () => {
    const denials = fc.uniqueArray(fc.constantFrom('A', 'B', 'C: D', 'E/F'), { minLength: 1 });
    fc.assert(
      fc.property(distinct, denials, fc.nat(), (report, abouts, which) => {
        const now = report.results.map((each) => ({
          ...each,
          evidence: problem(each) ? [...abouts.map(denied), ...each.evidence] : each.evidence,
        }));
        const removed = abouts[which % abouts.length];
        const then = now.map((each) => ({
          ...each,
          evidence: each.evidence.filter(({ about, kind }) => kind !== 'decision' || about !== removed),
        }));
        const earlier = { ...report, results: then };
        for (const baseline of [asJson(earlier), asSarif(earlier)]) {
          for (const told of compareWithBaseline(now, report.source, baseline)) {
            expect(told.baseline?.worse).toBe(problem(told));
          }
        }
      }),
      runs(80),
    );
  });

  test('its JSON and its SARIF excuse the same', () => {
    fc.assert(
      fc.property(distinct, distinct, (earlier, { results }) => {
        const now = [...results, ...earlier.results];
        const problems = (baseline: Baseline) =>
          compareWithBaseline(now, earlier.source, baseline)
            .filter(problem)
            .map(({ baseline: told }) => [told?.state, told?.worse]);
        expect(problems(asSarif(earlier))).toEqual(problems(asJson(earlier)));
      }),
      runs(80),
    );
  });

  test('a baseline only takes away: what fails beside one fails without it, and nothing worse is let pass', () => {
    fc.assert(
      fc.property(distinct, distinct, (report, { results: others }) => {
        const earlier = { ...report, results: others };
        const results = compareWithBaseline(report.results, report.source, asJson(earlier));
        const judged = (onlyNew: boolean) => {
          const verdict = reportVerdict(results, report.subjects, { failOn: 'note', onlyNew });
          const baseline = { file: 'last.json', collectedAt: null, onlyNew };
          const code = exitCode(
            { ...report, results, verdict, failOn: 'note', baseline },
            { allowInconclusive: false },
          );
          return { verdict, code };
        };
        if (judged(true).verdict === 'non-compliant') expect(judged(false).verdict).toBe('non-compliant');
        const worse = results.some(
          ({ verdict, waiver: held, baseline }) => verdict === 'fail' && held === null && baseline?.worse,
        );
        expect(judged(true).code === 1).toBe(worse);
      }),
      runs(100),
    );
  });
});
