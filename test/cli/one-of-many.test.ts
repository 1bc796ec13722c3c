import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { emptyFolder, liveOrg, syncgate } from './command-line.ts';

const kinds = ['json', 'sarif', 'junit'] as const;
const outputs = kinds.flatMap((kind) => ['--output', `${kind}=one.${kind}`]);

/** An org that a configuration names alone, with waivers for all its requirements and a baseline that knows them. */
async function orgOf(scenario: string) {
  const cwd = await emptyFolder();
  const { env, instanceUrl, users } = await liveOrg(scenario);
  const signIn = { accessToken: { env: 'SYNCGATE_ACCESS_TOKEN' } };
  const orgs = { prod: { instanceUrl, users: [users[0]?.username], signIn } };
  const configure = (name: string, more: object) =>
    writeFile(join(cwd, name), JSON.stringify({ ...more, orgs }));
  await configure('plain.json', {});
  const run = (...args: readonly string[]) => syncgate(args, { cwd, env });
  const plain = ['audit', '--target-org', 'prod', '--config', 'plain.json', '--quiet'];
  const { stdout } = await run(...plain, '--format', 'json', '--output', 'json=known.json');
  const waivers = (JSON.parse(stdout) as Report).results.map(({ requirement }) => ({
    ...{ requirement, reason: 'accepted', owner: 'ops', expires: '2026-12-31' },
  }));
  await configure('waiving.json', { waivers });
  await writeFile(join(cwd, 'no-folder'), 'a file');
  return run;
}

const plain = ['--config', 'plain.json'];
const gates: readonly (readonly string[])[] = [
  plain,
  [...plain, '--fail-on', 'note'],
  ['--config', 'waiving.json', '--fail-on', 'note'],
  [...plain, '--baseline', 'known.json', '--fail-on-new', '--fail-on', 'note'],
  [...plain, '--allow-inconclusive'],
  [...plain, '--history', 'no-folder'],
];

describe('an org among many ends as it does alone', () => {
  test.for([
    ['compliant', [0, 0, 0, 0, 0, 2]],
    ['drifted', [1, 1, 0, 0, 1, 1]],
    ['blind-auditor', [3, 3, 3, 3, 0, 2]],
    ['expired-and-session', [1, 1, 3, 3, 1, 1]],
  ] as const)('%s: %j, by --all-orgs and by merging its report', async ([scenario, codes]) => {
    const run = await orgOf(scenario);
    for (const [index, gate] of gates.entries()) {
      const code = codes[index];
      const alone = await run('audit', '--target-org', 'prod', '--quiet', ...gate, ...outputs);
      expect([gate, alone.exitCode]).toEqual([gate, code]);
      // What merges knows nothing of the history. Neither SARIF nor JUnit tells whether a doubt may be allowed.
      const judged = gate.includes('--history') ? codes[0] : code;
      const allowing = gate.filter((each) => each === '--allow-inconclusive');
      const doubted = allowing.length > 0 ? codes[0] : judged;
      const merged = async (report: string) => (await run('merge', report, '--quiet', ...allowing)).exitCode;
      expect([gate, await merged('one.json')]).toEqual([gate, judged]);
      expect([gate, await merged('one.sarif')]).toEqual([gate, doubted]);
      expect([gate, await merged('one.junit')]).toEqual([gate, doubted]);
      const among = await run('audit', '--all-orgs', '--quiet', ...gate, ...outputs);
      expect([gate, among.exitCode]).toEqual([gate, code]);
      expect([gate, await merged('one.json')]).toEqual([gate, judged]);
      expect([gate, await merged('one.junit')]).toEqual([gate, doubted]);
    }
  });
});
