import { eitherOf } from '../plain/lists.ts';
import { isKnownEdition, knownEditions } from '../salesforce/editions.ts';
import { defineRule } from './define-rule.ts';
import { fact, gap } from './evidence.ts';

export const orgEdition = defineRule({
  meta: {
    id: 'org-edition',
    title: 'Edition of the org',
    rationale:
      'A vendor supports its product on certain editions only: on others the objects, permissions or APIs that it uses are not there, and no permission can mend that.',
    options: {
      type: 'object',
      additionalProperties: false,
      required: ['allowed'],
      properties: {
        allowed: {
          type: 'array',
          description: 'The editions that are supported, as Organization.OrganizationType writes them',
          minItems: 1,
          items: { type: 'string', enum: knownEditions },
        },
      },
    },
    example: { allowed: ['Enterprise Edition', 'Unlimited Edition'] },
    messages: {
      supported: 'The edition of the org is {edition}, which is supported',
      unsupported: 'The edition of the org is {edition}; only {allowed} is supported',
      unrecognised:
        "The org says that its edition is '{edition}', which is none that syncgate knows, so whether it is supported could not be known; supported is {allowed}",
      unknown: 'The edition of the org could not be known',
    },
    failures: ['unsupported'],
    remedy: {
      lightning: [
        'Setup > Company Settings > Company Information shows the edition (Organization Edition)',
        'Ask Salesforce for an upgrade, or connect the vendor to an org of a supported edition',
      ],
      classic: [
        'Setup > Administer > Company Profile > Company Information shows the edition (Organization Edition)',
        'Ask Salesforce for an upgrade, or connect the vendor to an org of a supported edition',
      ],
    },
  },
  needs: () => ({ organization: true }),
  *check({ organization }, { allowed }, say) {
    if (organization.status === 'unavailable') {
      yield say.inconclusive('unknown', {}, [gap('Edition', organization.reason)]);
      return;
    }
    const { edition, isSandbox } = organization.value;
    const data = { edition, allowed: eitherOf(allowed) };
    // A sandbox keeps the edition of the org it was made from.
    const evidence = [fact('Edition', edition), fact('Sandbox', isSandbox)];
    if (allowed.some((one) => one === edition)) yield say.pass('supported', data, evidence);
    else if (isKnownEdition(edition)) yield say.fail('unsupported', data, evidence);
    else yield say.inconclusive('unrecognised', data, evidence);
  },
});
