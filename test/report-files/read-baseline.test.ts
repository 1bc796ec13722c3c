import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { readBaseline } from '../../src/report-files/read-baseline.ts';
import { renderJson } from '../../src/reporters/report-json.ts';
import { renderSarif } from '../../src/reporters/report-sarif.ts';
import { findingIdentity } from '../../src/salesforce/finding-identity.ts';
import { drifted, reportOf } from '../reporters/report-fixture.ts';
import { accountAccess, result } from '../reporters/result-fixture.ts';
import { setJson, setSarif } from './set-of-orgs.ts';

const baselineOf = (text: string) => {
  const read = readBaseline(text, 'last.json');
  if ('problem' in read) throw new Error(read.problem);
  return read.baseline;
};

const otherOrg: Report = {
  ...reportOf('non-compliant', [accountAccess]),
  source: {
    ...drifted.source,
    collectedAt: '2026-09-01T00:00:00Z',
    collected: {
      kind: 'org',
      instanceUrl: 'https://b.my.salesforce.com',
      organizationId: '00DOther',
      apiVersion: '67.0',
    },
  },
};
const unread = {
  org: 'silent',
  status: 'unread',
  failure: { exitCode: 4, message: 'It does not answer.' },
} as const;
const set = [
  { org: 'a', status: 'audited', report: drifted },
  { org: 'b', status: 'audited', report: otherOrg },
  unread,
] as const;

describe('an earlier report as a baseline', () => {
  test('of one org tells every result, with what is not as it should be', () => {
    const { findings, ...told } = baselineOf(renderJson(drifted));
    expect(told).toEqual({ file: 'last.json', collectedAt: '2026-10-04T09:12:33Z', onlyProblems: false });
    expect(findings.map(({ identity }) => identity)).toEqual(
      drifted.results.map((each) => findingIdentity(each, drifted.source)),
    );
    expect(findings.find(({ identity }) => identity.endsWith('/account-access'))).toMatchObject({
      verdict: 'fail',
      level: 'error',
      waived: false,
      problems: ['Account: View All'],
    });
    expect(findings.filter(({ waived }) => waived)).toHaveLength(1);
  });

  test('of SARIF tells the same of every problem', () => {
    const { findings } = baselineOf(renderJson(drifted));
    expect(baselineOf(renderSarif(drifted))).toEqual({
      file: 'last.json',
      collectedAt: '2026-10-04T09:12:33Z',
      onlyProblems: true,
      findings: findings.filter(({ verdict }) => ['fail', 'inconclusive', 'error'].includes(verdict)),
    });
  });

  test('of many orgs tells what the reports of each would, and when the first of them was read', () => {
    const findings = [drifted, otherOrg].flatMap((report) => baselineOf(renderJson(report)).findings);
    expect(baselineOf(setJson(set))).toMatchObject({ collectedAt: '2026-09-01T00:00:00Z', findings });
    expect(baselineOf(setSarif(set))).toMatchObject({
      collectedAt: '2026-09-01T00:00:00Z',
      findings: [drifted, otherOrg].flatMap((report) => baselineOf(renderSarif(report)).findings),
    });
  });

  test('does not bring back what was fixed in it already', () => {
    const fixed = result('a', 'pass', { baseline: { state: 'fixed', was: 'fail', worse: false } });
    const baseline = { file: 'older.json', collectedAt: null, onlyNew: false };
    expect(baselineOf(renderSarif(reportOf('compliant', [fixed], { baseline }))).findings).toEqual([]);
  });

  test('takes an absent result among the results for what it is', () => {
    const log = JSON.parse(renderSarif(drifted));
    log.runs[0].results[0].baselineState = 'absent';
    expect(baselineOf(JSON.stringify(log)).findings).toHaveLength(log.runs[0].results.length - 1);
  });

  test('written before problems were, excuses nothing that it does not name', () => {
    const log = JSON.parse(renderSarif(drifted));
    for (const each of log.runs[0].results) delete each.properties.problems;
    expect(baselineOf(JSON.stringify(log)).findings.every(({ problems }) => problems.length === 0)).toBe(
      true,
    );
  });
});

