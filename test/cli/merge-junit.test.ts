import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { emptyFolder, syncgate } from './command-line.ts';

interface Suite {
  readonly org: string;
  readonly user: string;
  readonly cases: readonly string[];
}

const failed = '<failure type="error" message="a &lt; b &#10; &gt;">- &lt;testsuite&gt;</failure>';
const doubtful = '<error type="inconclusive" message="?"/>';
const broken = '<error type="broken-rule" message="!"/>';
const unread = '<error type="not-read" message="silent"/>';

/** As a reporter writes it: every suite at its own lines, sums in its start tag. */
function suiteText({ org, user, cases }: Suite): string {
  const count = (element: string) => cases.filter((each) => each.startsWith(`<${element}`)).length;
  const sums = `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`;
  return [
    `  <testsuite name="${org}: ${user}" ${sums} time="0">`,
    '    <properties>',
    '      <property name="tool" value="syncgate 0.1.0"/>',
    '    </properties>',
    ...cases.map(
      (inner, index) =>
        `    <testcase classname="${[org, user].map((part) => part.replaceAll('.', '_')).join('.')}.pack" name="r${index}">${inner}</testcase>`,
    ),
    '  </testsuite>',
  ].join('\n');
}

const file = (suites: readonly Suite[], root = '<testsuites name="syncgate">') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n${suites.map(suiteText).join('\n')}\n</testsuites>\n`;

async function merged(texts: readonly string[]) {
  const cwd = await emptyFolder();
  await Promise.all(texts.map((text, index) => writeFile(join(cwd, `${index}.xml`), text)));
  return syncgate(['merge', ...texts.map((_, index) => `${index}.xml`)], { cwd });
}

const suites: readonly Suite[] = ['a', 'b.eu', 'c &quot;: x', 'd \u{1f600}', 'e'].flatMap((org, index) => [
  { org, user: 'zoe@acme.example', cases: ['', failed, doubtful].slice(index % 3) },
  { org, user: 'api: only', cases: [''] },
]);
const ofOrg = (orgs: string) => suites.filter(({ org }) => orgs.includes(org.slice(0, 1)));

describe('merged JUnit files', () => {
  test.each([[['ace', 'bd']], [['bd', 'ace']], [['e', 'd', 'c', 'b', 'a']], [['abcde', 'b']]])(
    'of the shards %j are, byte by byte, what one run writes',
    async (shards) => {
      const { stdout, exitCode } = await merged(shards.map((orgs) => file(ofOrg(orgs))));
      expect(stdout).toBe(file(suites));
      expect(exitCode).toBe(1);
    },
  );

  test('have the sums of all where their start tag has sums', async () => {
    const root = (tests: number, failures: number, errors: number) =>
      `<testsuites name="syncgate" tests="${tests}" failures="${failures}" errors="${errors}" skipped="0">`;
    const { stdout } = await merged([file(ofOrg('a'), root(4, 1, 1)), file(ofOrg('bcde'), root(12, 2, 3))]);
    const parsed = new XMLParser({ ignoreAttributes: false, parseAttributeValue: true }).parse(stdout);
    const all: readonly Record<string, number>[] = parsed.testsuites.testsuite;
    const sum = (name: string) => all.reduce((total, suite) => total + (suite[name] ?? 0), 0);
    expect(all).toHaveLength(10);
    for (const name of ['@_tests', '@_failures', '@_errors', '@_skipped']) {
      expect([name, parsed.testsuites[name]]).toEqual([name, sum(name)]);
    }
  });

  test.each<[what: string, cases: readonly string[], code: number]>([
    ['all pass', ['', ''], 0],
    ['one fails', ['', failed, broken], 1],
    ['one is in doubt', ['', doubtful], 3],
    ['a rule broke', [doubtful, broken], 70],
    ['an org was not read', [unread], 4],
    ['there is an error of which nothing is known', ['<error/>'], 70],
    ['nothing was tested', [], 3],
    ['all was skipped', ['<skipped>Does not apply.</skipped>'], 3],
  ])('end as they tell: %s', async (_, cases, code) => {
    const passing = file([{ org: 'a', user: 'u', cases: [''] }]);
    expect((await merged([passing, file([{ org: 'b', user: 'u', cases }])])).exitCode).toBe(code);
  });

  test.each<[what: string, texts: readonly string[], words: RegExp]>([
    [
      'two answers to one question',
      [file([{ org: 'a', user: 'u', cases: [''] }]), file([{ org: 'a', user: 'u', cases: [failed] }])],
      /0\.xml and 1\.xml tell different things of a/,
    ],
    ['a file that was cut off', [file(suites).slice(0, -15)], /it is no XML, or it was cut off/],
    ['a file without a suite', [file([])], /JUnit without a suite/],
    ['a file of another tool', [file(suites, '<testsuites name="jest">')], /of another tool/],
    ['a document type', [file(suites).replace('\n', '\n<!DOCTYPE x [<!ENTITY a "b">]>')], /it is no XML/],
    ['what two versions wrote', [file(suites), file(suites).replaceAll(' 0.1.0', ' 9.9.9')], /by 9\.9\.9/],
  ])('are refused with 2: %s', async (_, texts, words) => {
    const { exitCode, stderr, stdout } = await merged(texts);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(words);
  });
});
