import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, settled, syncgate } from '../command-line.ts';
import { handed, json, now, org, variables, wayNames, wayTo } from './ways.ts';

describe.for(wayNames)('an audit that signs in by %s', (name) => {
  test('gives the very report that an access token gives, from the environment, a file or standard input', async () => {
    const live = await org();
    const byToken = await syncgate(['audit', ...live.org, ...live.user, ...json], { env: live.env });
    expect(byToken.exitCode).toBe(1);
    const same = { exitCode: 1, stdout: byToken.stdout };
    const { args, env } = wayTo(live, name);
    expect(await syncgate(['audit', ...args, ...live.user, ...json], { env, now })).toMatchObject(same);

    const { secret, others } = handed(wayTo(live, name), name);
    const cwd = await emptyFolder();
    await writeFile(join(cwd, 'the-secret'), `${secret}\n`, { mode: 0o600 });
    const rest = { env: others.env, now };
    const byFile = ['audit', ...others.args, '--secret-file', 'the-secret', ...live.user, ...json];
    expect(await syncgate(byFile, { ...rest, cwd })).toMatchObject(same);
    const byStdin = ['audit', ...others.args, '--secret-file', '-', ...live.user, ...json];
    expect(await syncgate(byStdin, { ...rest, stdin: `${secret}\r\n` })).toMatchObject(same);
  });

  test('says which variable is missing: exit code 2', async () => {
    const live = await org();
    const { others } = handed(wayTo(live, name), name);
    const ended = await syncgate(['audit', ...others.args, ...live.user], { env: others.env, now });
    expect(ended).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ended.stderr).toContain(`Set the environment variable ${variables[name]}`);
    expect(live.stats().requests).toBe(0);
  });

  test('writes nothing to the org, and signs in once', async () => {
    const live = await org();
    const { args, env } = wayTo(live, name);
    const before = live.credentialsSeen().filter((token) => token.startsWith('00D')).length;
    await syncgate(['audit', ...args, ...live.user], { env, now });
    expect(live.stats().refusedWrites).toBe(0);
    const after = live.credentialsSeen().filter((token) => token.startsWith('00D')).length;
    expect(after - before).toBe(name === 'access-token' ? 0 : 1);
  });
});

test('a login host signs in to the org that it names', async () => {
  const live = await org('compliant');
  const { args, env } = wayTo(live, 'jwt');
  const atLoginHost = args.map((arg) => arg.replace('127.0.0.1', 'localhost'));
  const { exitCode, stdout } = await syncgate(['audit', ...atLoginHost, ...live.user, ...json], { env, now });
  expect(exitCode).toBe(0);
  expect(JSON.parse(settled(stdout)).source.collected.instanceUrl).toBe('http://127.0.0.1:PORT');
});

test('username and password are taken with a word about their retirement', async () => {
  const live = await org('compliant');
  const { args, env } = wayTo(live, 'password');
  const { stderr } = await syncgate(['audit', ...args, ...live.user], { env, now });
  expect(stderr).toMatch(/^syncgate: warning: signing in with username and password is on its way out/);
});

test('an SFDX auth URL wins over the org that the configuration file names', async () => {
  const live = await org('compliant');
  const cwd = await emptyFolder();
  await writeFile(join(cwd, 'syncgate.yaml'), 'targetOrg: prod\n');
  const { args, env } = wayTo(live, 'sfdx-auth-url');
  expect(await syncgate(['audit', ...args, ...live.user], { cwd, env, now })).toMatchObject({ exitCode: 0 });
});
