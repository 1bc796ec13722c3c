import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import type { Report, Result } from '../../src/model/report.ts';
import type { OrgFailure, OrgOutcome } from '../../src/model/report-set.ts';
import { setFormats } from '../../src/reporters/format.ts';
import { renderJson } from '../../src/reporters/report-json.ts';
import { renderJunit } from '../../src/reporters/report-junit.ts';
import { renderSarif } from '../../src/reporters/report-sarif.ts';
import { setJson, setJunit, setOf, setSarif } from '../report-files/set-of-orgs.ts';
import { drifted, reportOf } from '../reporters/report-fixture.ts';
import { integrationUser, result } from '../reporters/result-fixture.ts';
import { unchanged } from '../reporters/source-fixture.ts';
import { emptyFolder, syncgate } from './command-line.ts';

/** A report of an org of its own, with the verdict that its results come to. */
function reportOn(org: string, results: readonly Result[], given: Partial<Report> = {}): Report {
  const verdict = results.some((each) => each.verdict === 'fail' && each.waiver === null)
    ? 'non-compliant'
    : results.some((each) => each.verdict === 'inconclusive' || each.verdict === 'error')
      ? 'inconclusive'
      : 'compliant';
  const collected = { ...drifted.source.collected, organizationId: org };
  return reportOf(verdict, results, { source: { ...drifted.source, collected }, ...given });
}

const audited = (org: string, results: readonly Result[]): OrgOutcome => ({
  org,
  status: 'audited',
  report: reportOn(`00D${org}`, results),
});
const unread = (org: string, exitCode: OrgFailure['exitCode']): OrgOutcome => ({
  org,
  status: 'unread',
  failure: { exitCode, message: `${org} does not answer. Sign in to it again.` },
});

const orgs = Array.from({ length: 12 }, (_, index): OrgOutcome => {
  const name = `org ${String.fromCharCode(0x61 + ((index * 7) % 12))} \u{1f600}\u0007"<${index}`;
  const results = [...drifted.results.slice(index), result('z', 'pass', { message: `\u001b[2J ${name}` })];
  return index % 5 === 3 ? unread(name, 4) : audited(name, results);
});

const shardsOf = (all: readonly OrgOutcome[], shards: number): readonly (readonly OrgOutcome[])[] =>
  Array.from({ length: shards }, (_, shard) => all.filter((_org, index) => index % shards === shard));

/** Writes files to a folder of their own and merges them. */
async function merged(texts: readonly string[], args: readonly string[] = []) {
  const cwd = await emptyFolder();
  const files = texts.map((_, index) => `${index}.report`);
  await Promise.all(texts.map((text, index) => writeFile(join(cwd, `${index}.report`), text)));
  return { ...(await syncgate(['merge', ...files, ...args], { cwd })), cwd };
}

const kinds = { json: setJson, sarif: setSarif, junit: setJunit } as const;

describe.each(Object.entries(kinds))('merged %s reports', (kind, written) => {
  test.each([1, 2, 4, 12])('of %i shards are, byte by byte, what one run writes', async (count) => {
    const shards = shardsOf(orgs, count).map(written);
    for (const order of [shards, shards.toReversed()]) {
      const { stdout, exitCode } = await merged(order, ['--format', kind]);
      expect(stdout).toBe(written(orgs));
      expect(exitCode).toBe(1);
    }
  });

  test('are the same when they are merged again, or the same file is named twice', async () => {
    const whole = written(orgs);
    expect((await merged([whole, written(orgs.slice(3, 5)), whole], ['--format', kind])).stdout).toBe(whole);
  });

  test.each<[what: string, outcomes: readonly OrgOutcome[], code: number]>([
    ['all comply', [audited('a', [result('x', 'pass')]), audited('b', [result('x', 'pass')])], 0],
    ['one fails', [audited('a', [result('x', 'pass')]), audited('b', [result('x', 'fail')])], 1],
    [
      'one is in doubt',
      [audited('a', [result('x', 'pass')]), audited('b', [result('x', 'inconclusive')])],
      3,
    ],
    [
      'a rule broke in one',
      [audited('a', [result('x', 'inconclusive')]), audited('b', [result('x', 'error')])],
      70,
    ],
    ['one was not read', [audited('a', [result('x', 'inconclusive')]), unread('b', 4)], 4],
    ['the configuration of one is wrong', [unread('a', 4), unread('b', 2)], 2],
    ['one hit a bug', [unread('a', 2), unread('b', 70)], 70],
    ['one fails and one was not read', [unread('a', 70), audited('b', [result('x', 'fail')])], 1],
  ])('end as one run would have: %s', async (_what, outcomes, code) => {
    expect((await merged(outcomes.map((each) => written([each])))).exitCode).toBe(code);
  });
});

