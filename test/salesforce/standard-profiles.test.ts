import { expect, test } from 'vitest';
import { isStandardProfile, profileApiName, profileTitle } from '../../src/salesforce/standard-profiles.ts';

const standard = [
  ['Admin', 'System Administrator'],
  ['ContractManager', 'Contract Manager'],
  ['Guest', 'Standard Guest'],
  ['HighVolumePortal', 'High Volume Customer Portal'],
  ['MarketingProfile', 'Marketing User'],
  ['PlatformPortal', 'Authenticated Website'],
  ['ReadOnly', 'Read Only'],
  ['SolutionManager', 'Solution Manager'],
  ['Standard', 'Standard User'],
  ['StandardAul', 'Standard Platform User'],
] as const;

test.each(standard)('%s is the metadata name of %s, in any case', (apiName, title) => {
  expect(profileTitle(apiName)).toBe(title);
  expect(profileTitle(apiName.toUpperCase())).toBe(title);
  expect(profileApiName(title)).toBe(apiName);
  expect(profileApiName(title.toLowerCase())).toBe(apiName);
  expect(isStandardProfile(apiName)).toBe(true);
});

test.each(['API Only', 'Minimum Access - Salesforce', 'constructor', 'toString'])(
  '%s is called so everywhere',
  (name) => {
    expect(profileTitle(name)).toBe(name);
    expect(profileApiName(name)).toBe(name);
    expect(isStandardProfile(name)).toBe(false);
  },
);
