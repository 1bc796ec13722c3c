import { userLicense } from '../../src/rules/user-license.ts';
import { ok, profileOf, unavailable } from './access-fixture.ts';
import { testRule } from './test-rule.ts';

const options = { keys: ['SFDC'], notNames: ['Salesforce Integration'] };
const license = (name: string, key: string | null) => ({
  profile: profileOf({ license: ok({ name, key }) }),
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
    {
      name: 'a name that is right, where the key is not known',
      options: { keys: ['SFDC'], names: ['Salesforce'] },
      access: license('Salesforce', null),
      says: ['right'],
      text: 'The licence of the user is Salesforce.',
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
      name: 'a name that is wrong, where the key is not known',
      options,
      access: license('Salesforce Integration', null),
      says: ['wrong'],
      text: 'The licence of the user is Salesforce Integration; SFDC is needed.',
    },
    {
      name: 'a name that is wrong and right at once is wrong',
      options: { ...options, names: ['Salesforce Integration'] },
      access: license('Salesforce Integration', null),
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
      access: { profile: profileOf({ license: unavailable }) },
      says: ['unknown'],
    },
    {
      name: 'a profile that could not be read',
      options,
      access: { profile: unavailable },
      says: ['unknown'],
    },
    {
      name: 'a name that nothing speaks of, where the key is not known: the name alone is told',
      options,
      access: license('Salesforce', null),
      says: ['unrecognised'],
      text: 'The licence of the user is Salesforce, of which',
    },
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
