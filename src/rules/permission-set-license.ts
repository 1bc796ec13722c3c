import { dayOf } from '../plain/days.ts';
import { licenseState } from '../salesforce/license-state.ts';
import { notCollected } from './decisions.ts';
import { defineRule } from './define-rule.ts';
import { fact, gap } from './evidence.ts';

export const permissionSetLicense = defineRule({
  meta: {
    id: 'permission-set-license',
    title: 'Permission set licence',
    rationale:
      'A permission set that belongs to a permission set licence gives nothing to a user without the licence, and a licence that expires takes its permissions along.',
    options: {
      type: 'object',
      additionalProperties: false,
      required: ['names'],
      properties: {
        names: {
          type: 'array',
          description: 'Developer names of the permission set licences that are all needed',
          minItems: 1,
          items: { type: 'string' },
        },
      },
    },
    example: { names: ['SalesConsoleUser'] },
    messages: {
      assigned: "The permission set licence '{license}' is assigned and active",
      notAssigned: "The permission set licence '{license}' is not assigned",
      notActive: "The permission set licence '{license}' is assigned, but it is {status}",
      expired: "The permission set licence '{license}' is assigned, but it expired on {day}",
      unrecognised:
        "The permission set licence '{license}' is assigned with the status '{status}', of which it is not known what it means",
      unknown: "Whether the permission set licence '{license}' is assigned could not be known",
    },
    failures: ['notAssigned', 'notActive', 'expired'],
    remedies: [
      {
        for: ['notAssigned'],
        lightning: [
          'Setup > Users > Users: open the integration user; beside Permission Set License Assignments click Edit Assignments, enable {license}, and click Save',
        ],
        classic: [
          'Setup > Administer > Manage Users > Users: open the integration user; beside Permission Set License Assignments click Edit Assignments, enable {license}, and click Save',
        ],
      },
      {
        for: ['notActive', 'expired'],
        lightning: [
          'Setup > Company Settings > Company Information shows the licence under Permission Set Licenses: renew it with Salesforce',
        ],
        classic: [
          'Setup > Administer > Company Profile > Company Information shows the licence under Permission Set Licenses: renew it with Salesforce',
        ],
      },
    ],
  },
  needs: ({ names }) => ({ permissionSetLicenses: names }),
  *check({ permissionSetLicenses, asOf }, { names }, say) {
    for (const name of names) {
      const part = Object.hasOwn(permissionSetLicenses, name) ? permissionSetLicenses[name] : undefined;
      if (part?.status !== 'ok') {
        const reason = part?.reason ?? notCollected(name);
        yield say.inconclusive('unknown', { license: name }, [gap(name, reason)]);
        continue;
      }
      if (part.value === null) {
        yield say.fail('notAssigned', { license: name }, [fact(`${name} is assigned`, false)]);
        continue;
      }
      const { status, label, expires } = part.value;
      const data = { license: label, status, day: dayOf(expires ?? '') };
      const day = expires === null ? [] : [fact(`${label} expires`, expires)];
      const evidence = [fact(`Status of ${label}`, status), ...day];
      const state = licenseState(part.value, asOf);
      if (state === 'active') yield say.pass('assigned', data, evidence);
      else if (state === 'unknown') yield say.inconclusive('unrecognised', data, evidence);
      else yield say.fail(state === 'expired' ? 'expired' : 'notActive', data, evidence);
    }
  },
});
