import type { Part } from '../model/part.ts';
import type { Evidence, Outcome } from '../model/rule.ts';
import type { User } from '../model/subject.ts';
import { eitherOf, listed } from '../plain/lists.ts';
import { permissionLabel } from '../salesforce/labels.ts';
import { anyOutcome, decisionOn, outcomeOn } from './decisions.ts';
import { defineRule } from './define-rule.ts';
import { decided, fact, gap } from './evidence.ts';
import { heldUntil } from './lasting.ts';

const flowUserLabel = 'Flow User (on the user)';

/** One way to meet the requirement, and what it comes to. */
interface Way {
  readonly label: string;
  readonly outcome: Outcome;
  readonly evidence: Evidence;
  /** When it ends, in milliseconds since 1970. */
  readonly until: number;
}

export const systemPermission = defineRule({
  meta: {
    id: 'system-permission',
    title: 'System permission',
    rationale:
      'An integration calls the API in the name of its user. Without the system permission the call is refused, or the feature behind it stays silently off.',
    options: {
      type: 'object',
      additionalProperties: false,
      required: ['anyOf'],
      properties: {
        anyOf: {
          type: 'array',
          description: 'API names without "Permissions", such as ApiEnabled; one of them is enough',
          minItems: 1,
          items: { type: 'string', pattern: '^[A-Z][A-Za-z0-9]*$' },
        },
        orFlowUser: {
          type: 'boolean',
          description:
            'The user preference "Flow User" (UserPermissionsInteractionUser) is enough as well. Salesforce lets a Flow User run flows as Run Flows does.',
          default: false,
        },
      },
    },
    example: { anyOf: ['RunFlow', 'ManageInteraction'], orFlowUser: true },
    messages: {
      granted: '{permissions} is granted',
      missing: '{permissions} is not granted',
      noneGranted: 'None of {permissions} is granted',
      unknown: 'Whether {permissions} is granted could not be known',
    },
    failures: ['missing', 'noneGranted'],
    remedy: {
      lightning: [
        'Setup > Users > Permission Sets: open a permission set of the integration user, or create one',
        'Type the name into Find Settings and open the page it is on, click Edit, select {permissions}, click Save',
        'Click Manage Assignments and make sure that the integration user is there without an expiration date',
      ],
      classic: [
        'Setup > Administer > Manage Users > Profiles: open the profile of the integration user and click Edit',
        'Under Administrative Permissions or General User Permissions select {permissions}, and click Save',
      ],
    },
  },
  needs: ({ anyOf, orFlowUser }) => ({
    systemPermissions: anyOf,
    ...(orFlowUser ? { user: true as const } : {}),
  }),
  *check(access, { anyOf, orFlowUser }, say) {
    const ways = anyOf.map((name): Way => {
      const decision = decisionOn(access.systemPermissions, name);
      const label = permissionLabel(name);
      const until = decision.decision === 'granted' ? heldUntil(decision.grants) : 0;
      return { label, outcome: outcomeOn(decision), evidence: decided(label, decision), until };
    });
    if (orFlowUser && access.user) ways.push(flowUserWay(access.user));
    const outcome = anyOutcome(ways.map((way) => way.outcome));
    const evidence = ways.map((way) => way.evidence);
    const labels = ways.map(({ label }) => label);
    if (outcome === 'pass') {
      // One is enough: it rests on the one that lasts longest, and the others may go.
      const [first, ...others] = ways.filter((way) => way.outcome === 'pass');
      if (!first) return;
      const best = others.reduce((longest, way) => (way.until > longest.until ? way : longest), first);
      yield say.pass('granted', { permissions: best.label }, [best.evidence]);
    } else if (outcome === 'inconclusive') {
      yield say.inconclusive('unknown', { permissions: eitherOf(labels) }, evidence);
    } else {
      yield say.fail(
        labels.length === 1 ? 'missing' : 'noneGranted',
        { permissions: listed(labels) },
        evidence,
      );
    }
  },
});

/** "Flow User" is a preference of the user, not an entry of a container: a fact, not a decision. */
function flowUserWay(user: Part<User>): Way {
  const flowUser = user.status === 'ok' ? user.value.flowUser : user;
  return flowUser.status === 'ok'
    ? {
        label: flowUserLabel,
        outcome: flowUser.value ? 'pass' : 'fail',
        evidence: fact(flowUserLabel, flowUser.value),
        until: Number.POSITIVE_INFINITY,
      }
    : {
        label: flowUserLabel,
        outcome: 'inconclusive',
        evidence: gap(flowUserLabel, flowUser.reason),
        until: 0,
      };
}
