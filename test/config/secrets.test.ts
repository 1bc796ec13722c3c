import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readConfig } from '../../src/config/read-config.ts';
import { runs } from '../runs.ts';

const today = new Date('2026-10-08T12:00:00Z');
const secret = 'hunter2-Zq!x';

async function toldOf(text: string, file = 'syncgate.config.yaml'): Promise<string> {
  const read = await readConfig(text, file, today);
  if (!('problems' in read)) throw new Error('it was taken');
  return read.problems.map(({ line, column, message }) => `${line}:${column}: ${message}`).join('\n');
}

const inOrg = (signIn: string) =>
  `orgs:\n  prod:\n    instanceUrl: https://a.my.salesforce.com\n    signIn: ${signIn}\n`;
const advice =
  'A secret never stands in this file: put it in an environment variable and write {env: NAME}, or in a file and write {file: PATH}';

describe('a secret in the wrong place is told by its place alone', () => {
  test.each([
    [
      'as a value',
      `{accessToken: ${secret}}`,
      `4:27: orgs.prod.signIn.accessToken must be an object, and what was found is not shown. ${advice}`,
    ],
    [
      'as a number',
      `{accessToken: 123456}`,
      `4:27: orgs.prod.signIn.accessToken must be an object, and what was found is not shown. ${advice}`,
    ],
    [
      'as the way to sign in',
      secret,
      '4:13: orgs.prod.signIn must be an object, and what was found is not shown',
    ],
    [
      'under a key misspelt',
      `{acessToken: ${secret}}`,
      `4:14: orgs.prod.signIn: a key that is not known; did you mean 'accessToken'?`,
    ],
    [
      'as a key',
      `{${secret}: x}`,
      '4:14: orgs.prod.signIn: a key that is not known (known are accessToken, clientCredentials, jwt, refreshToken, sfdxAuthUrl, password)',
    ],
    [
      'beside where it is',
      `{accessToken: {env: T, value: ${secret}}}`,
      `4:27: orgs.prod.signIn.accessToken must have one key alone: env or file. ${advice}\n4:36: orgs.prod.signIn.accessToken: a key that is not known (known are env, file)`,
    ],
    [
      'as the name of a variable',
      `{accessToken: {env: "${secret}"}}`,
      expect.stringMatching(
        /^4:33: orgs\.prod\.signIn\.accessToken\.env must be text that matches .* and what was found is not shown$/u,
      ),
    ],
    [
      'as the name of a file',
      `{accessToken: {file: "-----BEGIN ${secret}"}}`,
      expect.stringMatching(
        /^4:34: orgs\.prod\.signIn\.accessToken\.file must be text that matches .* and what was found is not shown$/u,
      ),
    ],
    ['in a list', `[${secret}]`, '4:13: orgs.prod.signIn must be an object, and what was found is not shown'],
    [
      'for a client',
      `{clientCredentials: {clientId: x, clientSecret: ${secret}}}`,
      `4:61: orgs.prod.signIn.clientCredentials.clientSecret must be an object, and what was found is not shown. ${advice}`,
    ],
    [
      'two ways at once',
      `{accessToken: {env: T}, sfdxAuthUrl: {env: U}}`,
      '4:13: orgs.prod.signIn must have one key alone: accessToken, clientCredentials, jwt, refreshToken, sfdxAuthUrl or password',
    ],
    ['behind an unfinished quote', `{accessToken: "${secret}}`, expect.stringContaining('not YAML')],
    ['behind a tag', `{accessToken: !${secret.replace('!', '')} x}`, expect.stringContaining('tags')],
    ['as an alias', `{accessToken: *${secret.replace('!', '')}}`, '4:27: the alias has no anchor before it'],
    ['as the head of a block', `|${secret}\n      x`, expect.stringContaining('not YAML')],
  ])('%s', async (_, signIn, expected) => {
    const told = await toldOf(inOrg(signIn));
    expect(told).toEqual(expected);
    expect(told).not.toContain(secret.slice(0, 7));
  });

  test('also where an anchor brings it elsewhere', async () => {
    const told = await toldOf(`${inOrg(`{accessToken: &t ${secret}}`)}failOn: *t\n`);
    expect(told).toContain('failOn must be one of error, warning, note, and what was found is not shown');
    expect(told).not.toContain(secret);
  });

  test.each([
    ['00D5e0000011AbC!AQ0AQKx.yz', 'an access token'],
    ['force://PlatformCLI::5Aep861x@a.my.salesforce.com', 'an SFDX auth URL'],
    ['-----BEGIN PRIVATE KEY-----MIIE', 'a private key'],
    ['https://me:pass@a.my.salesforce.com', 'an address with a password'],
  ])('%s is known for %s wherever it stands', async (text) => {
    expect(await toldOf(`orgs: {prod: "${text}"}`)).not.toContain(text.slice(4, 12));
  });
});

/** A configuration with a secret somewhere below signIn, and what a slip of the hand makes of its text. */
const piece = fc.tuple(fc.stringMatching(/^[A-Za-z0-9]{3}$/u), fc.constantFrom('!', '+', '/', '=', '@'));
const planted = fc
  .array(piece, { minLength: 4, maxLength: 8 })
  .map((pieces) => pieces.flat().join(''))
  .chain((text) => {
    const value: fc.Arbitrary<unknown> = fc.oneof(
      fc.constantFrom(
        text,
        [text],
        { [text]: text },
        { value: text },
        { env: `${text}!` },
        { file: `-----${text}` },
        { env: 'T', x: text },
      ),
    );
    const way = fc.constantFrom(
      'accessToken',
      'acessToken',
      'clientSecret',
      'password',
      'jwt',
      'sfdxAuthUrl',
      text,
      'clientCredentials',
    );
    const signIn = fc.oneof(
      value,
      fc.dictionary(way, value, { minKeys: 1 }),
      fc.dictionary(
        way,
        fc.dictionary(fc.constantFrom('clientId', 'clientSecret', 'privateKey', 'password', text), value, {
          minKeys: 1,
        }),
        {
          minKeys: 1,
        },
      ),
    );
    const slip = fc.record({
      at: fc.nat(400),
      put: fc.constantFrom(
        '',
        '"',
        "'",
        '{',
        '[',
        '\t',
        ': ',
        '!',
        '&',
        '*',
        '|',
        '%',
        '\n',
        '#',
        ',',
        '@',
        '- ',
      ),
    });
    return fc.record({ text: fc.constant(text), signIn, slip, json: fc.boolean() });
  });

test('whatever is wrong with a configuration, no message has a secret below signIn in it', async () => {
  await fc.assert(
    fc.asyncProperty(planted, async ({ text, signIn, slip, json }) => {
      const whole = {
        failOn: 'note',
        orgs: { prod: { instanceUrl: 'https://a.my.salesforce.com', signIn } },
      };
      const written = json ? JSON.stringify(whole, null, 1) : stringify(whole);
      const from = written.indexOf('signIn');
      const at = from + 7 + (slip.at % (written.length - from));
      const mutated = written.slice(0, at) + slip.put + written.slice(at);
      for (const each of [written, mutated]) {
        const read = await readConfig(each, json ? 'c.json' : 'c.yaml', today);
        const told = 'problems' in read ? read.problems.map(({ message }) => message).join('\n') : '';
        // A slip may split it: neither half is told.
        expect(told).not.toContain(text);
        for (const half of [text.slice(0, 8), text.slice(-8)]) expect(told).not.toContain(half);
      }
    }),
    runs(120),
  );
});
