import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PageDocument } from '../../src/model/page.ts';
import { emptyFolder, liveOrg, syncgate } from './command-line.ts';

/** What a page holds, as its own script reads it. */
const documentIn = (html: string): PageDocument =>
  JSON.parse(/<script type="application\/json" id="document">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null');

const mode = async (file: string) => ((await stat(file)).mode & 0o777).toString(8);

describe('--output html', () => {
  test('writes a page with the report that JSON has and the snapshot that it was made of, for its owner alone', async () => {
    const cwd = await emptyFolder();
    const org = await liveOrg('drifted');
    const from = [...org.org, ...org.user];
    await syncgate(['collect', ...from, '--output', 'org.json'], { cwd, env: org.env });
    const files = ['--output', 'html=report.html', '--output', 'json=report.json'];
    const { exitCode, stdout } = await syncgate(['audit', '--snapshot', 'org.json', '--quiet', ...files], {
      cwd,
    });
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    const { packs, sides } = documentIn(await readFile(join(cwd, 'report.html'), 'utf8'));
    expect(packs.map(({ pack }) => pack.id)).toEqual(['demandbase-data-integrity']);
    expect(sides).toEqual([
      {
        name: expect.stringMatching(/^127\.0\.0\.1/u),
        snapshot: JSON.parse(await readFile(join(cwd, 'org.json'), 'utf8')),
        report: JSON.parse(await readFile(join(cwd, 'report.json'), 'utf8')),
      },
    ]);
    expect(await mode(join(cwd, 'report.html'))).toBe('600');
  });

  test('takes the rights of others from a file that is there already', async () => {
    const cwd = await emptyFolder();
    await writeFile(join(cwd, 'demo.html'), 'old', { mode: 0o644 });
    await syncgate(['demo', '--output', 'html=demo.html'], { cwd });
    expect(await mode(join(cwd, 'demo.html'))).toBe('600');
  });

  test('holds what was chosen too, by which the page judges', async () => {
    const cwd = await emptyFolder();
    const chosen = [
      '--without-feature',
      'account-hierarchies',
      '--mapped-field',
      'Account.Rating',
      '--fail-on',
      'note',
    ];
    await syncgate(['demo', ...chosen, '--output', 'html=demo.html'], { cwd });
    const { settings } = documentIn(await readFile(join(cwd, 'demo.html'), 'utf8'));
    expect(settings).toMatchObject({
      features: { 'account-hierarchies': false },
      parameters: { mappedFields: ['Account.Rating'] },
      failOn: 'note',
    });
  });
});

describe('--format html', () => {
  test('prints the page where somebody takes it up', async () => {
    const { exitCode, stdout } = await syncgate(['demo', '--gate', '--format', 'html']);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^<!doctype html>.*<\/html>\n$/s);
    expect(documentIn(stdout).sides[0].report.verdict).toBe('non-compliant');
  });

  test('prints no page on a terminal, and says so before anything is read', async () => {
    const { exitCode, stdout, stderr } = await syncgate(['demo', '--format', 'html'], { terminal: true });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('--output html=report.html');
    expect(stderr).not.toContain('An embedded org answers');
  });
});

describe('over many orgs', () => {
  async function twoOrgs() {
    const cwd = await emptyFolder();
    const org = await liveOrg('compliant');
    const configured = (env: string) => ({
      instanceUrl: org.instanceUrl,
      users: [org.users[0]?.username],
      signIn: { accessToken: { env } },
    });
    const orgs = { good: configured('SYNCGATE_ACCESS_TOKEN'), gone: configured('NOT_SET') };
    await writeFile(join(cwd, 'syncgate.config.json'), JSON.stringify({ orgs }));
    return { cwd, env: org.env };
  }

  test('each org has its own page; one that could not be audited has none, and that is said', async () => {
    const where = await twoOrgs();
    const { stderr } = await syncgate(['audit', '--all-orgs', '--output', 'html={org}.html'], where);
    const page = documentIn(await readFile(join(where.cwd, 'good.html'), 'utf8'));
    expect(page.sides[0].report.verdict).toBe('compliant');
    expect(await mode(join(where.cwd, 'good.html'))).toBe('600');
    expect(stderr).toContain('gone.html is not written');
    await expect(stat(join(where.cwd, 'gone.html'))).rejects.toThrow('ENOENT');
  });

  test.each([
    ['printed', ['--format', 'html']],
    ['in one file', ['--output', 'html=all.html']],
    ['in one file beside one each', ['--output', 'html={org}.html', '--output', 'html=all.html']],
  ])('no page is made of all of them, %s', async (_, args) => {
    const { exitCode, stderr } = await syncgate(['audit', '--all-orgs', ...args], await twoOrgs());
    expect(exitCode).toBe(2);
    expect(stderr).toContain('--output html={org}.html');
  });

  test('reports are not merged into one', async () => {
    const cwd = await emptyFolder();
    await syncgate(['demo', '--output', 'json=a.json'], { cwd });
    const written = await syncgate(['merge', 'a.json', '--output', 'html=all.html'], { cwd });
    expect(written).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('it cannot be merged') });
    const printed = await syncgate(['merge', 'a.json', '--format', 'html'], { cwd });
    expect(printed.exitCode).toBe(2);
  });
});
