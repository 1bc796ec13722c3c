import { profile } from '../../src/rules/profile.ts';
import { ok, profileOf, unavailable } from './access-fixture.ts';
import { testRule } from './test-rule.ts';

const custom = { custom: true };
const licensed = { custom: true, licenseKeys: ['SFDC'] };
const withLicense = (name: string, key: string | null) => ({
  profile: profileOf({ license: ok({ name, key }) }),
});

testRule(profile, {
  pass: [
    { name: 'a custom profile', options: custom, says: ['custom'], text: "'API Only'" },
    { name: 'a custom profile on the right licence', options: licensed, says: ['custom', 'rightLicense'] },
    {
      name: 'a profile whose name is hidden is called by its Id',
      options: custom,
      access: { profile: profileOf({ name: null }) },
      says: ['custom'],
      text: "'00e1'",
    },
  ],
  fail: [
    {
      name: 'a standard profile',
      options: custom,
      access: { profile: profileOf({ name: 'Standard User', isCustom: ok(false) }) },
      says: ['standard'],
      text: "'Standard User' is a standard profile",
    },
    {
      name: 'a custom profile on a smaller licence',
      options: licensed,
      access: withLicense('Salesforce Platform', 'AUL'),
      says: ['custom', 'wrongLicense'],
      text: 'Salesforce Platform (AUL); SFDC is needed',
    },
    {
      name: 'a standard profile of which the licence could not be read',
      options: licensed,
      access: { profile: profileOf({ isCustom: ok(false), license: unavailable }) },
      says: ['standard', 'licenseUnknown'],
    },
  ],
  inconclusive: [
    {
      name: 'whether it is custom could not be read',
      options: licensed,
      access: { profile: profileOf({ isCustom: unavailable }) },
      says: ['customUnknown', 'rightLicense'],
    },
    {
      name: 'a licence whose key has no known meaning',
      options: licensed,
      access: withLicense('Salesforce Integration', 'PID_Something_New'),
      says: ['custom', 'licenseUnknown'],
    },
    {
      name: 'a profile that could not be read',
      options: custom,
      access: { profile: unavailable },
      says: ['unknown'],
    },
    {
      name: 'a licence of which the name alone is known, whatever the name',
      options: licensed,
      access: withLicense('Salesforce', null),
      says: ['custom', 'licenseUnknown'],
    },
  ],
  notApplicable: [
    {
      name: 'in a variant that it is not for',
      options: custom,
      when: { notVariant: ['admin-user'] },
      settings: { variant: 'admin-user' },
      because: "the variant 'admin-user' is chosen",
    },
  ],
});
