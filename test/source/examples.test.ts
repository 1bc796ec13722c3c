import { expect, test } from 'vitest';
import type { Decision } from '../../src/model/access.ts';
import { collected, decidedFromFiles, decidedWithFacts } from './decided.ts';
import { type Example, exampleOrg, username } from './example-org.ts';
import { type Layout, plainContent, plainLayout } from './layout.ts';
import { type Files, writeOrg } from './write-org.ts';

type Outcome = Decision['decision'];

const layoutWith = (content: Partial<Layout['content']>): Layout => ({
  ...plainLayout,
  content: { ...plainContent, ...content },
});

const without = (files: Files, part: string): Files =>
  new Map([...files].filter(([path]) => !path.includes(part)));

interface Case {
  readonly name: string;
  readonly org: Example;
  readonly content?: Partial<Layout['content']>;
  /** Part of the path of files that are gone. */
  readonly gone?: string;
  readonly expected: Readonly<Record<string, Outcome>>;
}

const sync = { name: 'Size__c', label: 'Size', type: 'Number(18, 0)' };
const score = { name: 'Score__c', label: 'Score', type: 'Formula (Number)' };

const alone: readonly Case[] = [
  {
    name: 'a muting set takes a lookup however it spells its name',
    org: {
      sets: { A: { fields: { 'Account.ParentId': 'read' } } },
      groups: { G: { members: ['A'], muting: { fields: { 'Account.ParentId': 'read' } } } },
    },
    content: { mutingSpells: 'lower case' },
    expected: { 'Account.ParentId: field-level read': 'denied' },
  },
  {
    name: 'a muting set takes with Read what Read is required for, whether or not it says so',
    org: {
      sets: { A: { objects: { Account: ['edit'] } } },
      groups: { G: { members: ['A'], muting: { objects: { Account: ['read'] } } } },
    },
    content: { rights: 'as described' },
    expected: { 'Account: read': 'denied', 'Account: edit': 'denied' },
  },
  {
    name: 'a group keeps what a right required that its muting set takes, whether or not a member says so',
    org: {
      sets: { A: { system: ['ModifyAllData'], objects: { Account: ['modifyAllRecords'] } } },
      groups: {
        G: { members: ['A'], muting: { system: ['ModifyAllData'], objects: { Account: ['edit'] } } },
      },
    },
    content: { rights: 'as described' },
    expected: {
      'system ModifyAllData': 'denied',
      'system ViewAllData': 'granted',
      'Account: read': 'granted',
    },
  },
  {
    name: 'what a group gives is open where the file of its muting set is gone',
    org: {
      sets: { A: { system: ['ApiEnabled'] } },
      groups: { G: { members: ['A'], muting: { system: ['ApiEnabled'] } } },
    },
    gone: 'mutingpermissionsets',
    expected: { 'system ApiEnabled': 'unknown', 'system RunFlow': 'unknown' },
  },
  {
    name: 'what a group gives is open where the file of a member is gone, but for what another gives',
    org: {
      sets: { A: { system: ['ApiEnabled'] }, B: { system: ['RunFlow'] } },
      groups: { G: { members: ['A', 'B'] } },
    },
    gone: 'permissionsets/B',
    expected: { 'system ApiEnabled': 'granted', 'system RunFlow': 'unknown' },
  },
  {
    name: 'the owner has no field-level security, although a file has it as a lookup',
    org: { sets: { A: { objects: { Account: ['edit'] } } } },
    expected: {
      'Account.OwnerId: field-level read': 'unknown',
      'Account.OwnerId: effective edit': 'unknown',
    },
  },
  {
    name: 'nobody edits a formula, and a field without a file may be one, whoever may edit read-only fields',
    org: {
      sets: { A: { system: ['EditReadonlyFields'], fields: { 'Account.Score__c': 'read' } } },
      fields: [score],
    },
    gone: '/objects/',
    expected: {
      'Account.Score__c: field-level read': 'granted',
      'Account.Score__c: field-level edit': 'unknown',
    },
  },
  {
    name: 'beside View All Fields a file is silent about single fields',
    org: {
      sets: { A: { objects: { Account: ['edit', 'viewAllFields'] }, fields: { 'Account.Size__c': 'edit' } } },
      fields: [sync],
    },
    content: { hidesViewedFields: true },
    expected: { 'Account.Size__c: effective read': 'granted', 'Account.Size__c: effective edit': 'unknown' },
  },
  {
    name: 'before API version 40.0 a permission set was retrieved in part',
    org: { sets: { A: { system: ['ApiEnabled'] } } },
    content: { apiVersion: '39.0' },
    expected: { 'system ApiEnabled': 'granted', 'system RunFlow': 'unknown' },
  },
];

test.each(alone)('files alone: $name', async ({ org: example, content = {}, gone, expected }) => {
  const org = exampleOrg(example);
  const layout = layoutWith(content);
  const files = gone === undefined ? writeOrg(org, layout) : without(writeOrg(org, layout), gone);
  const decided = await decidedFromFiles(org, layout, { withProfile: false, files });
  expect(outcomesOf(decided.get(username), expected)).toEqual(expected);
});

interface FactsCase extends Case {
  readonly after: Example;
}

const withOrg: readonly FactsCase[] = [
  {
    name: 'the file Admin is the profile System Administrator',
    org: { profile: { name: 'System Administrator', system: ['ApiEnabled', 'RunFlow'] } },
    after: { profile: { name: 'System Administrator', system: ['ApiEnabled'] } },
    content: { refusals: true },
    expected: { 'system ApiEnabled': 'granted', 'system RunFlow': 'denied' },
  },
  {
    name: "what a profile's file leaves out stays as it is in the org",
    org: { profile: { system: ['ApiEnabled'], objects: { Account: ['edit'] } } },
    after: { profile: { objects: { Account: ['read'] } } },
    expected: {
      'system ApiEnabled': 'granted',
      'system RunFlow': 'denied',
      'Account: read': 'granted',
      'Account: edit': 'denied',
    },
  },
  {
    name: 'a group that no file has is computed anew from a member that a file changes',
    org: { sets: { A: { system: ['ApiEnabled'] } }, groups: { G: { members: ['A'] } } },
    after: { sets: { A: { system: ['RunFlow'] } }, groups: { G: { members: ['A'] } } },
    gone: 'permissionsetgroups',
    expected: { 'system ApiEnabled': 'denied', 'system RunFlow': 'granted' },
  },
  {
    name: 'the owner has no field-level security, whatever its file says of it',
    org: { profile: { objects: { Account: ['edit'] } } },
    after: { profile: { objects: { Account: ['edit'] } } },
    expected: {
      'Account.OwnerId: field-level read': 'granted',
      'Account.OwnerId: effective edit': 'granted',
    },
  },
];

test.each(withOrg)('files and the org: $name', async ({ org, after, content = {}, gone, expected }) => {
  const facts = await collected(exampleOrg(org));
  const layout = layoutWith(content);
  const files = writeOrg(exampleOrg(after), layout);
  const kept = gone === undefined ? files : without(files, gone);
  const decided = await decidedWithFacts(facts, exampleOrg(after), layout, kept);
  expect(outcomesOf(decided.get(username), expected)).toEqual(expected);
});

const outcomesOf = (
  claims: ReadonlyMap<string, Decision> | undefined,
  { ...asked }: Case['expected'],
): Readonly<Record<string, Outcome | undefined>> =>
  Object.fromEntries(Object.keys(asked).map((claim) => [claim, claims?.get(claim)?.decision]));
