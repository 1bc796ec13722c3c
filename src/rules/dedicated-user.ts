import { permissionLabel } from '../salesforce/labels.ts';
import { decisionOn } from './decisions.ts';
import { defineRule } from './define-rule.ts';
import { decided, fact, gap } from './evidence.ts';

const apiOnly = 'ApiUserOnly';

export const dedicatedUser = defineRule({
  meta: {
    id: 'dedicated-user',
    title: 'User of the integration’s own',
    rationale:
      'A user that people share with an integration changes with the people: a password, a profile or a permission that somebody needs otherwise stops the sync, and nobody can tell their changes from the vendor’s.',
    options: { type: 'object', additionalProperties: false, properties: {} },
    example: {},
    messages: {
      dedicated:
        'No other active user has the same profile, and nobody can log in to the user interface as this user: {permission} is granted',
      shared: 'Other active users have the same profile: {count}, such as {examples}',
      perhapsAPerson:
        'No other active user has the same profile, but {permission} is not granted, so a person could log in with this user; whether one does could not be known',
      permissionUnknown:
        'No other active user has the same profile, but whether {permission} is granted, so that no person can log in with this user, could not be known',
      peersUnknown: 'Whether other active users have the same profile could not be known',
    },
    failures: ['shared'],
    remedy: {
      lightning: [
        'Setup > Users > Profiles: clone the profile for the integration alone',
        'Setup > Users > Users: click Edit beside the integration user, choose the new Profile, and click Save',
        'In the new profile select Api Only User, so that no person can log in with it',
      ],
      classic: [
        'Setup > Administer > Manage Users > Profiles: clone the profile for the integration alone',
        'Setup > Administer > Manage Users > Users: click Edit beside the integration user, choose the new Profile, and click Save',
        'In the new profile, under Administrative Permissions, select Api Only User, so that no person can log in with it',
      ],
    },
  },
  needs: () => ({ profilePeers: true, systemPermissions: [apiOnly] }),
  *check({ profilePeers, systemPermissions }, _options, say) {
    const permission = permissionLabel(apiOnly);
    const decision = decisionOn(systemPermissions, apiOnly);
    if (profilePeers.status === 'unavailable') {
      const evidence = [gap('Users of the same profile', profilePeers.reason), decided(permission, decision)];
      yield say.inconclusive('peersUnknown', {}, evidence);
      return;
    }
    const { total, examples } = profilePeers.value;
    const peers = fact('Other active users of the profile', total);
    if (total > 0) {
      const data = { count: String(total), examples: examples.join(', ') || 'users that could not be read' };
      yield say.fail('shared', data, [fact('Other active users of the profile', examples)]);
      return;
    }
    const evidence = [peers, decided(permission, decision)];
    if (decision.decision === 'granted') yield say.pass('dedicated', { permission }, evidence);
    else if (decision.decision === 'denied')
      yield say.inconclusive('perhapsAPerson', { permission }, evidence);
    else yield say.inconclusive('permissionUnknown', { permission }, evidence);
  },
});
