import { expect, test } from 'vitest';
import type { PageDocument } from '../../../src/model/page.ts';
import { emptyFolder, liveOrg, syncgate } from '../command-line.ts';

async function twoSnapshots() {
  const cwd = await emptyFolder();
  for (const name of ['compliant', 'drifted']) {
    const { env, org, user } = await liveOrg(name);
    await syncgate(['collect', ...org, ...user, '--output', `${name}.json`], { cwd, env });
  }
  return cwd;
}

const documentIn = (html: string): PageDocument =>
  JSON.parse(/<script type="application\/json" id="document">([^<]*)</.exec(html)?.[1] ?? 'null');

test('two snapshots stand in one page, A before B, each with its own verdicts', async () => {
  const cwd = await twoSnapshots();
  const { stdout, exitCode } = await syncgate(['diff', 'compliant.json', 'drifted.json', '-f', 'html'], {
    cwd,
  });
  const { sides } = documentIn(stdout);
  expect(exitCode).toBe(1);
  expect(sides.map(({ report }) => report.verdict)).toEqual(['compliant', 'non-compliant']);
  expect(sides.map(({ name }) => name.split(':')[0])).toEqual(['compliant.json', 'drifted.json']);
});

test('a report is no side of a page: it does not tell all that is granted', async () => {
  const cwd = await twoSnapshots();
  await syncgate(['audit', '--snapshot', 'drifted.json', '-q', '--output', 'json=report.json'], { cwd });
  const { stderr, exitCode } = await syncgate(['diff', 'report.json', 'drifted.json', '-f', 'html'], { cwd });
  expect(exitCode).toBe(2);
  expect(stderr).toContain('--format html judges what was read, and report.json is a report');
});
