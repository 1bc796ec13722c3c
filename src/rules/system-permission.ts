import { decisionOn, outcomeOfAny } from './decisions.ts';
import { defineRule } from './define-rule.ts';

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
          items: { type: 'string' },
        },
      },
    },
    messages: {
      granted: '{permissions} is granted',
      missing: '{permissions} is not granted',
      unknown: 'Whether {permissions} is granted could not be known',
    },
  },
  needs: ({ anyOf }) => ({ systemPermissions: anyOf }),
  *check(access, { anyOf }, say) {
    const decisions = anyOf.map((name) => ({ name, decision: decisionOn(access.systemPermissions, name) }));
    const outcome = outcomeOfAny(decisions.map(({ decision }) => decision));
    const message = ({ pass: 'granted', fail: 'missing', inconclusive: 'unknown' } as const)[outcome];
    const evidence = decisions.map(
      ({ name, decision }) => ({ kind: 'decision', about: name, decision }) as const,
    );
    yield say[outcome](message, { permissions: anyOf.join(' or ') }, evidence);
  },
});
