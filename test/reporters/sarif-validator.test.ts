import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { renderSarif } from '../../src/reporters/report-sarif.ts';
import { setSarif } from '../report-files/set-of-orgs.ts';
import { compared } from './baseline-fixture.ts';
import { hostile } from './hostile-report.ts';
import { compliant, drifted, inconclusive } from './report-fixture.ts';
import { integrationUser } from './result-fixture.ts';
import { inFiles, unchanged } from './source-fixture.ts';

/** Microsoft's validator, run without the shell that its npm wrapper starts: `;` is part of an argument. */
function validatorBinary(): string | undefined {
  try {
    const file = createRequire(import.meta.url)('@microsoft/sarif-multitool') as string;
    return existsSync(file) ? file : undefined;
  } catch {
    return undefined;
  }
}

const binary = validatorBinary();
const skipped = binary === undefined ? ' (skipped: there is no validator for this platform)' : '';

const severalUsers: Report = {
  ...drifted,
  subjects: [integrationUser, { ...integrationUser, id: '005B', name: 'other@acme.example' }],
  results: drifted.results.flatMap((result) => [
    result,
    { ...result, subject: { ...integrationUser, id: '005B', name: 'other@acme.example' } },
  ]),
};

/** What is fixed stands outside the results: put among them, it is as valid. */
function withFixed(): string {
  const log = JSON.parse(renderSarif(compared)) as Log;
  for (const run of log.runs) run.results?.push(...(run.properties?.fixed ?? []));
  return JSON.stringify(log);
}

const failure = { exitCode: 4, message: 'It does not answer. Sign in to it again.' } as const;
const orgs = [
  { org: 'a', status: 'audited', report: compared },
  { org: 'b', status: 'unread', failure },
] as const;

const reports = {
  ...Object.fromEntries(
    Object.entries({
      compliant,
      drifted,
      inconclusive,
      hostile,
      severalUsers,
      inFiles,
      unchanged,
      compared,
    }).map(([name, report]) => [name, renderSarif(report)]),
  ),
  orgs: setSarif(orgs),
  fixed: withFixed(),
};

/** A file that code scanning would refuse: a result without a place, a rule without help. */
function broken(): string {
  const log = JSON.parse(renderSarif(drifted)) as Log;
  const [run] = log.runs;
  for (const result of run?.results ?? []) delete result.locations;
  for (const rule of run?.tool.driver.rules ?? []) delete rule.help;
  return JSON.stringify(log);
}

describe.skipIf(binary === undefined)(`the validator with the rules Sarif and Ghas${skipped}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'syncgate-sarif-'));
  let complaints: readonly (readonly [file: string, level: string, rule: string])[] = [];
  let scanned = '';

  beforeAll(async () => {
    for (const [name, text] of [...Object.entries(reports), ['broken', broken()] as const]) {
      writeFileSync(join(folder, `${name}.sarif`), text);
    }
    const output = join(folder, 'validated.json');
    scanned = await run(binary ?? '', [
      'validate',
      ...[...Object.keys(reports), 'broken'].map((name) => join(folder, `${name}.sarif`)),
      '--rule-kind',
      'Sarif;Ghas',
      '--level',
      'Error;Warning',
      '--output',
      output,
    ]);
    const [verdicts] = (JSON.parse(readFileSync(output, 'utf8')) as Log).runs;
    complaints = (verdicts?.results ?? []).map(({ ruleId = '', level = 'warning', locations }) => [
      /(\w+)\.sarif$/.exec(locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '')?.[1] ?? '?',
      level,
      ruleId,
    ]);
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  test('reads every file', () => {
    expect(scanned).toContain(`${Object.keys(reports).length + 1} files scanned`);
  });

  test.each(Object.keys(reports))('has no error and no warning on the %s report', (name) => {
    expect(complaints.filter(([file]) => file === name || file === '?')).toEqual([]);
  });

  test('does complain about a file that is broken', () => {
    const rules = complaints.flatMap(([file, , rule]) => (file === 'broken' ? [rule] : []));
    expect(rules).toEqual(expect.arrayContaining(['GH1015', 'GH2012']));
  });
});

/** Runs a program to its end and gives what it printed; its checks whether links answer stay off the network. */
function run(program: string, args: readonly string[]): Promise<string> {
  const nowhere = 'http://127.0.0.1:9';
  const env = { ...process.env, HTTP_PROXY: nowhere, HTTPS_PROXY: nowhere, ALL_PROXY: nowhere, NO_PROXY: '' };
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
    child.on('error', reject);
    child.on('close', () => resolve(printed));
  });
}
