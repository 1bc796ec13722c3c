import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  orgOfArguments,
  type SignInWay,
  secretVariables,
  signInWays,
} from '../../../src/cli/org-arguments.ts';
import { readConfig } from '../../../src/config/read-config.ts';

const text = readFileSync('docs/signing-in.md', 'utf8');
const blocks = (language: string) =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, block = '']) => block);

const one = { type: 'string' } as const;
const options = {
  'target-org': one,
  'instance-url': one,
  'sign-in': one,
  'client-id': one,
  username: one,
  audience: one,
  'secret-file': one,
  user: one,
};
const commands = blocks('sh')
  .flatMap((block) => block.replaceAll('\\\n', ' ').split('\n'))
  .filter((line) => line.startsWith('syncgate audit '));

describe('docs/signing-in.md', () => {
  test.each(commands)('shows what is accepted: %s', (command) => {
    const { values } = parseArgs({ args: command.split(/\s+/).slice(2), options });
    expect(values.user).toBeDefined();
    const org = orgOfArguments(
      {
        targetOrg: values['target-org'],
        instanceUrl: values['instance-url'],
        signIn: values['sign-in'] as SignInWay | undefined,
        clientId: values['client-id'],
        username: values.username,
        audience: values.audience,
        secretFile: values['secret-file'],
      },
      {},
    );
    expect(org.targetOrg ?? org.signIn).toBeDefined();
  });

  test('names every way, and every variable', () => {
    for (const way of signInWays) expect(text).toContain(`| \`${way}\``);
    for (const variable of Object.values(secretVariables)) expect(text).toContain(`| \`${variable}\` |`);
    expect(commands.length).toBeGreaterThanOrEqual(signInWays.length - 1);
  });

  test('shows every way in a configuration, and no secret in one', async () => {
    const ways = blocks('yaml').flatMap((block) => {
      const { orgs, signIn } = parse(block);
      const all: readonly { signIn?: object }[] = orgs ? Object.values(orgs) : [{ signIn }];
      return all.flatMap(({ signIn }) => Object.keys(signIn ?? {}));
    });
    const described = ['accessToken', 'clientCredentials', 'jwt', 'refreshToken', 'sfdxAuthUrl', 'password'];
    expect(new Set(ways)).toEqual(new Set(described));
    for (const block of blocks('yaml').filter((text) => 'orgs' in parse(text))) {
      const read = await readConfig(block, 'syncgate.config.yaml', new Date('2026-10-08'));
      expect('problems' in read ? read.problems : []).toEqual([]);
    }
  });
});