const sarif = (change: (run: Record<string, never> & { [key: string]: unknown }) => object) => {
  const log = JSON.parse(renderSarif(drifted));
  return JSON.stringify({ ...log, runs: log.runs.map(change) });
};
const changed = (given: object) => JSON.stringify({ ...JSON.parse(renderJson(drifted)), ...given });

describe('what is no report of syncgate is refused with what it is', () => {
  test.each<[what: string, text: string, problem: RegExp]>([
    ['an empty file', '', /^it is empty$/],
    ['only space', ' \n', /^it is empty$/],
    ['a text', '-----BEGIN KEY-----\nsecret', /^it is not JSON, or it was cut off$/],
    ['a report that was cut off', renderJson(drifted).slice(0, -40), /cut off/],
    ['SARIF that was cut off', renderSarif(drifted).slice(0, 900), /cut off/],
    ['JSON that is something else', '{"name":"x"}', /neither a report of syncgate nor its SARIF/],
    ['a list', '[]', /neither/],
    ['nothing', 'null', /neither/],
    ['a snapshot', '{"snapshotVersion":1}', /it is a snapshot/],
    ['a report of tomorrow', changed({ reportVersion: 2 }), /report version 2, .* reads version 1/],
    ['a report set of tomorrow', '{"reportSetVersion":2}', /report set version 2/],
    ['a report without results', changed({ results: undefined }), /must have required property 'results'/],
    ['a verdict that is none', changed({ verdict: 'fine' }), /\/verdict must be equal to one of/],
    ['a set without orgs', '{"reportSetVersion":1}', /no list of orgs/],
    [
      'a set with an org of which it tells nothing',
      '{"reportSetVersion":1,"tool":{"name":"syncgate","version":"1"},"orgs":[{"org":"a","status":"audited"}]}',
      /\/orgs\/0: it has neither a report nor why there is none/,
    ],
    [
      'a set with a report that is broken',
      setJson(set).replace('"failOn": "error",', ''),
      /\/orgs\/0: it must have required property 'failOn'/,
    ],
    [
      'a set from which an org was taken',
      setJson(set).replace('"orgs": 3', '"orgs": 4'),
      /3 orgs, and not as many/,
    ],
    [
      'a part of no whole',
      setJson(set).replace('"verdict"', '"shard":{"index":3,"count":2},"verdict"'),
      /shard/,
    ],
    [
      'SARIF that is a part of no whole',
      setSarif(set).replace('"runs"', '"properties":{"shard":{"index":0,"count":2}},"runs"'),
      /shard/,
    ],
    ['SARIF of another version', '{"version":"2.0.0","runs":[{}]}', /no SARIF of version 2\.1\.0/],
    ['SARIF without a run', '{"version":"2.1.0","runs":[]}', /SARIF without a run/],
    [
      'SARIF of another tool',
      '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"ESLint"}},"results":[]}]}',
      /SARIF of ESLint, not of syncgate/,
    ],
    ['SARIF of nobody', '{"version":"2.1.0","runs":[null]}', /SARIF of an unnamed tool/],
    ['SARIF without results', sarif(({ results: _, ...run }) => run), /\/runs\/0 has no list of results/],
    ['SARIF without a verdict', sarif((run) => ({ ...run, properties: {} })), /\/runs\/0 has no verdict/],
    [
      'SARIF with results of somebody else',
      sarif((run) => ({ ...run, results: [{ message: { text: 'x' } }] })),
      /\/runs\/0\/results\/0 is not as syncgate writes them/,
    ],
  ])('%s', (_, text, problem) => {
    expect(readBaseline(text, 'x')).toEqual({ problem: expect.stringMatching(problem) });
  });

  test('and never quoted: it may be a key that was named by mistake', () => {
    expect(JSON.stringify(readBaseline('00Dxx0000000001!AQ.secret', 'x'))).not.toContain('secret');
  });
});
