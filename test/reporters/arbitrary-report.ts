import fc from 'fast-check';
import type { Report, ReportedEvidence, Result } from '../../src/model/report.ts';
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

const gap = fc
  .record({ message: hostileText, query: hostileText, errorCode: hostileText, mend: hostileText })
  .map((given) => ({ ...blindGap, ...given }));

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

const subject = fc.record({
  kind: fc.constant('user' as const),
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

const result: fc.Arbitrary<Result> = fc.record({
  pack: hostileText,
  requirement: hostileText,
  title: hostileText,
  rule: hostileText,
  level: fc.constantFrom('error' as const, 'warning' as const, 'note' as const),
  subject,
  verdict: fc.constantFrom(
    'pass' as const,
    'fail' as const,
    'inconclusive' as const,
    'not-applicable' as const,
    'error' as const,
  ),
  message: hostileText,
  evidence: fc.array(evidence, { maxLength: 3 }),
  remedy: fc.option(fc.record({ nearest: texts, setup: fc.record({ lightning: texts, classic: texts }) })),
  why: hostileText,
  source: fc.record({
    page: fc.option(page),
    section: fc.option(hostileText),
    quote: fc.option(hostileText),
  }),
  waiver: fc.option(fc.record({ reason: hostileText, until: fc.constant('2026-12-31') })),
  definedAt: fc.record({
    file: hostileText,
    line: fc.integer({ min: 1, max: 9999 }),
    column: fc.integer({ min: 1, max: 200 }),
  }),
});

/** Any report, every text of it hostile. */
export const arbitraryReport: fc.Arbitrary<Report> = fc
  .record({
    verdict: fc.constantFrom('compliant' as const, 'non-compliant' as const, 'inconclusive' as const),
    results: fc.array(result, { maxLength: 5 }),
    unread: fc.array(gap, { maxLength: 2 }),
    pack: fc.record({
      id: hostileText,
      version: hostileText,
      title: hostileText,
      variant: fc.option(hostileText),
      features: texts,
      notes: texts,
    }),
    instanceUrl: hostileText,
    organizationId: fc.option(hostileText),
    snapshot: fc.option(hostileText),
  })
  .map(({ verdict, results, unread, pack, instanceUrl, organizationId, snapshot }) => {
    const report = reportOf(verdict, results, { unread, packs: [pack], summary: summaryOf(results) });
    const collected = { ...report.source.collected, instanceUrl, organizationId };
    return { ...report, source: { ...report.source, collected, snapshot } };
  });
