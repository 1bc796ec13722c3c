import type { Decision, ObjectAccess } from '../model/access.ts';
import type { ObjectRight } from '../model/container.ts';
import { listed } from '../plain/lists.ts';
import { objectRights, rightLabels } from '../salesforce/labels.ts';
import { decisionOn, undecided } from './decisions.ts';
import { defineRule } from './define-rule.ts';
import { decided } from './evidence.ts';

export const objectAccess = defineRule({
  meta: {
    id: 'object-access',
    title: 'Object permissions',
    rationale:
      'Without the right on the object every call for its records is refused, whatever the fields allow; and without View All a sync sees only the records that are shared with its user, and silently leaves out the rest.',
    options: {
      type: 'object',
      additionalProperties: false,
      required: ['object', 'require'],
      properties: {
        object: {
          type: 'string',
          description: 'API name of the object, such as Account',
          pattern: '^[A-Za-z][A-Za-z0-9_]*$',
        },
        require: {
          type: 'array',
          description: 'The rights that are all needed. Modify All does not include Create.',
          minItems: 1,
          items: {
            type: 'string',
            enum: objectRights,
          },
        },
      },
    },
    example: { object: 'Account', require: ['read', 'create', 'edit', 'viewAllRecords'] },
    messages: {
      granted: '{object}: {rights} {is} granted',
      missing: '{object}: {rights} {is} not granted',
      unknown: '{object}: whether {rights} {is} granted could not be known',
    },
    failures: ['missing'],
    remedy: {
      lightning: [
        'Setup > Users > Permission Sets: open a permission set of the integration user, or create one',
        'Object Settings > {object}: click Edit, select {rights} under Object Permissions, click Save',
        'Click Manage Assignments and make sure that the integration user is there without an expiration date',
      ],
      classic: [
        'Setup > Administer > Manage Users > Profiles: open the profile of the integration user and click Edit',
        'Under Standard Object Permissions (Custom Object Permissions for a custom object) select {rights} beside {object}, and click Save',
      ],
    },
  },
  needs: ({ object }) => ({ objects: [object] }),
  *check({ objects }, { object, require }, say) {
    const asked = [...new Set(require)].map((right) => ({
      right,
      decision: rightOn(objects, object, right),
    }));
    const those = (wanted: Decision['decision']) =>
      asked.filter(({ decision }) => decision.decision === wanted);
    const evidence = (some: typeof asked) =>
      some.map(({ right, decision }) => decided(`${object}: ${rightLabels[right]}`, decision));
    const granted = those('granted');
    const data = (some: typeof asked) => ({
      object,
      rights: listed(some.map(({ right }) => rightLabels[right])),
      is: some.length === 1 ? 'is' : 'are',
    });
    // What is granted stands beside what is not: it shows which container to mend.
    const denied = those('denied');
    if (denied.length > 0)
      yield say.fail('missing', data(denied), [...evidence(denied), ...evidence(granted)]);
    const unknown = those('unknown');
    if (unknown.length > 0)
      yield say.inconclusive('unknown', data(unknown), [...evidence(unknown), ...evidence(granted)]);
    if (denied.length === 0 && unknown.length === 0)
      yield say.pass('granted', data(granted), evidence(granted));
  },
});

/** One right on one object; an object that was never decided on is unknown, not denied. */
export function rightOn(
  objects: Readonly<Record<string, ObjectAccess>>,
  object: string,
  right: ObjectRight,
): Decision {
  const access = Object.hasOwn(objects, object) ? objects[object] : undefined;
  return access ? decisionOn(access.rights, right) : undecided(object);
}
