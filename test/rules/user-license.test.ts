import { userLicense } from '../../src/rules/user-license.ts';
import { profileOf, unavailable, userOf } from './access-fixture.ts';
import { testRule } from './test-rule.ts';

const options = { keys: ['SFDC'], notNames: ['Salesforce Integration'] };
const license = (name: string, key: string) => ({
  user: userOf({ profile: profileOf({ license: { status: 'ok', value: { name, key } } }) }),
});

testRule(userLicense, {
  pass: [
    { name: 'the key that is asked for', options, says: ['right'], text: 'Salesforce (SFDC)' },
    {
      name: 'the key decides, whatever the name',
      options,
      access: license('Salesforce Integration', 'SFDC'),
      says: ['right'],
    },
    {
      name: 'a name that is right, under a key of unknown meaning',
      options: { names: ['Salesforce Integration'] },
      access: license('Salesforce Integration', 'PID_Something_New'),
      says: ['right'],
    },
  ],
  fail: [
    {
      name: 'another key of documented meaning',
      options,
      access: license('Salesforce Platform', 'AUL'),
      says: ['wrong'],
      text: 'The licence of the user is Salesforce Platform (AUL); SFDC is needed.',
    },
    {
      name: 'a name that is wrong, under a key of unknown meaning',
      options,
      access: license('Salesforce Integration', 'PID_Something_New'),
      says: ['wrong'],
    },
    {
      name: 'a right name does not help a key of documented meaning',
      options: { keys: ['SFDC'], names: ['Salesforce'] },
      access: license('Salesforce', 'PID_CHATTER'),
      says: ['wrong'],
    },
  ],
  inconclusive: [
    {
      name: 'a licence that nothing speaks of',
      options,
      access: license('Salesforce Deluxe', 'PID_Deluxe'),
      says: ['unrecognised'],
      text: 'Salesforce Deluxe (PID_Deluxe)',
    },
    {
      name: 'a licence that could not be read',
      options,
      access: { user: userOf({ profile: profileOf({ license: unavailable }) }) },
      says: ['unknown'],
    },
    {
      name: 'a profile that could not be read',
      options,
      access: { user: userOf({ profile: unavailable }) },
      says: ['unknown'],
    },
    { name: 'a user that could not be read', options, access: { user: unavailable }, says: ['unknown'] },
  ],
  notApplicable: [
    {
      name: 'on another edition',
      options,
      when: { edition: ['Unlimited Edition'] },
      because: 'Enterprise Edition',
    },
  ],
});
