import { eitherOf } from '../plain/lists.ts';
import { defineRule } from './define-rule.ts';
import { fact, gap } from './evidence.ts';
import { licenseTitle, matchLicense } from './license-match.ts';

export const userLicense = defineRule({
  meta: {
    id: 'user-license',
    title: 'User licence',
    rationale:
      'The licence is the ceiling of what a user can be granted: under a smaller one a permission cannot be given at all, or an object is not there.',
    options: {
      type: 'object',
      additionalProperties: false,
      minProperties: 1,
      properties: {
        keys: {
          type: 'array',
          description: 'Values of UserLicense.LicenseDefinitionKey that are right, such as SFDC',
          minItems: 1,
          items: { type: 'string' },
        },
        names: {
          type: 'array',
          description: 'Names of licences that are right, for those whose key is not documented',
          minItems: 1,
          items: { type: 'string' },
        },
        notNames: {
          type: 'array',
          description:
            'Names of licences that are wrong, for those whose key is not documented. A licence that nothing speaks of is inconclusive.',
          minItems: 1,
          items: { type: 'string' },
        },
      },
    },
    example: { keys: ['SFDC'], notNames: ['Salesforce Integration'] },
    messages: {
      right: 'The licence of the user is {license}',
      wrong: 'The licence of the user is {license}; {wanted} is needed',
      unrecognised:
        'The licence of the user is {license}, of which it is not known whether it does in place of {wanted}',
      unknown: 'The licence of the user could not be known',
    },
    failures: ['wrong'],
    remedy: {
      lightning: [
        'Setup > Users > Users: click Edit beside the integration user',
        'Choose the right User License, then a profile that belongs to it, and click Save',
        'A licence cannot always be changed on a user: where the list does not offer it, create a new user',
      ],
      classic: [
        'Setup > Administer > Manage Users > Users: click Edit beside the integration user',
        'Choose the right User License, then a profile that belongs to it, and click Save',
        'A licence cannot always be changed on a user: where the list does not offer it, create a new user',
      ],
    },
  },
  needs: () => ({ profile: true }),
  problems: ({ keys, names }) =>
    keys || names
      ? []
      : [{ path: '', message: 'Name at least one licence that is right, in keys or names.' }],
  *check({ profile }, wish, say) {
    const license = profile.status === 'ok' ? profile.value.license : profile;
    if (license.status === 'unavailable') {
      yield say.inconclusive('unknown', {}, [gap('User licence', license.reason)]);
      return;
    }
    const title = licenseTitle(license.value);
    const data = { license: title, wanted: eitherOf([...(wish.names ?? []), ...(wish.keys ?? [])]) };
    const evidence = [fact('User licence', title)];
    const match = matchLicense(license.value, wish);
    if (match === 'yes') yield say.pass('right', data, evidence);
    else if (match === 'no') yield say.fail('wrong', data, evidence);
    else yield say.inconclusive('unrecognised', data, evidence);
  },
});
