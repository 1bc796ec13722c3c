import * as fc from 'fast-check';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { field, flow, need, ok } from '../access/org-parts.ts';
import { snapshotOf } from '../access/snapshot-builder.ts';

/** Names that are hard to take out without taking out too much, or too little. */
export const hostileNames: readonly string[] = [
  'Zyx.*(+)[a-z]\\$1',
  'zyxcorp',
  'ZYXCORP',
  'Zyxcorp Sales',
  'Zyxcorp Sales Ops',
  'a',
  'id',
  'true',
  'Account',
  'message',
  'Permission set',
  'permission-set-1',
  'Permission_set_2',
  'Custom_Object_2__c',
  'user-1@redacted.example',
  '\u202Ezyx\u200Fgnol',
  'Zyx "quoted" \'name\'\n<b>&amp;',
  '株式会社ジクス',
  'Zyx & Söhne 100%',
  '__proto__',
  `Zyx${'x'.repeat(9_997)}`,
];

const name = fc.oneof(
  fc.constantFrom(...hostileNames),
  fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
);
const names = fc.array(name, { minLength: 9, maxLength: 9 });

/** An org in which every name that can be a customer's is one of these, and sentences speak of them. */
export function customerOrg(all: readonly string[]): Snapshot {
  const [
    user = '',
    person = '',
    org = '',
    set = '',
    other = '',
    muted = '',
    label = '',
    flowName = '',
    unknown = '',
  ] = all;
  const snapshot = snapshotOf({
    needs: need({
      systemPermissions: ['ApiEnabled', 'RunFlow'],
      objects: ['Account', 'Lead'],
      fields: [
        'Account.Site',
        { object: 'Account', field: 'iv__InsideView_Parent_Company_ID__c', label: 'InsideView Parent Id' },
        { object: 'Lead', field: 'Mapped__c' },
      ],
      flows: true,
    }),
    permissionable: ok(['Account', 'Zyxthing__c', 'zyxpkg__Thing__c']),
    catalogue: {
      Account: [
        field('Site', { label: `${label} site` }),
        field('zyxpkg__InsideView_Parent__c', { label: 'Parent Id' }),
        field('Zyxfield__c', { label, dataType: `Lookup(${label})` }),
        field('ZYXFIELD2__c', { label: other }),
      ],
      Lead: [field('Mapped__c', { label: other })],
    },
    profile: { system: ['ApiEnabled'], objects: { Account: ['read', 'edit'] } },
    sets: {
      One: { objects: { Lead: ['read'] }, flows: ['300Flow00000000'] },
      Two: { system: ['RunFlow'], sessionBased: true },
    },
    groups: { Some: { members: ['Two'], muting: { system: ['RunFlow'] }, status: 'Outdated' } },
    assigned: ['Some', 'One'],
    flows: [
      flow('Flow', { label: flowName, name: 'Zyxflow', namespace: 'zyxpkg' }),
      flow('Other', { label: other }),
    ],
  });
  const titles = new Map([
    ['Profile', org],
    ['One', set],
    ['Two', other],
    ['Muting of Some', muted],
    ['Some', set],
  ]);
  const retitled = <T extends { readonly title: string; readonly apiName: string }>(each: T): T => ({
    ...each,
    title: titles.get(each.title) ?? each.title,
    apiName: `Zyx_${each.apiName}`,
  });
  return {
    ...snapshot,
    organization: ok({ id: '00Dxy00000zyx1AEAW', name: org, edition: 'Enterprise Edition', isSandbox: true }),
    source: {
      kind: 'org',
      instanceUrl: 'https://zyxcorp--full.sandbox.my.salesforce.com',
      organizationId: '00Dxy00000zyx1AEAW',
      apiVersion: '67.0',
    },
    subjects: snapshot.subjects.map((each) => ({
      ...each,
      subject: { ...each.subject, name: user, title: person },
      profilePeers: ok({ total: 2, examples: [`peer@${'zyxcorp'}.com`, user] }),
      login: {
        status: 'unavailable',
        reason: {
          code: 'query-failed',
          message: `The user '${user}' (${person}) of zyxcorp--full.sandbox.my.salesforce.com was not found beside '${unknown}'`,
          query: `SELECT Id FROM UserLogin WHERE UserId = '0055g00000Zyx9QAAS' AND Name LIKE 'Zyxunheard%20of'`,
          errorCode: 'Zyx went wrong',
          mend: `ask admin@zyxcorp.com to give '${set}' to 'Zyxfield__c'`,
        },
      },
    })),
    containers: snapshot.containers.map(retitled),
    groups: snapshot.groups.map(retitled),
    warnings: [
      {
        code: 'unreadable',
        message: `Permission set '${set}' of Zyxunheard Ltd is odd`,
        at: {
          file: `zyx-app/main/default/permissionsets/Zyx_One.permissionset-meta.xml`,
          line: 1,
          column: 1,
          snippet: `<label>${set}</label>`,
        },
      },
    ],
  };
}

export const customerOrgs: fc.Arbitrary<Snapshot> = names.map(customerOrg);
