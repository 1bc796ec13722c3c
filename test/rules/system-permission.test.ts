import { systemPermission } from '../../src/rules/system-permission.ts';
import { denied, granted, ok, unavailable, unknown, userOf } from './access-fixture.ts';
import { testRule } from './test-rule.ts';

const api = { anyOf: ['ApiEnabled'] };
const either = { anyOf: ['RunFlow', 'ManageInteraction'] };
const flows = { ...either, orFlowUser: true };

testRule(systemPermission, {
  pass: [
    { name: 'granted', options: api, says: ['granted'], text: 'API Enabled is granted.' },
    {
      name: 'one of several is enough, and is named',
      options: either,
      access: { systemPermissions: { RunFlow: denied, ManageInteraction: granted() } },
      says: ['granted'],
      text: 'Manage Flow is granted.',
    },
    {
      name: 'one of several is enough, where another is unknown',
      options: either,
      access: { systemPermissions: { ManageInteraction: unknown() } },
      says: ['granted'],
      text: 'Run Flows is granted.',
    },
    {
      name: 'of several the one that lasts longest is told: the others may go',
      options: either,
      access: {
        systemPermissions: {
          RunFlow: granted({ expires: '2026-11-10T00:00:00.000Z' }),
          ManageInteraction: granted(
            { expires: '2026-11-10T00:00:00.000Z' },
            { expires: '2026-11-11T00:00:00.000Z' },
          ),
        },
      },
      says: ['granted'],
      text: 'Manage Flow is granted.',
    },
    {
      name: 'that a user is a Flow User never ends',
      options: flows,
      access: {
        systemPermissions: { RunFlow: granted({ expires: '2026-11-10T00:00:00.000Z' }) },
        user: userOf({ flowUser: ok(true) }),
      },
      says: ['granted'],
      text: 'Flow User (on the user) is granted.',
    },
    {
      name: 'a Flow User may run flows without any permission',
      options: flows,
      access: { systemPermissions: { RunFlow: denied }, user: userOf({ flowUser: ok(true) }) },
      says: ['granted'],
      text: 'Flow User (on the user) is granted.',
    },
    {
      name: 'a Flow User whose permissions could not be known',
      options: flows,
      access: { systemPermissions: { RunFlow: unknown() }, user: userOf({ flowUser: ok(true) }) },
      says: ['granted'],
    },
  ],
  fail: [
    {
      name: 'denied',
      options: api,
      access: { systemPermissions: { ApiEnabled: denied } },
      says: ['missing'],
      text: 'API Enabled is not granted.',
    },
    {
      name: 'denied, each of several',
      options: flows,
      access: { systemPermissions: { RunFlow: denied } },
      says: ['noneGranted'],
      text: 'None of Run Flows, Manage Flow and Flow User (on the user) is granted.',
    },
    {
      name: 'Flow User does not help where it is not asked for',
      options: either,
      access: { systemPermissions: { RunFlow: denied }, user: userOf({ flowUser: ok(true) }) },
      says: ['noneGranted'],
    },
  ],
  inconclusive: [
    {
      name: 'unknown',
      options: api,
      access: { systemPermissions: { ApiEnabled: unknown() } },
      says: ['unknown'],
      text: 'Whether API Enabled is granted could not be known.',
    },
    {
      name: 'one denied, one unknown',
      options: either,
      access: { systemPermissions: { RunFlow: denied, ManageInteraction: unknown() } },
      says: ['unknown'],
    },
    {
      name: 'all denied, and Flow User could not be read',
      options: flows,
      access: { systemPermissions: { RunFlow: denied }, user: userOf({ flowUser: unavailable }) },
      says: ['unknown'],
    },
    {
      name: 'all denied, and the user could not be read',
      options: flows,
      access: { systemPermissions: { RunFlow: denied }, user: unavailable },
      says: ['unknown'],
    },
    {
      name: 'a permission that was never decided on is not denied',
      options: { anyOf: ['ManageNothing'] },
      says: ['unknown'],
      text: 'ManageNothing',
    },
    {
      name: 'a permission with a name that every object has',
      options: { anyOf: ['HasOwnProperty'] },
      says: ['unknown'],
    },
  ],
  notApplicable: [
    {
      name: 'on an edition that does not ask for it',
      options: api,
      when: { edition: ['Unlimited Edition'] },
      because: 'Enterprise Edition',
    },
  ],
});
