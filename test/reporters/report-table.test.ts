import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { displayWidth } from '../../src/reporters/display-width.ts';
import { renderTable } from '../../src/reporters/report-table.ts';
import { terminalText } from '../../src/reporters/terminal-text.ts';
import { runs } from '../runs.ts';
import { arbitraryReport } from './arbitrary-report.ts';
import { hostile } from './hostile-report.ts';
import { compliant, drifted, inconclusive, reportOf } from './report-fixture.ts';
import { accountAccess, integrationUser, result } from './result-fixture.ts';
import { unchanged } from './source-fixture.ts';

const plain = { width: 80, colour: false, verbose: false };
const escapeCode = '\u001b';
const sgr = new RegExp(`${escapeCode}\\[\\d+m`, 'g');

/** The places that may be wider than a line, as the table shows them. */
const placesIn = ({ results, unread, warnings, waivers }: Report): readonly string[] =>
  [...results, ...unread, ...warnings, ...waivers.map(({ waiver }) => waiver)].flatMap(({ at }) =>
    at ? [terminalText(`${at.file}:${at.line}:${at.column}`)] : [],
  );

describe('the table of a report', () => {
  test.each(Object.entries({ drifted, compliant, inconclusive }))(
    'is the same for the %s report',
    (name, report) => expect(renderTable(report, plain)).toMatchFileSnapshot(`__snapshots__/${name}.txt`),
  );

  test('tells more when it is asked to', () =>
    expect(renderTable(drifted, { ...plain, width: 100, verbose: true })).toMatchFileSnapshot(
      '__snapshots__/drifted-verbose.txt',
    ));

  test.each([
    ['compliant', compliant, '✔ COMPLIANT: nothing failed, 3 passed, 1 not applicable.'],
    ['drifted', drifted, '✖ NON-COMPLIANT: 12 of 18 failed (9 errors, 1 warning, 1 note, 1 waived), 1'],
    [
      'inconclusive',
      inconclusive,
      '? INCONCLUSIVE: nothing failed, 1 inconclusive, 3 passed, 1 not applicable.',
    ],
    ['empty', reportOf('inconclusive', []), '? INCONCLUSIVE: nothing was evaluated.'],
    ['unchanged', unchanged, '✔ UNCHANGED: nothing that concerns reader changed, so nothing was audited.'],
  ])('of a report that is %s begins and ends with its verdict', (_, report, verdict) => {
    const text = renderTable(report, plain);
    expect(text.startsWith(verdict)).toBe(true);
    const [first] = text.split('\n\n');
    expect(text.endsWith(`\n\n${first}\n`)).toBe(true);
  });

  test.each([
    ['warning', null, '1 of 1 failed (1 warning). Failures below level error do not count.'],
    [
      'error',
      { reason: 'x', owner: 'CRM', expires: '2026-12-31' },
      '1 of 1 failed (1 waived). Waived failures do not count.',
    ],
  ] as const)('says why a failure at level %s does not make it non-compliant', (level, waiver, words) => {
    const text = renderTable(reportOf('compliant', [result('a', 'fail', { level, waiver })]), plain);
    expect(text.replace(/\s+/g, ' ')).toContain(`COMPLIANT: ${words}`);
  });

  test('tells of a failure what, on what grounds, how to mend it, who asks, and the waiver', () => {
    const waiver = { reason: 'Until the move', owner: 'CRM', expires: '2026-12-31' };
    const text = renderTable(reportOf('compliant', [{ ...accountAccess, waiver }]), plain);
    for (const part of [
      'Account: View All is not granted.',
      "- Profile 'API Only' grants Read, Create, Edit.",
      'its assignment expired on',
      "Mend:      Renew the assignment of permission set 'Sync extras'",
      'Setup:     1. Setup > Users > Profiles, open the profile API Only.',
      'Source:    [1] Profile, step 5',
      'Waived:    until 2026-12-31 by CRM: Until the move',
      'https://kb.demandbase.com/hc/en-us/articles/7273422990107',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('tells the steps of both interfaces to who wants to know everything', () => {
    const report = reportOf('compliant', [accountAccess]);
    const text = renderTable(report, { ...plain, verbose: true });
    expect(text).toContain('Lightning: 1. Setup > Users > Profiles, open the profile API Only.');
    expect(text).toContain('Classic:   1. Setup > Manage Users > Profiles');
    expect(renderTable(report, plain)).not.toContain('Classic:');
  });

  test('puts what is worst first', () => {
    const order = [
      'fail (error)',
      'fail (warning)',
      'fail (note)',
      'waived',
      'inconclusive',
      'error',
      'pass',
    ];
    const table = renderTable(drifted, plain).split('Verdict ')[1] ?? '';
    const places = order.map((word) => table.search(new RegExp(`^. ${word.replace(/[()]/g, '\\$&')}`, 'm')));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  test('names the pack of a requirement only where there are several packs', () => {
    const [pack] = drifted.packs;
    expect(renderTable(drifted, plain)).not.toContain('demandbase-data-integrity/account-access');
    const two = { ...drifted, packs: [pack, { ...pack, id: 'other' }] } as typeof drifted;
    expect(renderTable(two, plain)).toContain('demandbase-data-integrity/account-access');
  });

  test('of several users tells each apart and sums them up', () => {
    const other = { ...integrationUser, id: '005B', name: 'other@acme.example', title: 'Other' };
    const results = [result('a', 'pass'), result('a', 'fail', { subject: other })];
    const text = renderTable(reportOf('non-compliant', results), plain);
    expect(text).toContain('User other@acme.example (Other)');
    expect(text).toMatch(/✖ fail \(error\) +other@acme\.example +1 of 1 failed \(1 error\)/);
    expect(text).toMatch(/✔ pass +integration@acme\.example +nothing failed, 1 passed/);
  });

  test('says why nothing failed and it is not compliant either', () => {
    const below = [result('a', 'pass', { level: 'note' }), result('b', 'not-applicable', { level: 'error' })];
    const text = renderTable(reportOf('inconclusive', below), plain).replace(/\s+/g, ' ');
    expect(text).toContain('Nothing at level error or above could be checked of some user.');
  });

  test('says so where a user was not evaluated at all', () => {
    const text = renderTable(reportOf('inconclusive', [], { subjects: [integrationUser] }), plain);
    expect(text).toContain('No requirement was evaluated for this user.');
  });

  test('does not say a way to mend twice that the evidence has told', () => {
    const text = renderTable(inconclusive, plain).replace(/\s+/g, ' ');
    expect(text.split('To know it: give the auditor Manage Users.').length - 1).toBe(1);
  });

  test('says so where syncgate itself asks for it', () => {
    const source = { page: null, section: null, quote: null };
    const text = renderTable(reportOf('non-compliant', [{ ...accountAccess, source }]), plain);
    expect(text).toContain('  Source:    syncgate itself\n');
    expect(text).not.toContain('Sources');
  });

  test('says the same ground once', () => {
    const [, denial] = accountAccess.evidence;
    const evidence = denial === undefined ? [] : [denial, { ...denial, about: 'Account: Delete' }];
    const text = renderTable(reportOf('non-compliant', [{ ...accountAccess, evidence }]), plain);
    expect(text.split('its assignment expired on').length - 1).toBe(1);
  });

  test('is coloured only where it is asked for, and says the same', () => {
    const coloured = renderTable(drifted, { ...plain, colour: true });
    expect(coloured).toContain('\u001b[31m');
    expect(renderTable(drifted, plain)).not.toContain('\u001b');
    expect(coloured.replace(sgr, '')).toBe(renderTable(drifted, plain));
  });

  test('uses a wide terminal, and a narrow one as far as it can', () => {
    const widest = (width: number) =>
      Math.max(
        ...renderTable(drifted, { ...plain, width })
          .split('\n')
          .map(displayWidth),
      );
    expect(widest(80)).toBeLessThanOrEqual(80);
    expect(widest(110)).toBeGreaterThan(80);
    expect(widest(110)).toBeLessThanOrEqual(110);
    expect(widest(500)).toBeLessThanOrEqual(120);
    expect(widest(10)).toBeLessThanOrEqual(60);
  });

  test('shows names that are out to deceive, and lets none of them act', () => {
    const text = renderTable(hostile, { ...plain, verbose: true });
    expect(text).toContain('\\u001b[2J');
    expect(text).toContain('\\u202e');
    expect(text.replace(/[\n\u200d]/g, '')).not.toMatch(/\p{C}/u);
  });

  test('of any report has no control characters but its own, and no line that is too wide but for a place', () => {
    fc.assert(
      fc.property(
        arbitraryReport,
        fc.integer({ min: 60, max: 140 }),
        fc.boolean(),
        fc.boolean(),
        (report, width, colour, verbose) => {
          const text = renderTable(report, { width, colour, verbose });
          const bare = colour ? text.replace(sgr, '') : text;
          expect(bare.replaceAll('\n', '')).not.toMatch(
            /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u,
          );
          const places = placesIn(report);
          for (const line of bare.split('\n')) {
            const besides = places.flatMap((place) =>
              line.includes(place) ? [displayWidth(line) - displayWidth(place)] : [],
            );
            if (!besides.some((columns) => columns <= 14))
              expect(displayWidth(line)).toBeLessThanOrEqual(width);
          }
        },
      ),
      runs(60),
    );
  });
});
