import { describe, expect, test } from 'vitest';
import { answeredOrigin, instanceOrigin } from '../../../../src/collector/org/sign-in/instance-url.ts';
import { usualAudience } from '../../../../src/collector/org/sign-in/jwt-bearer.ts';
import { signInWithToken } from '../../../../src/collector/org/sign-in.ts';

const production = 'https://login.salesforce.com';
const sandbox = 'https://test.salesforce.com';

/** Addresses of orgs' APIs, by kind (Salesforce help: My Domain URL Formats), and whom a JWT is made out to there. */
const apiHosts: readonly (readonly [host: string, audience: string])[] = [
  ['acme.my.salesforce.com', production],
  ['acme.develop.my.salesforce.com', production],
  ['acme-dev-ed.develop.my.salesforce.com', production],
  ['acme.trailblaze.my.salesforce.com', production],
  ['acme.demo.my.salesforce.com', production],
  ['acme--uat.sandbox.my.salesforce.com', sandbox],
  ['acme--uat.my.salesforce.com', sandbox],
  ['acme--uat.cs42.my.salesforce.com', sandbox],
  ['cs42.salesforce.com', sandbox],
  ['na139.salesforce.com', production],
  ['efficiency-data-8147-dev-ed.scratch.my.salesforce.com', sandbox],
  ['login.salesforce.com', production],
  ['test.salesforce.com', sandbox],
  ['acme.cloudforce.com', production],
  // Government Cloud Plus - Defense, and Salesforce on Alibaba Cloud: their audiences are not documented.
  ['acme.my.salesforce.mil', 'https://acme.my.salesforce.mil'],
  ['acme--uat.sandbox.my.salesforce.mil', 'https://acme--uat.sandbox.my.salesforce.mil'],
  ['acme.my.sfcrmproducts.cn', 'https://acme.my.sfcrmproducts.cn'],
  // A gateway of one's own.
  ['salesforce.acme.example', 'https://salesforce.acme.example'],
];

describe('the host of an API', () => {
  test.each(apiHosts)('%s is taken, and a JWT is made out to %s there', (host, audience) => {
    expect(instanceOrigin(`https://${host}/`)).toBe(`https://${host}`);
    expect(usualAudience(`https://${host}`)).toBe(audience);
  });

  test.each([
    ['acme.lightning.force.com', 'acme.my.salesforce.com'],
    ['acme--uat.sandbox.lightning.force.com', 'acme--uat.sandbox.my.salesforce.com'],
    ['acme.develop.lightning.force.com', 'acme.develop.my.salesforce.com'],
    ['acme.my.salesforce-setup.com', 'acme.my.salesforce.com'],
    ['acme--uat.sandbox.my.salesforce-setup.com', 'acme--uat.sandbox.my.salesforce.com'],
    ['acme.lightning.force.mil', 'acme.my.salesforce.mil'],
    ['acme.lightning.sfcrmapps.cn', 'acme.my.sfcrmproducts.cn'],
  ])('is not that of the web pages: of %s it is %s', (pages, api) => {
    expect(() => instanceOrigin(`https://${pages}/lightning/page/home`)).toThrow(
      `Use the API's: https://${api}.`,
    );
  });
});

const accessToken = '00D000000000001!AQ4.secret_Token';

