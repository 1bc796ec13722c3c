import { describe, expect, test } from 'vitest';
import { effectiveAccess } from '../../../src/emulator/effective-access/effective-access.ts';
import type { OrgDescription } from '../../../src/emulator/org-description.ts';
import { loadScenario } from '../../../src/emulator/scenarios/load-scenario.ts';

const ivFields = [
  ...['Account', 'Lead'].flatMap((object) =>
    ['Company', 'Parent_Company', 'Ultimate_Parent_Company'].map(
      (name) => `${object}.iv__InsideView_${name}_ID__c`,
    ),
  ),
  ...['Contact', 'Lead'].flatMap((object) =>
    ['Executive', 'Employment'].map((name) => `${object}.iv__InsideView_${name}_ID__c`),
  ),
];

/** What the sync needs that the audited user does not have, by the plain arithmetic over the description. */
function missing(org: OrgDescription): Readonly<Record<string, string>> {
  const access = effectiveAccess(org, org.audit[0]?.username ?? '');
  const facts = [
    ...['ApiEnabled', 'ApiUserOnly', 'CustomizeApplication', 'RunFlow'].map((name) => [
      name,
      access.system[name],
    ]),
    ...(['read', 'create', 'edit', 'delete', 'viewAllRecords'] as const).map((right) => [
      `Account ${right}`,
      access.objects.Account?.[right],
    ]),
    ...ivFields.map((name) => [name, access.fields[name]?.effective.edit ?? 'no such field']),
    ['Enrich_Account', access.flows.Enrich_Account],
  ];
  return Object.fromEntries(facts.filter(([, truth]) => truth !== 'granted'));
}

const denied = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 'denied']));

describe('the audited user lacks of what the sync needs', () => {
  test.each<[string, string, Readonly<Record<string, string>>]>([
    ['compliant', 'nothing', {}],
    ['via-permission-sets', 'nothing', {}],
    ['blind-auditor', 'nothing', {}],
    ['large', 'nothing', {}],
    ['admin-user', 'only what makes it API-only', denied('ApiUserOnly')],
    ['professional-edition', 'only what the edition does not have', { ApiEnabled: 'unknown' }],
    [
      'drifted',
      'what its description lists',
      {
        ...denied(
          'ApiUserOnly',
          'CustomizeApplication',
          'RunFlow',
          'Account delete',
          'Account viewAllRecords',
          'Enrich_Account',
        ),
        ...denied(
          'Account.iv__InsideView_Ultimate_Parent_Company_ID__c',
          ...ivFields.filter((name) => name.startsWith('Lead.')),
        ),
        'Contact.iv__InsideView_Executive_ID__c': 'no such field',
      },
    ],
    [
      'expired-and-session',
      'what its description lists',
      {
        ...denied('CustomizeApplication', 'Account delete', 'Account viewAllRecords'),
        ...denied('Contact.iv__InsideView_Executive_ID__c', 'Contact.iv__InsideView_Employment_ID__c'),
        // Whether a session-based set helps an unattended session, and what a stale aggregate hides, nobody knows.
        ...Object.fromEntries(
          ['RunFlow', 'Enrich_Account', ...ivFields.filter((name) => name.startsWith('Lead.'))].map(
            (name) => [name, 'unknown'],
          ),
        ),
      },
    ],
  ])('%s: %s', async (scenario, _, expected) => {
    expect(missing(await loadScenario(scenario))).toEqual(expected);
  });
});

describe('around what the user can do', () => {
  const auditedIn = async (scenario: string) => {
    const org = await loadScenario(scenario);
    return { org, user: org.users.find(({ username }) => username === org.audit[0]?.username) };
  };

  test.each(['compliant', 'via-permission-sets', 'large', 'professional-edition'])(
    '%s has a user of its own, at work today',
    async (scenario) => {
      const { org, user } = await auditedIn(scenario);
      const sharing = org.users.filter(
        ({ profile, active }) => profile === user?.profile && active !== false,
      );
      expect(sharing).toEqual([user]);
      expect(user?.lastLogin).toMatch(/^2026-11-02/);
      expect(user?.assignments?.filter(({ expires }) => expires !== undefined)).toEqual([]);
    },
  );

  test('drifted has a frozen user who shares its profile, an expiry next week, and few calls left', async () => {
    const { org, user } = await auditedIn('drifted');
    expect(user?.frozen).toBe(true);
    expect(
      org.users.filter(({ profile, active }) => profile === user?.profile && active !== false),
    ).toHaveLength(2);
    expect(user?.assignments?.map(({ expires }) => expires)).toContain('2026-11-09T00:00:00Z');
    expect((org.dailyApiRequests?.remaining ?? 0) / (org.dailyApiRequests?.max ?? 1)).toBeLessThan(0.1);
  });
});
