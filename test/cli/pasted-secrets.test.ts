import { describe, expect, test } from 'vitest';
import type { RunCommand } from '../../src/cli/run-command.ts';
import { syncgate } from './command-line.ts';

const unknownToCli: RunCommand = async () => {
  return { stdout: '{"name":"NamedOrgNotFoundError","status":1}', stderr: '', exitCode: 1 };
};

const token = `00D000000000001!${'AQ4AQ.pasted_'.repeat(5)}`;
const authUrl = 'force://PlatformCLI::pasted_refresh@acme.my.salesforce.com';
const address = 'https://ci:pasted_word@acme.my.salesforce.com';
const org = ['--instance-url', 'https://acme.my.salesforce.com'];

describe('a secret that is pasted where it does not belong is not repeated', () => {
  const cases = [
    ['--target-org', token],
    ['--target-org', authUrl],
    [`--target-org=${token}`],
    ['-o', token],
    ['--instance-url', address],
    ['--pack', token],
    ['--config', token],
    ['--variant', token],
    ['--without-feature', token],
    ['--mapped-field', token],
    ['--baseline', token],
    ['--output', `json=${token}/a.json`],
    ['--output', token],
    ['--api-version', token, ...org],
    ['--sign-in', token, ...org],
    ['--secret-file', token, ...org],
    ['--shard', token],
    ['--snapshot', token],
    ['--source-dir', token],
    [`--${token}`],
    [token],
  ];
  test.each(cases.flatMap((args) => [[args], [[...args, '--verbose']]]))('%j', async (args) => {
    const { exitCode, stdout, stderr } = await syncgate(['audit', ...args], {
      run: unknownToCli,
      secrets: [token],
    });
    expect([2, 4]).toContain(exitCode);
    expect(stderr).toMatch(/^syncgate: ./);
    expect(stdout + stderr).not.toContain('pasted_');
  });

  test('as a command', async () => {
    const { exitCode, stdout, stderr } = await syncgate([token], { secrets: [token] });
    expect(exitCode).toBe(2);
    expect(stdout + stderr).not.toContain('pasted_');
  });
});
