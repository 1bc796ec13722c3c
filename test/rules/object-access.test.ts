import { objectAccess as rule } from '../../src/rules/object-access.ts';
import { denied, objectAccess, unknown } from './access-fixture.ts';
import { testRule } from './test-rule.ts';

const options = { object: 'Account', require: ['read', 'create', 'edit', 'viewAllRecords'] };
const account = (rights: Parameters<typeof objectAccess>[1]) => ({
  objects: { Account: objectAccess('Account', rights) },
});

testRule(rule, {
  pass: [
    {
      name: 'everything is granted',
      options,
      says: ['granted'],
      text: 'Account: Read, Create, Edit and View All are granted.',
    },
    {
      name: 'what is not asked for may be missing',
      options,
      access: account({ delete: denied, modifyAllRecords: unknown() }),
      says: ['granted'],
    },
    {
      name: 'a right that is asked for twice is told once',
      options: { object: 'Account', require: ['read', 'read'] },
      says: ['granted'],
      text: 'Account: Read is granted.',
    },
  ],
  fail: [
    {
      name: 'one right is missing',
      options,
      access: account({ viewAllRecords: denied }),
      says: ['missing'],
      text: 'Account: View All is not granted.',
    },
    {
      name: 'several rights are missing',
      options,
      access: account({ create: denied, edit: denied, viewAllRecords: denied }),
      says: ['missing'],
      text: 'Account: Create, Edit and View All are not granted.',
    },
    {
      name: 'one is missing and one unknown: both are told',
      options,
      access: account({ edit: denied, viewAllRecords: unknown() }),
      says: ['missing', 'unknown'],
      text: 'Account: Edit is not granted. Account: whether View All is granted could not be known.',
    },
  ],
  inconclusive: [
    {
      name: 'one right is unknown',
      options,
      access: account({ viewAllRecords: unknown() }),
      says: ['unknown'],
    },
    {
      name: 'an object that was never decided on is not denied',
      options: { object: 'Lead', require: ['read'] },
      says: ['unknown'],
      text: 'Lead: whether Read is granted could not be known.',
    },
    {
      name: 'an object with a name that every object has',
      options: { object: 'constructor', require: ['read'] },
      says: ['unknown'],
    },
  ],
  notApplicable: [
    {
      name: 'when the feature is off',
      options,
      when: { feature: ['syncing'] },
      settings: { features: { syncing: false } },
      because: 'Syncing',
    },
  ],
});
