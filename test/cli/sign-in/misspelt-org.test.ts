import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RunCommand } from '../../../src/cli/run-command.ts';
import { emptyFolder, syncgate } from '../command-line.ts';

const org = { instanceUrl: 'https://acme.my.salesforce.com', signIn: { accessToken: { env: 'ORG_TOKEN' } } };

async function folder(names: readonly string[], more: Readonly<Record<string, unknown>> = {}) {
  const cwd = await emptyFolder();
  const orgs = Object.fromEntries(names.map((name) => [name, org]));
  await writeFile(
    join(cwd, 'syncgate.config.json'),
    JSON.stringify({ ...more, users: ['a@acme.com'], orgs }),
  );
  return cwd;
}

const unknownToCli: RunCommand = async () => {
  return { stdout: '{"name":"NamedOrgNotFoundError","status":1}', stderr: '', exitCode: 1 };
};
const expired: RunCommand = async () => {
  return { stdout: '{"name":"RefreshTokenAuthError","status":1}', stderr: '', exitCode: 1 };
};
const missing: RunCommand = async () => 'not-found';

const meant = /The configuration has no org 'prdo'; did you mean the configured org 'prod'\?/;

describe('a name that is none of the configuration, and like one', () => {
  test.each([
    ['audit', unknownToCli],
    ['audit', missing],
    ['doctor', unknownToCli],
    ['access', unknownToCli],
  ])('is told by %s, where the Salesforce CLI does not know it either', async (command, run) => {
    const cwd = await folder(['prod', 'beta']);
    const { exitCode, stderr } = await syncgate([command, '--target-org', 'prdo'], { cwd, run });
    expect(exitCode).toBe(4);
    expect(stderr).toMatch(meant);
    expect(stderr).toMatch(run === missing ? /was not found/ : /is not signed in to an org 'prdo'/);
  });

  test('is told where it stands in the file', async () => {
    const cwd = await folder(['prod', 'beta'], { targetOrg: 'prdo' });
    expect((await syncgate(['audit'], { cwd, run: unknownToCli })).stderr).toMatch(meant);
  });

  test.each([
    ['the Salesforce CLI knows it', 'prdo', expired],
    ['nothing is like it', 'somewhere-else', unknownToCli],
  ])('is not told where %s', async (_, name, run) => {
    const cwd = await folder(['prod', 'beta']);
    const { exitCode, stderr } = await syncgate(['audit', '--target-org', name], { cwd, run });
    expect(exitCode).toBe(4);
    expect(stderr).not.toContain('did you mean');
  });
});

test.each([
  [['prod', 'beta'], /no org is named\. Give --target-org with one of the configuration \(prod or beta\)/],
  [
    Array.from({ length: 40 }, (_, index) => `org-${index}`),
    /one of the configuration \(NAME\), or --all-orgs/,
  ],
])('where no org is named, those of the configuration are: %j', async (names, words) => {
  const cwd = await folder(names);
  const { exitCode, stderr } = await syncgate(['audit'], { cwd });
  expect([exitCode, stderr]).toEqual([2, expect.stringMatching(words)]);
});
