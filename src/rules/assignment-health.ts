import { dayOf } from '../plain/days.ts';
import { firstOf } from '../plain/lists.ts';
import { byTopic } from './by-topic.ts';
import { defineRule } from './define-rule.ts';
import { fact, gap } from './evidence.ts';
import { notLasting } from './lasting.ts';

const defaultDays = 14;

export const assignmentHealth = defineRule({
  meta: {
    id: 'assignment-health',
    title: 'Assignments that last',
    rationale:
      'Access that works today stops with the assignment it hangs on: when that expires, when its group is recalculated, or when nobody activates the session. A sync that runs unattended must still work next week. What counts is what the other requirements of the run rest on; where none of them rests on a permission, it is everything that was read.',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        withinDays: {
          type: 'integer',
          description: 'How many days from the reading of the org on an assignment must last',
          minimum: 0,
          maximum: 3650,
          default: defaultDays,
        },
      },
    },
    example: { withinDays: 30 },
    messages: {
      lasting:
        'Nothing this access depends on expires within {days} days, hangs on a group that is not up to date, or on a session activation',
      expiring:
        "The assignment of '{container}' expires on {day}, within {days} days, and nothing else gives {permissions}",
      outdatedGroup:
        "The permission set group '{container}' is {status}, not Updated, and nothing that is up to date is known to give {permissions}",
      sessionBased:
        "'{container}' gives {permissions} only in a session that activated it, which an unattended sync does not do",
      permissionsUnknown: 'Whether what gives {permissions} will last could not be known',
      unknown: 'The assignments of the user could not be known',
    },
    failures: ['expiring', 'outdatedGroup', 'sessionBased'],
    remedies: [
      {
        for: ['expiring'],
        lightning: [
          "Setup > Users > Permission Sets (or Permission Set Groups): open '{container}', click Manage Assignments, select the integration user, and change or remove the expiration date",
        ],
        classic: [
          "Setup > Administer > Manage Users > Permission Sets (or Permission Set Groups): open '{container}', click Manage Assignments, remove the integration user and add it without an expiration date",
        ],
      },
      {
        for: ['outdatedGroup'],
        lightning: [
          "Setup > Users > Permission Set Groups: open '{container}', then edit and save one of its custom permission sets, which recalculates the group",
        ],
        classic: [
          "Setup > Administer > Manage Users > Permission Set Groups: open '{container}', then edit and save one of its custom permission sets, which recalculates the group",
        ],
      },
      {
        for: ['sessionBased'],
        lightning: [
          'Setup > Users > Permission Sets: assign the same permissions through one without Session Activation Required',
        ],
        classic: [
          'Setup > Administer > Manage Users > Permission Sets: assign the same permissions through one without Session Activation Required',
        ],
      },
    ],
  },
  needs: () => ({ assignments: true }),
  *check({ assignments, asOf }, { withinDays = defaultDays }, say) {
    if (assignments.status === 'unavailable') {
      yield say.inconclusive('unknown', {}, [gap('Assignments', assignments.reason)]);
      return;
    }
    const days = String(withinDays);
    const { faults, doubts } = notLasting(assignments.value.dependents, asOf, withinDays);
    for (const fault of faults) {
      const data = { container: fault.title, permissions: inShort(fault.permissions), days };
      const stands = fact(`What stands on '${fault.title}' alone`, byTopic(fault.permissions));
      if (fault.kind === 'expiring')
        yield say.fail('expiring', { ...data, day: dayOf(fault.expires) }, [
          fact(`Assignment of '${fault.title}' expires`, fault.expires),
          stands,
        ]);
      else if (fault.kind === 'outdated-group')
        yield say.fail('outdatedGroup', { ...data, status: fault.status }, [
          fact(`Status of '${fault.title}'`, fault.status),
          stands,
        ]);
      else yield say.fail('sessionBased', data, [stands]);
    }
    if (doubts.length > 0) {
      const permissions = inShort(doubts.map(({ permission }) => permission));
      yield say.inconclusive(
        'permissionsUnknown',
        { permissions },
        doubts.map(({ permission, reason }) => gap(permission, reason)),
      );
    }
    if (faults.length + doubts.length === 0)
      yield say.pass('lasting', { days }, [fact('Assignments', assignments.value.all.length)]);
  },
});

function inShort(permissions: readonly string[]): string {
  return firstOf(byTopic(permissions), 3);
}
