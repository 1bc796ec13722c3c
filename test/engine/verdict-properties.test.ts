import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/engine/evaluate.ts';
import { exitCode } from '../../src/engine/exit-code.ts';
import { makeReport } from '../../src/engine/make-report.ts';
import type { Access, Decision } from '../../src/model/access.ts';
import type { Level, Requirement, Settings } from '../../src/model/pack.ts';
import type { Report } from '../../src/model/report.ts';
import type { Evidence, Finding } from '../../src/model/rule.ts';
import { runs } from '../runs.ts';
import {
  accessOf,
  addable,
  container,
  denied,
  edition,
  finding,
  gap,
  grant,
  granted,
  nearMiss,
  packOf,
  place,
  requirement,
  rulesOf,
  settings,
  snapshotOf,
  subject,
  unknown,
} from './fixtures.ts';

const decisions: readonly Decision[] = [
  granted(grant(container('profile', 'P'))),
  denied(),
  denied(nearMiss('expired', container('permission-set', 'S'))),
  unknown(gap('closed', 'open it')),
  addable(denied(), container('permission-set', 'S'), place(4)),
  denied(
    nearMiss('refused', container('permission-set', 'S'), {
      entry: { kind: 'system', permission: 'ApiEnabled', at: place(5) },
    }),
  ),
  unknown({ ...gap('no end', 'mend it'), at: place(6) }),
];
const evidence: fc.Arbitrary<Evidence> = fc.oneof(
  fc.record({
    kind: fc.constant('decision' as const),
    about: fc.constantFrom('Account: Edit', 'Account: Read', 'ApiEnabled', 'Lead.X: Edit'),
    decision: fc.constantFrom(...decisions),
  }),
  fc.record({ kind: fc.constant('fact' as const), about: fc.string(), value: fc.integer() }),
  fc.record({ kind: fc.constant('gap' as const), about: fc.string(), gap: fc.constant(gap('closed')) }),
);
const finds: fc.Arbitrary<Finding> = fc
  .tuple(
    fc.constantFrom('pass', 'fail', 'inconclusive', 'pass', 'pass', 'unheard-of' as never),
    fc.string(),
    fc.array(evidence, { maxLength: 4 }),
  )
  .map(([outcome, text, found]) => finding(outcome, text, { evidence: found }));
const level: fc.Arbitrary<Level> = fc.constantFrom('error', 'warning', 'note');
const when: fc.Arbitrary<Requirement['when']> = fc.constantFrom(
  undefined,
  undefined,
  { feature: ['trees'] },
  { feature: ['routing'] },
  { notVariant: ['admin'] },
  { edition: ['Enterprise Edition'] },
);
const requirements = fc
  .array(fc.tuple(fc.array(finds, { maxLength: 3 }), level, when), { minLength: 1, maxLength: 5 })
  .map((list) =>
    list.map(([findings, atLevel, condition], index) =>
      requirement(`r${index}`, findings, { level: atLevel, ...(condition && { when: condition }) }),
    ),
  );
const chosen: fc.Arbitrary<Settings> = fc
  .record({
    failOn: level,
    variant: fc.constantFrom(null, 'admin'),
    waivers: fc.array(
      fc.record({
        requirement: fc.constantFrom('r0', 'r1', 'r2'),
        reason: fc.constant('because'),
        owner: fc.constant('ops'),
        expires: fc.constantFrom('2026-10-01', '2026-10-02', '2027-01-01'),
      }),
    ),
  })
  .map(settings);
const organization: fc.Arbitrary<Access['organization']> = fc.constantFrom(
  edition('Enterprise Edition'),
  edition('Team Edition'),
  edition('Odd Edition'),
  { status: 'unavailable', reason: gap('closed') } as const,
);
const run = fc.record({
  requirements,
  settings: chosen,
  organization,
  names: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }),
});
type Run = typeof run extends fc.Arbitrary<infer R> ? R : never;

function reportOf({ requirements: wanted, settings: set, organization: org, names }: Run): Report {
  const packs = [packOf(wanted)];
  const subjects = names.map(subject);
  const accesses = subjects.map((each) => accessOf({ subject: each, organization: org }));
  return makeReport({
    snapshot: snapshotOf(subjects),
    packs,
    settings: set,
    results: evaluate({ packs, settings: set, accesses, rules: rulesOf() }),
    tool: { name: 'syncgate', version: '0' },
    snapshotFile: null,
  });
}

