import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, liveOrg, syncgate } from './command-line.ts';

/** A folder with a configuration of these orgs, all one embedded org, that nobody has asked anything yet. */
async function configured(names: readonly string[], more: Readonly<Record<string, unknown>>) {
  const cwd = await emptyFolder();
  const org = await liveOrg('compliant');
  const { instanceUrl, accessToken, users } = org;
  const one = { instanceUrl, users: [users[0]?.username], signIn: { accessToken: { env: 'ORG_TOKEN' } } };
  const orgs = Object.fromEntries(names.map((name) => [name, one]));
  await writeFile(join(cwd, 'syncgate.config.json'), JSON.stringify({ ...more, orgs }));
  return { cwd, env: { ORG_TOKEN: accessToken }, org };
}

describe('what could not be written in the end', () => {
  test.each<readonly [string, readonly string[], RegExp]>([
    ['a folder that is not there', ['json=out/a.json'], /out\/a\.json: there is no folder out\. Make it/],
    ['one of a file', ['json=a-file/a.json'], /a-file\/a\.json: a-file is no folder/],
    ['one below a file', ['json=a-file/b/a.json'], /a-file\/b\/a\.json: there is no folder a-file\/b/],
    ['a folder', ['json=a-folder'], /a-folder: it is a folder/],
    ['one file by two names', ['json=a.json', 'csv=./a.json'], /two reports would be written to \.\/a\.json/],
    ['one that some systems take for another', ['json=a.x', 'csv=A.x'], /A\.x, which not every file system/],
  ])('is refused before an org is asked: %s', async (_, outputs, words) => {
    const { cwd, env, org } = await configured(['acme'], { targetOrg: 'acme' });
    await writeFile(join(cwd, 'a-file'), '');
    await mkdir(join(cwd, 'a-folder'));
    const output = outputs.flatMap((each) => ['--output', each]);
    for (const which of [[], ['--all-orgs']]) {
      const { exitCode, stdout, stderr } = await syncgate(['audit', ...which, ...output], { cwd, env });
      expect([exitCode, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(words);
    }
    expect(org.stats().requests).toBe(0);
  });

  test('of a snapshot too', async () => {
    const { cwd, env, org } = await configured(['acme'], { targetOrg: 'acme' });
    const { exitCode, stderr } = await syncgate(['collect', '--output', 'out/a.json'], { cwd, env });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('there is no folder out')]);
    expect(org.stats().requests).toBe(0);
  });
});

describe('{org} in the name of a file', () => {
  const more = { targetOrg: 'acme', outputs: { sarif: 'out/{org}.sarif', json: 'out/all.json' } };

  test('is the name of the org, of one as of all, from wherever the command is run', async () => {
    const { cwd, env } = await configured(['acme', 'beta'], more);
    await mkdir(join(cwd, 'out'));
    await mkdir(join(cwd, 'below'));
    expect((await syncgate(['audit'], { cwd: join(cwd, 'below'), env })).exitCode).toBe(0);
    expect((await readdir(join(cwd, 'out'))).toSorted()).toEqual(['acme.sarif', 'all.json']);
    expect((await syncgate(['audit', '--all-orgs'], { cwd, env })).exitCode).toBe(0);
    expect((await readdir(join(cwd, 'out'))).toSorted()).toEqual(['acme.sarif', 'all.json', 'beta.sarif']);
    expect(JSON.parse(await readFile(join(cwd, 'out/all.json'), 'utf8')).orgs).toHaveLength(2);
  });

  test('is refused where the org has no name', async () => {
    const { cwd, org } = await configured(['acme'], more);
    await mkdir(join(cwd, 'out'));
    const { exitCode, stderr } = await syncgate(['audit', ...org.org, ...org.user], { cwd, env: org.env });
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/\{org\} is what the configuration calls/)]);
    expect(org.stats().requests).toBe(0);
  });

  test.each([
    [
      'two orgs whose names differ in case alone',
      ['Prod', 'prod'],
      /prod\.sarif, which not every file system/,
    ],
    ['an org that is called as the file of all', ['all', 'beta'], /written to out\/all\.json/],
  ] as const)('gives no file to two reports: %s', async (_, names, words) => {
    const outputs = { sarif: 'out/{org}.sarif', json: 'out/all.json', csv: 'out/{org}.json' };
    const { cwd, env, org } = await configured(names, { outputs });
    await mkdir(join(cwd, 'out'));
    const { exitCode, stderr } = await syncgate(['audit', '--all-orgs'], { cwd, env });
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(words)]);
    expect(org.stats().requests).toBe(0);
  });
});