describe('an instance URL', () => {
  test.each([
    ['https://acme.my.salesforce.com', 'https://acme.my.salesforce.com'],
    ['https://acme.my.salesforce.com/', 'https://acme.my.salesforce.com'],
    [' https://ACME.my.salesforce.com/lightning/page/home ', 'https://acme.my.salesforce.com'],
    ['https://acme--uat.sandbox.my.salesforce.com', 'https://acme--uat.sandbox.my.salesforce.com'],
    ['https://acme.my.salesforce.com:8443', 'https://acme.my.salesforce.com:8443'],
    ['http://127.0.0.1:4711/', 'http://127.0.0.1:4711'],
    ['http://localhost:4711', 'http://localhost:4711'],
    ['http://[::1]:4711', 'http://[::1]:4711'],
  ])('%s is that of %s', (instanceUrl, origin) => {
    expect(signInWithToken({ instanceUrl, accessToken })).toEqual({ instanceUrl: origin, accessToken });
  });

  test.each([
    ['acme.my.salesforce.com', "'acme.my.salesforce.com' is no instance URL"],
    ['', "'' is no instance URL"],
    ['ftp://acme.my.salesforce.com', 'is no instance URL'],
    ['http://acme.my.salesforce.com', 'is not encrypted'],
    ['http://127.0.0.1.evil.example', 'is not encrypted'],
    ['http://1270.0.0.1', 'is no instance URL'],
    ['https://acme.lightning.force.com/lightning', "Use the API's: https://acme.my.salesforce.com"],
  ])('%s is refused: %s', (instanceUrl, words) => {
    expect(() => signInWithToken({ instanceUrl, accessToken })).toThrow(
      expect.objectContaining({ kind: 'usage', message: expect.stringContaining(words) }),
    );
  });

  test('does not have its password repeated', () => {
    const instanceUrl = 'ftp://me:hunter2@acme.example';
    expect(() => signInWithToken({ instanceUrl, accessToken })).toThrow(
      expect.not.stringContaining('hunter2'),
    );
  });
});

describe('the org that a token answer names', () => {
  test.each([
    ['https://acme.my.salesforce.com', production, 'https://acme.my.salesforce.com'],
    ['https://acme--uat.sandbox.my.salesforce.com/', sandbox, 'https://acme--uat.sandbox.my.salesforce.com'],
    ['https://acme.my.salesforce.mil', 'https://login.salesforce.mil', 'https://acme.my.salesforce.mil'],
    [
      'https://acme.my.sfcrmproducts.cn',
      'https://login.sfcrmproducts.cn',
      'https://acme.my.sfcrmproducts.cn',
    ],
    ['https://acme.my.salesforce.com', 'https://sso.acme.example', 'https://acme.my.salesforce.com'],
    ['https://gateway.acme.example/x', 'https://gateway.acme.example', 'https://gateway.acme.example'],
    ['http://127.0.0.1:4711', 'http://localhost:4711', 'http://127.0.0.1:4711'],
  ])('is trusted as %s, asked at %s', (answered, asked, origin) => {
    expect(answeredOrigin(answered, asked)).toBe(origin);
  });

  test.each([
    ['https://evil.example', production],
    ['https://salesforce.com.evil.example', production],
    ['https://evilsalesforce.com', production],
    ['https://acme.my.salesforce.com@evil.example/', production],
    ['http://acme.my.salesforce.com', production],
    ['http://127.0.0.1:4711', production],
    ['https://localhost', production],
    ['https://evil.example', 'https://gateway.acme.example'],
    ['https://evil.example', 'http://127.0.0.1:4711'],
    ['ftp://acme.my.salesforce.com', production],
  ])('is not trusted as %s, asked at %s', (answered, asked) => {
    expect(() => answeredOrigin(answered, asked)).toThrow(
      expect.objectContaining({
        kind: 'not-an-org',
        message: expect.stringMatching(
          /neither the same address nor one of Salesforce's; the session was not sent there/,
        ),
      }),
    );
  });

  test.each([undefined, null, 42, '', 'acme'])('is not guessed where it says %j', (answered) => {
    expect(() => answeredOrigin(answered, production)).toThrow('does not tell the address of the org');
  });

  test('is told from the address of its web pages', () => {
    expect(() => answeredOrigin('https://acme.lightning.force.com', production)).toThrow(
      "Use the API's: https://acme.my.salesforce.com",
    );
  });
});

describe('an access token', () => {
  const instanceUrl = 'https://acme.my.salesforce.com';

  test('is taken without the line break it was pasted with', () => {
    expect(signInWithToken({ instanceUrl, accessToken: `${accessToken}\n` }).accessToken).toBe(accessToken);
  });

  test.each(['', '  ', 'two words', `a\r\nX-Header: b`, 'ü'])('%j is refused and not repeated', (token) => {
    expect(() => signInWithToken({ instanceUrl, accessToken: token })).toThrow(
      expect.objectContaining({ kind: 'usage', message: expect.not.stringContaining(token.trim() || '\0') }),
    );
  });
});
