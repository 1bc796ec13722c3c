import type { Profile } from '../model/subject.ts';
import { eitherOf } from '../plain/lists.ts';
import { defineRule } from './define-rule.ts';
import { fact, gap } from './evidence.ts';
import { licenseTitle, matchLicense } from './license-match.ts';

export const profile = defineRule({
  meta: {
    id: 'profile',
    title: 'Profile of the user',
    rationale:
      'A standard profile cannot be given the permissions an integration needs, and changing a profile that people share changes them too. A custom profile, cloned from one with a full licence, is the integration user’s own.',
    options: {
      type: 'object',
      additionalProperties: false,
      required: ['custom'],
      properties: {
        custom: { type: 'boolean', description: 'Must be a custom profile', enum: [true] },
        licenseKeys: {
          type: 'array',
          description:
            'Values of UserLicense.LicenseDefinitionKey: the profile must belong to one of these licences',
          minItems: 1,
          items: { type: 'string' },
        },
      },
    },
    example: { custom: true, licenseKeys: ['SFDC'] },
    messages: {
      custom: "The profile '{profile}' is a custom profile",
      standard: "The profile '{profile}' is a standard profile; a custom one is needed",
      customUnknown: "Whether the profile '{profile}' is a custom profile could not be known",
      rightLicense: "The profile '{profile}' belongs to the licence {license}",
      wrongLicense: "The profile '{profile}' belongs to the licence {license}; {wanted} is needed",
      licenseUnknown: "Whether the profile '{profile}' belongs to the licence {wanted} could not be known",
      unknown: 'The profile of the user could not be known',
    },
    failures: ['standard', 'wrongLicense'],
    remedy: {
      lightning: [
        'Setup > Users > Profiles: click Clone beside a profile of the Salesforce licence, such as Standard User or Read Only, and give the copy a name of its own',
        'Edit the copy as the other requirements say',
        'Setup > Users > Users: click Edit beside the integration user, choose the new Profile, and click Save',
      ],
      classic: [
        'Setup > Administer > Manage Users > Profiles: click New, choose an existing profile of the Salesforce licence to clone, and give the copy a name of its own',
        'Edit the copy as the other requirements say',
        'Setup > Administer > Manage Users > Users: click Edit beside the integration user, choose the new Profile, and click Save',
      ],
    },
  },
  needs: () => ({ profile: true }),
  *check({ profile: found }, { licenseKeys }, say) {
    if (found.status === 'unavailable') {
      yield say.inconclusive('unknown', {}, [gap('Profile', found.reason)]);
      return;
    }
    const { isCustom, license } = found.value;
    const name = profileName(found.value);
    const evidence = [fact('Profile', name)];
    if (isCustom.status === 'unavailable')
      yield say.inconclusive('customUnknown', { profile: name }, [...evidence, gap(name, isCustom.reason)]);
    else if (isCustom.value) yield say.pass('custom', { profile: name }, evidence);
    else yield say.fail('standard', { profile: name }, evidence);
    if (!licenseKeys) return;

    const wanted = eitherOf(licenseKeys);
    if (license.status === 'unavailable') {
      const reasons = [...evidence, gap('User licence', license.reason)];
      yield say.inconclusive('licenseUnknown', { profile: name, wanted }, reasons);
      return;
    }
    const title = licenseTitle(license.value);
    const data = { profile: name, license: title, wanted };
    const facts = [...evidence, fact('User licence', title)];
    const match = matchLicense(license.value, { keys: licenseKeys });
    if (match === 'yes') yield say.pass('rightLicense', data, facts);
    else if (match === 'no') yield say.fail('wrongLicense', data, facts);
    else yield say.inconclusive('licenseUnknown', data, facts);
  },
});

/** Profile filtering can hide the name: the Id tells which one it is all the same. */
function profileName({ name, id }: Profile): string {
  return name ?? id;
}