const rank = { note: 0, warning: 1, error: 2 };
const findingsOf = ({ options }: Requirement) => options?.findings as unknown as readonly Finding[];

/** Whatever the rules find and the user chooses, this holds. */
const always = (property: (report: Report, run: Run) => void) =>
  fc.assert(
    fc.property(run, (each) => property(reportOf(each), each)),
    runs(200),
  );

describe('whatever rules find', () => {
  test('a requirement passes only with a pass and nothing else', () => {
    always((report, { requirements: wanted }) => {
      for (const result of report.results.filter(({ verdict }) => verdict === 'pass')) {
        const found = findingsOf(wanted.find(({ id }) => id === result.requirement) as Requirement);
        expect(found.length).toBeGreaterThan(0);
        expect(found.every(({ outcome }) => outcome === 'pass')).toBe(true);
      }
    });
  });

  test('a run is compliant only where nothing that counts is open, and something that counts is settled of every user', () => {
    always((report) => {
      if (report.verdict !== 'compliant') return;
      const counting = report.results.filter((each) => rank[each.level] >= rank[report.failOn]);
      for (const { verdict, waiver } of counting) {
        expect(
          verdict === 'pass' || verdict === 'not-applicable' || (verdict === 'fail' && waiver !== null),
        ).toBe(true);
      }
      for (const { id } of report.subjects) {
        const settled = counting.filter(({ verdict }) => verdict === 'pass' || verdict === 'fail');
        expect(settled.some(({ subject: { id: of } }) => of === id)).toBe(true);
      }
    });
  });

  test('only a compliant run ends with 0, unless doubts are allowed', () => {
    always((report) => {
      const strict = exitCode(report, { allowInconclusive: false });
      const lenient = exitCode(report, { allowInconclusive: true });
      expect(strict === 0).toBe(report.verdict === 'compliant');
      expect(strict === 1).toBe(report.verdict === 'non-compliant');
      if (strict !== lenient) expect([strict, lenient]).toEqual([3, 0]);
    });
  });

  test('every requirement is answered for every user, in order, and the counts add up', () => {
    always((report, { requirements: wanted, names }) => {
      expect(report.results.map(({ requirement: id, subject: { name } }) => `${id} ${name}`)).toEqual(
        wanted.flatMap(({ id }) => names.map((name) => `${id} ${name}`)),
      );
      const { pass, fail, inconclusive, notApplicable, error, waived } = report.summary;
      expect(pass + fail + inconclusive + notApplicable + error).toBe(report.results.length);
      expect(waived).toBeLessThanOrEqual(fail);
    });
  });

  test('a waiver changes no verdict', () => {
    always((report, each) => {
      const without = reportOf({ ...each, settings: { ...each.settings, waivers: [] } });
      expect(report.results.map(({ verdict }) => verdict)).toEqual(
        without.results.map(({ verdict }) => verdict),
      );
    });
  });

  test('failing on less never makes a verdict better, but where nothing counted before', () => {
    const order = ['compliant', 'inconclusive', 'non-compliant'];
    always((report, each) => {
      const strictest = reportOf({ ...each, settings: { ...each.settings, failOn: 'note' } });
      const settled = report.results.filter(
        ({ verdict, level: at }) =>
          rank[at] >= rank[report.failOn] && (verdict === 'pass' || verdict === 'fail'),
      );
      if (report.subjects.some(({ id }) => !settled.some(({ subject: { id: of } }) => of === id))) return;
      expect(order.indexOf(strictest.verdict)).toBeGreaterThanOrEqual(order.indexOf(report.verdict));
    });
  });

  test('every message and every evidence is a sentence', () => {
    always((report) => {
      for (const { message, evidence: found } of report.results) {
        expect(message).toMatch(/[.!?]['")\]]?$/u);
        for (const { text } of found) expect(text).toMatch(/[.!?]['")\]]?$/u);
      }
    });
  });

  test('the report is the same again, and survives JSON', () => {
    always((report, each) => {
      expect(JSON.stringify(reportOf(each))).toBe(JSON.stringify(report));
      expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    });
  });
});
