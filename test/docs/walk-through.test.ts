import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadScenario } from '../../src/emulator/scenarios/load-scenario.ts';
import { emptyFolder, liveOrg, syncgate } from '../cli/command-line.ts';
import { withSet } from '../cli/remedy/applied-set.ts';
import { openHtml } from '../page/browser.ts';

const pages = ['verdict', 'access', 'what-if'] as const;
const message =
  'INVALID_FIELD_FOR_INSERT_UPDATE: Unable to create/update fields: iv__InsideView_Executive_ID__c';

/** Pictures of a run stand in `test-results`; those of the documentation are copies of them. */
async function takePictures(html: string): Promise<void> {
  await mkdir('test-results/walk-through', { recursive: true });
  for (const name of pages) {
    const { page } = await openHtml(html, { colorScheme: 'light' }, `#${name}`);
    await page.getByRole('tab', { name: /.+/u, selected: true }).waitFor();
    await page.screenshot({ path: `test-results/walk-through/${name}.png` });
  }
}

test('a ticket goes from a shared snapshot to a mended org, as the walk-through tells it', async () => {
  const cwd = await emptyFolder();
  const org = await liveOrg('drifted');
  const username = org.user[1] ?? '';
  const run = (...args: readonly string[]) => syncgate(args, { cwd, env: org.env });
  const share = ['--share', '--key', 'share-key.json'];
  expect((await run('collect', ...org.org, ...org.user, ...share, '--output', 'shared.json')).exitCode).toBe(
    0,
  );
  expect(await readFile(join(cwd, 'shared.json'), 'utf8')).not.toContain(username);

  const diagnosed = await run('diagnose', message, '--snapshot', 'shared.json', '--format', 'json');
  const [first] = JSON.parse(diagnosed.stdout).messages;
  expect([diagnosed.exitCode, first.id, first.outcome]).toEqual([0, 'field-not-writable', 'explained']);

  const audited = await run('audit', '--snapshot', 'shared.json', '-q', '--output', 'html=report.html');
  expect(audited.exitCode).toBe(1);
  const html = await readFile(join(cwd, 'report.html'), 'utf8');
  expect(html).not.toContain(username);
  await takePictures(html);

  // A frozen user and what else no permission set mends are left, so it does not end with 0.
  expect((await run('remedy', '--snapshot', 'shared.json', '--output-dir', 'mend')).exitCode).toBe(1);
  const restored = await run('restore', 'mend/STEPS.md', '--key', 'share-key.json', '--output', 'steps.md');
  expect(restored.exitCode).toBe(0);
  expect(await readFile(join(cwd, 'steps.md'), 'utf8')).toContain(username);

  const [file = ''] = await readdir(join(cwd, 'mend/permissionsets'));
  // The set grants a flow of the customer's own, which has a stand-in until it is restored.
  const set = await run(
    'restore',
    `mend/permissionsets/${file}`,
    '--key',
    'share-key.json',
    '--output',
    file,
  );
  expect(set.exitCode).toBe(0);
  const xml = await readFile(join(cwd, file), 'utf8');
  const mended = await liveOrg(
    withSet(await loadScenario('drifted'), file.split('.')[0] ?? '', xml, username),
  );
  const again = ['collect', ...mended.org, ...mended.user, ...share, '--output', 'after.json'];
  expect((await syncgate(again, { cwd, env: mended.env })).exitCode).toBe(0);
  const compared = await run('diff', 'shared.json', 'after.json', '--format', 'json');
  expect(compared.exitCode).toBe(1);
  const { subjects } = JSON.parse(compared.stdout);
  const turned = subjects[0].requirements.filter(
    ({ after }: { after: { verdict: string } }) => after.verdict === 'pass',
  );
  expect(turned.length).toBeGreaterThan(5);
});

test('has its pictures', async () => {
  const text = await readFile('docs/walk-through.md', 'utf8');
  for (const [, file = ''] of text.matchAll(/\]\((pictures\/[\w-]+\.png)\)/gu))
    expect((await readFile(join('docs', file))).subarray(1, 4).toString()).toBe('PNG');
});
