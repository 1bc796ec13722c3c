import { orgEdition } from '../../src/rules/org-edition.ts';
import { ok, unavailable } from './access-fixture.ts';
import { testRule } from './test-rule.ts';

const options = { allowed: ['Professional Edition', 'Enterprise Edition', 'Unlimited Edition'] };
const org = (edition: string, isSandbox = false) => ({
  organization: ok({ id: '00D1', name: 'Acme', edition, isSandbox }),
});

testRule(orgEdition, {
  pass: [
    { name: 'an allowed edition', options, says: ['supported'], text: 'Enterprise Edition' },
    {
      name: 'a sandbox has the edition of the org it was made from',
      options,
      access: org('Unlimited Edition', true),
      says: ['supported'],
    },
    {
      name: 'an unusual edition, where it is the one allowed',
      options: { allowed: ['Developer Edition'] },
      access: org('Developer Edition'),
      says: ['supported'],
    },
  ],
  fail: [
    {
      name: 'a known edition that is not allowed',
      options,
      access: org('Team Edition'),
      says: ['unsupported'],
      text: 'The edition of the org is Team Edition; only Professional Edition, Enterprise Edition or Unlimited Edition is supported.',
    },
  ],
  inconclusive: [
    {
      name: 'an edition nobody knows is told as it stands',
      options,
      access: org('Galactic Edition'),
      says: ['unrecognised'],
      text: "'Galactic Edition'",
    },
    {
      name: 'the spelling of the org decides, not one that looks like it',
      options,
      access: org('enterprise edition'),
      says: ['unrecognised'],
    },
    {
      name: 'an organization that could not be read',
      options,
      access: { organization: unavailable },
      says: ['unknown'],
    },
  ],
  notApplicable: [
    {
      name: 'when the feature is off',
      options,
      when: { feature: ['syncing'] },
      settings: { features: { syncing: false } },
      because: "the feature 'Syncing' is off",
    },
  ],
});
