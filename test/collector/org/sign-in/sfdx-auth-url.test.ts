import { describe, expect, test } from 'vitest';
import { parseSfdxAuthUrl } from '../../../../src/collector/org/sign-in/sfdx-auth-url.ts';

describe('an SFDX auth URL', () => {
  test.each([
    [
      'force://PlatformCLI::5Aep861.token_A-b==@acme.my.salesforce.com',
      {
        clientId: 'PlatformCLI',
        refreshToken: '5Aep861.token_A-b==',
        instanceUrl: 'https://acme.my.salesforce.com',
      },
    ],
    [
      'force://3MVG9.key:ABC123:5Aep861@acme--uat.sandbox.my.salesforce.com\n',
      {
        clientId: '3MVG9.key',
        clientSecret: 'ABC123',
        refreshToken: '5Aep861',
        instanceUrl: 'https://acme--uat.sandbox.my.salesforce.com',
      },
    ],
    [
      'force://PlatformCLI::5Aep861@127.0.0.1:7777',
      { clientId: 'PlatformCLI', refreshToken: '5Aep861', instanceUrl: 'http://127.0.0.1:7777' },
    ],
    [
      'force://PlatformCLI::5Aep861@127.0.0.1.evil.example',
      { clientId: 'PlatformCLI', refreshToken: '5Aep861', instanceUrl: 'https://127.0.0.1.evil.example' },
    ],
  ])('%j is taken apart', (url, parsed) => {
    expect(parseSfdxAuthUrl(url)).toEqual(parsed);
  });

  test.each([
    '',
    'https://acme.my.salesforce.com',
    'force://5Aep861@acme.my.salesforce.com',
    'force://PlatformCLI:5Aep861@acme.my.salesforce.com',
    'force://PlatformCLI::5Aep861',
    'force://PlatformCLI::5Aep861@',
    'force://PlatformCLI::5Aep861@https://acme.my.salesforce.com',
    'force://PlatformCLI::5Aep861@acme.my.salesforce.com/services',
    'force://PlatformCLI::5Aep861@acme@evil.example',
    'force://PlatformCLI::5Aep 861@acme.my.salesforce.com',
    'x force://PlatformCLI::5Aep861@acme.my.salesforce.com',
    '{"sfdxAuthUrl":"force://PlatformCLI::5Aep861@acme.my.salesforce.com"}',
  ])('%j is refused and not repeated', (url) => {
    expect(() => parseSfdxAuthUrl(url)).toThrow(
      expect.objectContaining({ kind: 'usage', message: expect.not.stringContaining('5Aep') }),
    );
  });
});
