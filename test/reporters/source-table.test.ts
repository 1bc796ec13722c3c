import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { renderTable } from '../../src/reporters/report-table.ts';
import { reportOf } from './report-fixture.ts';
import { integrationUser, result } from './result-fixture.ts';
import {
  at,
  inFiles,
  integration,
  refused,
  skipped,
  sourceOf,
  syncSet,
  unchanged,
  warnings,
} from './source-fixture.ts';

const plain = { width: 100, colour: false, verbose: false };
const verbose = { ...plain, verbose: true };

describe('the table of a report on files', () => {
  test.each([
    ['files', inFiles, plain],
    ['files-verbose', inFiles, verbose],
    ['unchanged', unchanged, plain],
  ])('is the same for the report %s', (name, report, context) =>
    expect(renderTable(report, context)).toMatchFileSnapshot(`__snapshots__/${name}.txt`),
  );

  test('says which files, of which version, and joined with which facts', () => {
    const facts = {
      org: {
        kind: 'org',
        instanceUrl: 'https://acme.my.salesforce.com',
        organizationId: '00DA',
        apiVersion: '66.0',
      },
      collectedAt: '2026-10-03T08:00:00Z',
    } as const;
    const text = renderTable({ ...inFiles, source: sourceOf({ apiVersion: null, facts }) }, verbose);
    expect(text).toContain(
      [
        '  Source:    force-app, other (API version not known)',
        '  Facts:     org https://acme.my.salesforce.com (00DA), read 2026-10-03 08:00:00 UTC',
        '  Read:      2026-10-04 09:12:33 UTC',
      ].join('\n'),
    );
    expect(text).toContain('  API:       version 66.0\n');
    expect(text).not.toContain('Org:');
  });

  test('shows a place on one line, however narrow the terminal, so that it can be clicked', () => {
    const file = `force-app/${'deep/'.repeat(20)}My own.profile-meta.xml`;
    const report = reportOf('non-compliant', [{ ...refused, at: at(file, 3) }], {
      source: sourceOf(),
      warnings: [{ code: 'passed-over', message: 'Something is odd.', at: at(file, 4) }],
    });
    const lines = renderTable(report, { ...plain, width: 60 }).split('\n');
    expect(lines).toContain(`  At:        ${file}:3:9`);
    expect(lines[lines.indexOf(`  ${file}:4:9:`) + 1]).toBe('    Something is odd.');
  });

  test('tells ten warnings and how many more there are, or all to who wants to know everything', () => {
    const shown = (report: Report, context: typeof plain) =>
      renderTable(report, context).split('stands there twice.').length - 1;
    const few = { ...inFiles, warnings: warnings.slice(0, 10) };
    const eleven = { ...inFiles, warnings: warnings.slice(0, 11) };
    expect([shown(few, plain), shown(eleven, plain), shown(inFiles, verbose)]).toEqual([10, 10, 12]);
    expect(renderTable(inFiles, plain)).toContain('And 2 more warnings: --verbose shows them.');
    expect(renderTable(eleven, plain)).toContain('And 1 more warning: --verbose shows it.');
    for (const text of [renderTable(few, plain), renderTable(inFiles, verbose)]) {
      expect(text).not.toContain('more warning');
    }
  });

  test('calls those it is about what they are', () => {
    const other = { ...integration, id: 'persona:b', name: 'b' };
    const personas = [result('a', 'pass', { subject: integration }), result('a', 'pass', { subject: other })];
    expect(renderTable(reportOf('compliant', personas), plain)).toContain(
      'Worst   Persona      Requirements',
    );
    const mixed = [result('a', 'pass', { subject: integration }), result('a', 'pass')];
    const both = renderTable(reportOf('compliant', mixed, { skipped }), plain);
    expect(both).toMatch(/Worst +User or persona +Requirements/);
    expect(both).toContain(`User ${integrationUser.name} (${integrationUser.title})`);
    expect(both).toContain(`Persona integration (${integration.title})`);
    const none = renderTable(reportOf('inconclusive', [], { subjects: [integration] }), plain);
    expect(none).toContain('No requirement was evaluated for this persona.');
    expect(none).not.toContain('user');
  });

  test('names several who are unchanged, and counts very many', () => {
    const left = (names: string) =>
      [...names].map((name) => ({ subject: { ...integration, id: name, name }, because: 'x' }));
    const text = (names: string) => renderTable({ ...unchanged, skipped: left(names) }, plain);
    expect(text('ab')).toContain(
      '✔ UNCHANGED: nothing that concerns a and b changed, so nothing was audited.',
    );
    expect(text('abcdefg')).toContain('concerns a, b, c, d, e and 2 more changed');
  });

  test('has no place, warning or anybody left out where there is none', () => {
    const text = renderTable(reportOf('non-compliant', [result('a', 'fail')]), verbose);
    for (const word of ['At:', 'Warnings', 'Skipped']) expect(text).not.toContain(word);
    expect(renderTable(inFiles, plain)).toContain(`  At:        ${syncSet}:12:9\n`);
  });
});
