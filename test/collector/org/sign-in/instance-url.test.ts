import { describe, expect, test } from 'vitest';
import { signInWithToken } from '../../../../src/collector/org/sign-in.ts';

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
