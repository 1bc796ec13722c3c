import { dedicatedUser } from '../../src/rules/dedicated-user.ts';
import { denied, ok, unavailable, unknown } from './access-fixture.ts';
import { testRule } from './test-rule.ts';

const peers = (total: number, ...examples: readonly string[]) => ({ profilePeers: ok({ total, examples }) });

testRule(dedicatedUser, {
  pass: [{ name: 'alone on its profile, and for the API alone', options: {}, says: ['dedicated'] }],
  fail: [
    {
      name: 'others have the same profile',
      options: {},
      access: peers(7, 'ann@acme.example', 'bob@acme.example'),
      says: ['shared'],
      text: '7, such as ann@acme.example, bob@acme.example',
    },
    {
      name: 'others whose names could not be read',
      options: {},
      access: peers(2),
      says: ['shared'],
      text: '2, such as users that could not be read',
    },
    {
      name: 'others count although nobody can log in to the user interface',
      options: {},
      access: { ...peers(1, 'ann@acme.example'), systemPermissions: { ApiUserOnly: denied } },
      says: ['shared'],
    },
  ],
  inconclusive: [
    {
      name: 'alone, but a person could log in with it',
      options: {},
      access: { systemPermissions: { ApiUserOnly: denied } },
      says: ['perhapsAPerson'],
      text: 'a person could log in with this user',
    },
    {
      name: 'alone, and whether a person could log in is unknown',
      options: {},
      access: { systemPermissions: { ApiUserOnly: unknown() } },
      says: ['permissionUnknown'],
    },
    {
      name: 'whether others have the profile could not be read',
      options: {},
      access: { profilePeers: unavailable },
      says: ['peersUnknown'],
    },
  ],
  notApplicable: [
    {
      name: 'where an Admin user stands in',
      options: {},
      when: { notVariant: ['admin-user'] },
      settings: { variant: 'admin-user' },
      because: 'admin-user',
    },
  ],
});
