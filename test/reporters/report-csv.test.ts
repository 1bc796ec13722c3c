import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { cellText, csvCell } from '../../src/reporters/csv-cell.ts';
import { csvColumns, renderCsv } from '../../src/reporters/report-csv.ts';
import { terminalText } from '../../src/reporters/terminal-text.ts';
import { runs } from '../runs.ts';
import { arbitraryReport, hostileText } from './arbitrary-report.ts';
import { hostile } from './hostile-report.ts';
import { drifted, reportOf } from './report-fixture.ts';
import { accountAccess } from './result-fixture.ts';
import { inFiles } from './source-fixture.ts';

/** Read by csv-parse, strictly, as RFC 4180 says. */
const read = (text: string, delimiter = ',') =>
  parse(text, { bom: true, columns: true, delimiter, record_delimiter: '\r\n' }) as Record<string, string>[];

/** What begins a formula in one spreadsheet or another (OWASP, "CSV Injection"). */
const formula = /^[\s\0]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u;

const formulas = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =1',
  '\uff1d1',
  '\uff0b1',
  '\uff0d1',
  '\uff201',
];
const smuggled = formulas.flatMap((text) => [
  `a,${text}`,
  `a;${text}`,
  `a";${text}`,
  `"${text}`,
  `a|${text}`,
]);
const formulaText = fc.oneof(
  fc.constantFrom(...formulas, ...smuggled),
  fc.tuple(hostileText, fc.constantFrom(...formulas), hostileText).map((parts) => parts.join('')),
  fc.string({ unit: fc.constantFrom(...'=+-@"\',;|\t\r\n a1') }),
);

describe('a cell', () => {
  test.each([...formulas, ...smuggled])('of %j begins no formula, whatever parts the cells', (text) => {
    for (const cut of [',', ';', '|', '"']) {
      for (const piece of cellText(text).split(cut)) expect(piece).not.toMatch(formula);
    }
  });

  test('is the text that is shown elsewhere, but for the apostrophes', () => {
    fc.assert(
      fc.property(formulaText, (text) => {
        const [[cell = ''] = []] = parse(csvCell(text)) as string[][];
        expect(cell.replaceAll("'", '')).toBe(terminalText(text).replaceAll("'", ''));
        expect(cell).not.toMatch(formula);
      }),
      runs(300),
    );
  });

  test.each([
    ['plain text', 'API Only', 'API Only'],
    ['a quote', 'a "b" c', 'a "b" c'],
    ['a name with a hyphen', 'API-Only', 'API-Only'],
    ['a sum that is none', 'Read, Create = all', 'Read, Create = all'],
    ['a formula', '=1', "'=1"],
    ['a line break', 'a\nb', 'a\\nb'],
  ])('keeps %s readable', (_, text, shown) => {
    expect(cellText(text)).toBe(shown);
  });
});

describe('a report as CSV', () => {
  test('has a row for each result, under columns that stay', () => {
    const rows = read(renderCsv(drifted));
    expect(Object.keys(rows[0] ?? {})).toEqual([...csvColumns]);
    expect(rows.map(({ requirement, verdict }) => [requirement, verdict])).toEqual(
      drifted.results.map(({ requirement, verdict }) => [requirement, verdict]),
    );
  });

  test('tells of a result what the report has', () => {
    const waiver = { reason: 'Until the move', owner: 'CRM', expires: '2026-12-31' };
    expect(read(renderCsv(reportOf('compliant', [{ ...accountAccess, waiver }])))).toEqual([
      {
        org: '00DHs000000Acme2AM',
        subject: 'integration@acme.example',
        pack: 'demandbase-data-integrity',
        requirement: 'account-access',
        title: 'Account: Read, Create, Edit, View All',
        level: 'error',
        verdict: 'fail',
        waived_until: '2026-12-31',
        waived_by: 'CRM',
        waiver_reason: 'Until the move',
        baseline: '',
        message: 'Account: View All is not granted.',
        evidence:
          "Profile 'API Only' grants Read, Create, Edit. Permission set 'Sync extras' would grant it: its assignment expired on 2026-10-01.",
        mend: "Renew the assignment of permission set 'Sync extras', or remove its expiry.",
        why: 'Data Integrity calls the API in the name of this user.',
        source: 'https://kb.demandbase.com/hc/en-us/articles/7273422990107',
        file: '',
        line: '',
        collected_at: '2026-10-04T09:12:33Z',
      },
    ]);
    expect(read(renderCsv(inFiles))[0]).toMatchObject({
      org: 'force-app+other',
      file: 'force-app/main/default/permissionsets/Sync.permissionset-meta.xml',
      line: '12',
    });
  });

  test('begins as Excel wants UTF-8 to begin, and ends each line as RFC 4180 says', () => {
    const text = renderCsv(hostile);
    expect(text.startsWith('\ufeff"org",')).toBe(true);
    expect(text.split('\r\n').length).toBe(hostile.results.length + 2);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('of any report has no cell that is a formula, and reads back as it was', () => {
    const spiked = fc.tuple(arbitraryReport, formulaText).map(
      ([report, text]): Report => ({
        ...report,
        results: report.results.map((each) => ({ ...each, title: text, message: text })),
      }),
    );
    fc.assert(
      fc.property(spiked, (report) => {
        const rows = read(renderCsv(report));
        expect(rows.map(({ title }) => title)).toEqual(report.results.map(({ title }) => cellText(title)));
        for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(formula);
      }),
      runs(100),
    );
  });
});