describe('merged reports', () => {
  test('of single runs go by what was read', async () => {
    const [a, b] = [reportOn('00DA', [result('x', 'pass')]), reportOn('00DB', [result('x', 'fail')])];
    const { stdout, exitCode } = await merged([renderJson(b), renderJson(a)], ['--format', 'json']);
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      reportSetVersion: 1,
      verdict: 'non-compliant',
      summary: { orgs: 2, compliant: 1, nonCompliant: 1, inconclusive: 0, unchanged: 0, unread: 0 },
      orgs: [
        { org: '00DA', status: 'audited', report: JSON.parse(renderJson(a)) },
        { org: '00DB', status: 'audited', report: JSON.parse(renderJson(b)) },
      ],
    });
  });

  test('of one org are kept beside each other where they are of other users', async () => {
    const other = { ...integrationUser, id: '005B', name: 'other@acme.example' };
    const [a, b] = [
      reportOn('00DA', [result('x', 'pass')]),
      reportOn('00DA', [result('x', 'fail', { subject: other })]),
    ];
    const json = ['--format', 'json'];
    const { stdout } = await merged([renderJson(a), renderJson(b)], json);
    expect(JSON.parse(stdout).orgs).toHaveLength(2);
    expect((await merged([renderJson(b), renderJson(a)], json)).stdout).toBe(stdout);
    const log: Log = JSON.parse((await merged([renderSarif(a), renderSarif(b)])).stdout);
    expect(log.runs).toHaveLength(2);
  });

  test('of JSON go into every format, several at once', async () => {
    const outputs = setFormats.flatMap((format) => ['--output', `${format}=all.${format}`]);
    const { cwd, stdout, stderr } = await merged(shardsOf(orgs, 3).map(setJson), outputs);
    expect(stdout).toMatch(/org a/);
    expect(stderr).toMatch(/12 orgs/);
    for (const format of setFormats) {
      const file = await readFile(join(cwd, `all.${format}`), 'utf8');
      expect(file).toBe((await setOf(format))(orgs));
    }
  });

  test('may have doubts where that is allowed, if they tell who was asked', async () => {
    const doubt = audited('a', [result('x', 'inconclusive')]);
    expect((await merged([setJson([doubt])], ['--allow-inconclusive'])).exitCode).toBe(0);
    expect((await merged([setSarif([doubt])], ['--allow-inconclusive'])).exitCode).toBe(3);
  });
});

describe('merged JUnit goes by the verdict of each report, which its tests do not tell', () => {
  const waiver = { reason: 'accepted', owner: 'ops', expires: '2026-12-31' };
  test.each<[what: string, verdict: Report['verdict'], results: readonly Result[], code: number]>([
    ['a failure below the level that counts', 'compliant', [result('x', 'fail')], 0],
    ['a failure that is waived', 'compliant', [result('x', 'fail', { waiver })], 0],
    ['nothing that applies', 'inconclusive', [result('x', 'not-applicable')], 3],
    ['passes below the level that counts', 'inconclusive', [result('x', 'pass', { level: 'note' })], 3],
  ])('%s', async (_, verdict, results, code) => {
    const report = { ...reportOf(verdict, results), verdict };
    expect((await merged([renderJunit(report)])).exitCode).toBe(code);
    const among = { org: 'a', status: 'audited', report } as const;
    expect((await merged([setJunit([among, audited('b', [result('x', 'pass')])])])).exitCode).toBe(code);
  });

  test('and one in which nobody was concerned by a change is none to stop for', async () => {
    expect((await merged([renderJunit(unchanged)])).exitCode).toBe(0);
  });
});

const pass = reportOn('00DA', [result('x', 'pass')]);
const fail = reportOn('00DA', [result('x', 'fail')]);
const leftOut = {
  ...reportOn('00DA', [], { skipped: [{ subject: integrationUser, because: 'Nothing changed.' }] }),
  ...({ subjects: [], verdict: 'unchanged' } as const),
};
const later = {
  ...reportOn('00DB', [result('x', 'pass')]),
  tool: { name: 'syncgate', version: '9.9.9' },
} as const;

describe('what cannot be merged is refused with 2', () => {
  test.each<[what: string, texts: readonly string[], args: readonly string[], words: RegExp]>([
    [
      'two answers to one question',
      [renderJson(pass), renderJson(fail)],
      [],
      /0\.report and 1\.report.*00DA/,
    ],
    ['two answers in SARIF', [renderSarif(pass), renderSarif(fail)], [], /0\.report and 1\.report.*00DA/],
    [
      'an org that was read once, and once not',
      [setJson([audited('a', [result('x', 'pass')])]), setJson([unread('a', 4)])],
      [],
      /0\.report and 1\.report.* a\./,
    ],
    [
      'an org that was read once, and once not, in SARIF',
      [setSarif([audited('a', [result('x', 'pass')])]), setSarif([unread('a', 4)])],
      [],
      /0\.report and 1\.report.* a\./,
    ],
    [
      'somebody who was audited once, and once left out',
      [renderJson(pass), renderJson(leftOut)],
      [],
      /0\.report and 1\.report.*00DA/,
    ],
    ['files of two kinds', [renderJson(pass), renderSarif(pass)], [], /is json, and 1\.report is sarif/],
    ['what two versions wrote', [renderJson(pass), renderJson(later)], [], /syncgate 0\.1\.0, .* by 9\.9\.9/],
    ['what two versions wrote as SARIF', [renderSarif(pass), renderSarif(later)], [], /by 9\.9\.9/],
    [
      'a verdict that its results do not have',
      [renderJson({ ...fail, verdict: 'compliant' })],
      [],
      /verdict of 00DA is not that of its results/,
    ],
    ['a file that was cut off', [renderJson(pass).slice(0, -9)], [], /0\.report cannot be merged: .*cut off/],
    ['XML that was cut off', ['<testsuites><testsuite>'], [], /it is no XML, or it was cut off/],
    ['XML that is something else', ['<Profile/>'], [], /it is XML, and no JUnit/],
    ['SARIF as JSON', [renderSarif(pass)], ['--format', 'json'], /SARIF is merged into SARIF alone/],
    [
      'a set without orgs',
      [setJson([unread('a', 4)]).replace(/"orgs": \[[\s\S]*\]/, '"orgs": []')],
      [],
      /no org/,
    ],
    ['no file', [], [], /Not enough|not enough/],
  ])('%s', async (_, texts, args, words) => {
    const { exitCode, stderr, stdout } = await merged(texts, args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(words);
  });

  test('a file that is not there is one that could not be read', async () => {
    expect(await syncgate(['merge', 'no.json'])).toMatchObject({
      exitCode: 4,
      stderr: expect.stringContaining('no.json: there is no such file'),
    });
  });
});
