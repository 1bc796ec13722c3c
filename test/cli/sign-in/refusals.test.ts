import { describe, expect, test } from 'vitest';
import { emulatedCredentials, refusedClients } from '../../../src/emulator/start.ts';
import { type LiveOrg, syncgate } from '../command-line.ts';
import { auditor, now, org, type Way, wayTo } from './ways.ts';

const { clientId } = emulatedCredentials;

describe('a refused sign-in ends with 4 and says why', () => {
  const audited = async (way: Way, live: LiveOrg) => {
    const { args, env } = way;
    const ended = await syncgate(['audit', ...args, ...live.user, '--verbose'], { env, now });
    expect(ended).toMatchObject({ exitCode: 4, stdout: '' });
    return ended.stderr;
  };

  test.for(Object.entries(refusedClients))('as the app %s', async ([client, [error, description]]) => {
    const live = await org('compliant');
    const { args, env } = wayTo(live, 'client-credentials');
    const told = await audited({ args: args.map((arg) => (arg === clientId ? client : arg)), env }, live);
    expect(told).toContain(`${live.instanceUrl} refused the sign-in: ${error}, "${description}".`);
    expect(told).toMatch(/\nTo mend it: .*\n/);
    expect(told).toMatch(/\nSource: https:/);
  });

  test('with a wrong secret', async () => {
    const live = await org('compliant');
    const { args } = wayTo(live, 'client-credentials');
    const told = await audited({ args, env: { SYNCGATE_CLIENT_SECRET: 'not-the-secret' } }, live);
    expect(told).toMatch(/"invalid client credentials".*client secret/);
  });

  test('with a refresh token that was revoked', async () => {
    const live = await org('compliant');
    const { args, env } = wayTo(live, 'refresh-token');
    live.revokeToken(env.SYNCGATE_REFRESH_TOKEN ?? '');
    expect(await audited({ args, env }, live)).toMatch(/"expired access\/refresh token".*Sign in anew/s);
  });

  test('with client credentials at a login host', async () => {
    const live = await org('compliant');
    const { args, env } = wayTo(live, 'client-credentials');
    const atLoginHost = args.map((arg) => arg.replace('127.0.0.1', 'localhost'));
    expect(await audited({ args: atLoginHost, env }, live)).toContain("Only the org's own My Domain answers");
  });

  test('with an assertion made out to somebody else', async () => {
    const live = await org('compliant');
    const { args, env } = wayTo(live, 'jwt');
    const told = await audited({ args: [...args, '--audience', 'https://test.salesforce.com'], env }, live);
    expect(told).toMatch(/audience is invalid .*--audience/s);
  });

  test('by a clock that is wrong', async () => {
    const live = await org('compliant');
    const { args, env } = wayTo(live, 'jwt');
    const ended = await syncgate(['audit', ...args, ...live.user], { env, now: '2026-10-08T13:00:00Z' });
    expect(ended).toMatchObject({
      exitCode: 4,
      stderr: expect.stringMatching(/"invalid assertion".*clock/s),
    });
  });

  test('of a user who is deactivated, and which requirement that touches', async () => {
    const live = await org('compliant');
    const { args, env } = wayTo(live, 'password');
    const old = args.map((arg) => (arg === auditor ? 'old.integration@acme.example' : arg));
    expect(await audited({ args: old, env }, live)).toMatch(/deactivated.*requirement 'user-can-log-in'/s);
  });
});

test('what another program says cannot move the cursor', async () => {
  const answer = { name: 'Odd', message: 'red \u001b[31malert\u202e' };
  const run = async () => ({ stdout: JSON.stringify(answer), stderr: '', exitCode: 1 });
  const { exitCode, stderr } = await syncgate(['audit', '-o', 'prod', '-u', 'x'], { run });
  expect(exitCode).toBe(4);
  expect(stderr).toContain('red \\u001b[31malert\\u202e');
});
