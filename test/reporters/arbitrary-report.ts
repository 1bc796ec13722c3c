import fc from 'fast-check';
import type { Location } from '../../src/model/part.ts';
import type { Report, ReportedEvidence, ReportSource, Result } from '../../src/model/report.ts';
import type { OrgSource, ReadingWarning } from '../../src/model/snapshot.ts';
import type { Subject } from '../../src/model/subject.ts';
import { hostileNames } from './hostile-report.ts';
import { reportOf, summaryOf } from './report-fixture.ts';
import { blindGap } from './result-fixture.ts';

/** Text nobody would write by hand: controls, halves of characters, invisible ones, markup. */
export const hostileText = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 2, arbitrary: fc.constantFrom(...hostileNames) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
);

const texts = fc.array(hostileText, { maxLength: 3 });

const place: fc.Arbitrary<Location> = fc
  .record({
    file: hostileText,
    line: fc.integer({ min: 1, max: 9999 }),
    column: fc.integer({ min: 1, max: 200 }),
    snippet: fc.option(hostileText, { nil: undefined }),
  })
  .map(({ snippet, ...where }) => ({ ...where, ...(snippet !== undefined && { snippet }) }));

const gap = fc
  .record({
    message: hostileText,
    query: hostileText,
    errorCode: hostileText,
    mend: hostileText,
    at: fc.option(place, { nil: undefined }),
  })
  .map(({ at, ...given }) => ({ ...blindGap, ...given, ...(at && { at }) }));

const evidence: fc.Arbitrary<ReportedEvidence> = fc.oneof(
  fc.record({
    kind: fc.constant('decision' as const),
    about: hostileText,
    decision: fc.constant({ decision: 'denied' as const, nearMisses: [] }),
    text: hostileText,
  }),
  fc.record({
    kind: fc.constant('fact' as const),
    about: hostileText,
    value: fc.dictionary(hostileText, hostileText, { maxKeys: 2 }),
    text: hostileText,
  }),
  fc.record({ kind: fc.constant('gap' as const), about: hostileText, gap, text: hostileText }),
);

const subject: fc.Arbitrary<Subject> = fc.record({
  kind: fc.constantFrom('user' as const, 'persona' as const),
  id: fc.constantFrom('005A', '005B'),
  name: hostileText,
  title: hostileText,
});

const page = fc.record({
  title: hostileText,
  url: fc.oneof(
    fc.webUrl(),
    hostileText.map((text) => `https://kb.example/${text}`),
  ),
  checked: fc.constant('2026-09-14'),
});

const level = fc.constantFrom('error' as const, 'warning' as const, 'note' as const);
const verdict = fc.constantFrom(
  'pass' as const,
  'fail' as const,
  'inconclusive' as const,
  'not-applicable' as const,
  'error' as const,
);

const result: fc.Arbitrary<Result> = fc.record({
  pack: hostileText,
  requirement: hostileText,
  title: hostileText,
  rule: hostileText,
  level,
  levelChange: fc.option(fc.record({ from: level, reason: hostileText })),
  subject,
  verdict,
  message: hostileText,
  impact: fc.option(hostileText),
  evidence: fc.array(evidence, { maxLength: 3 }),
  remedy: fc.option(fc.record({ nearest: texts, setup: fc.record({ lightning: texts, classic: texts }) })),
  why: hostileText,
  source: fc.record({
    page: fc.option(page),
    section: fc.option(hostileText),
    quote: fc.option(hostileText),
  }),
  waiver: fc.option(
    fc.record({ reason: hostileText, owner: hostileText, expires: fc.constant('2026-12-31') }),
  ),
  baseline: fc.option(
    fc.record({
      state: fc.constantFrom('new' as const, 'unchanged' as const, 'changed' as const, 'fixed' as const),
      was: fc.option(verdict),
      worse: fc.boolean(),
    }),
  ),
  definedAt: place,
  at: fc.option(place),
  related: fc.array(fc.record({ at: place, text: hostileText }), { maxLength: 3 }),
});

const org: fc.Arbitrary<OrgSource> = fc.record({
  kind: fc.constant('org' as const),
  instanceUrl: hostileText,
  organizationId: fc.option(hostileText),
  apiVersion: hostileText,
});

const count = fc.nat({ max: 10 ** 12 });
const read: fc.Arbitrary<Pick<ReportSource, 'collected' | 'cost'>> = fc.oneof(
  fc.record({ collected: org, cost: fc.constant({ roundTrips: 3, apiCalls: 11 }) }),
  fc.record({
    collected: fc.record({
      kind: fc.constant('source' as const),
      directories: fc.array(hostileText, { minLength: 1, maxLength: 3 }),
      apiVersion: fc.option(hostileText),
      facts: fc.option(fc.record({ org, collectedAt: fc.constant('2026-10-03T00:00:00Z') })),
    }),
    cost: fc.record({ files: count, bytes: count, containers: count, entries: count }),
  }),
);

const warning: fc.Arbitrary<ReadingWarning> = fc.record({
  code: fc.constantFrom('duplicate-entry' as const, 'unreadable' as const, 'passed-over' as const),
  message: hostileText,
  at: place,
});

const waiverUse = fc
  .record({
    requirement: hostileText,
    subject: fc.option(hostileText, { nil: undefined }),
    reason: hostileText,
    owner: hostileText,
    at: fc.option(place, { nil: undefined }),
    daysLeft: fc.integer({ min: -400, max: 366 }),
    matches: fc.nat({ max: 3 }),
  })
  .map(({ daysLeft, matches, subject: who, at, ...waiver }) => ({
    waiver: {
      ...waiver,
      expires: '2026-12-31',
      ...(who !== undefined && { subject: who }),
      ...(at !== undefined && { at }),
    },
    daysLeft,
    matches,
  }));

const earlier = fc.record({
  file: hostileText,
  collectedAt: fc.option(fc.constant('2026-10-01T00:00:00Z')),
  onlyNew: fc.boolean(),
});

/** Any report, every text of it hostile. */
export const arbitraryReport: fc.Arbitrary<Report> = fc
  .record({
    verdict: fc.constantFrom(
      'compliant' as const,
      'non-compliant' as const,
      'inconclusive' as const,
      'unchanged' as const,
    ),
    results: fc.array(result, { maxLength: 5 }),
    unread: fc.array(gap, { maxLength: 2 }),
    warnings: fc.array(warning, { maxLength: 12 }),
    skipped: fc.array(fc.record({ subject, because: hostileText }), { maxLength: 2 }),
    waivers: fc.array(waiverUse, { maxLength: 3 }),
    baseline: fc.option(earlier),
    pack: fc.record({
      id: hostileText,
      version: hostileText,
      title: hostileText,
      variant: fc.option(hostileText),
      features: texts,
      notes: texts,
    }),
    read,
    snapshot: fc.option(hostileText),
  })
  .map(({ verdict, results, pack, read: from, snapshot, ...more }) => {
    const report = reportOf(verdict, results, { ...more, packs: [pack], summary: summaryOf(results) });
    return { ...report, source: { ...report.source, ...from, snapshot } };
  });
