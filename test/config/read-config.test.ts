import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';

const today = new Date('2026-10-08T12:00:00Z');

async function problemsOf(text: string, file = 'syncgate.config.yaml'): Promise<readonly string[]> {
  const read = await readConfig(text, file, today);
  return 'problems' in read
    ? read.problems.map(({ line, column, message }) => `${line}:${column}: ${message}`)
    : [];
}

const yaml = `# What we audit
packs: [demandbase-data-integrity, packs/own.json]
users: [sync@acme.example]
targetOrg: production
variant: admin-user
features:
  lead-to-account: false
parameters:
  mappedFields: [Contact.Job_Function__c]
fieldNames:
  Account.iv__InsideView_Company_ID__c: Company_Id__c
failOn: warning
allowInconclusive: true
waivers:
  - requirement: account-delete
    reason: Nobody deletes
    owner: CRM team
    expires: 2026-12-31
  - requirement: run-flow
    subject: sync@acme.example
    reason: Being mended
    owner: ops
    expires: '2026-11-01'
`;

test('a configuration comes with the places of its waivers', async () => {
  const read = await readConfig(yaml, 'syncgate.config.yaml', today);
  expect('config' in read && read.config.configuration).toEqual({
    packs: ['demandbase-data-integrity', 'packs/own.json'],
    users: ['sync@acme.example'],
    targetOrg: 'production',
    variant: 'admin-user',
    features: { 'lead-to-account': false },
    parameters: { mappedFields: ['Contact.Job_Function__c'] },
    fieldNames: { 'Account.iv__InsideView_Company_ID__c': 'Company_Id__c' },
    failOn: 'warning',
    allowInconclusive: true,
    waivers: [
      {
        requirement: 'account-delete',
        reason: 'Nobody deletes',
        owner: 'CRM team',
        expires: '2026-12-31',
        at: { file: 'syncgate.config.yaml', line: 15, column: 5 },
      },
      {
        requirement: 'run-flow',
        subject: 'sync@acme.example',
        reason: 'Being mended',
        owner: 'ops',
        expires: '2026-11-01',
        at: { file: 'syncgate.config.yaml', line: 19, column: 5 },
      },
    ],
  });
  expect('config' in read && read.config.keyAt(['features', 'lead-to-account'])).toMatchObject({ line: 7 });
});

test('JSON says the same', async () => {
  const json = '{"$schema": "config.schema.json", "failOn": "note"}';
  const read = await readConfig(json, 'syncgate.config.json', today);
  expect('config' in read && read.config.configuration).toEqual({ failOn: 'note' });
});

describe('what is wrong is told in words, at its place', () => {
  test.each([
    ['a key misspelt', 'waiver: []', [`1:1: the key 'waiver' is not known; did you mean 'waivers'?`]],
    [
      'a switch in words',
      'features:\n  routing: off',
      ['2:12: features.routing must be true or false, but is the text "off"; write false'],
    ],
    ['no packs', 'packs: []', ['1:8: packs must not be empty']],
    ['a list left empty', 'users:', ['1:7: users must be a list, but is null']],
    ['a user twice', 'users: [a, b, a]', ['1:8: users must not have the same entry twice: [0] and [2]']],
    [
      'a level that is none',
      'failOn: errors',
      [`1:9: failOn must be one of error, warning, note, but is the text "errors"; did you mean 'error'?`],
    ],
    [
      'a field without its object',
      'fieldNames: {Industry: X__c}',
      [
        `1:14: fieldNames: the key 'Industry' must be text that matches ^[A-Za-z][A-Za-z0-9_]*\\.[A-Za-z][A-Za-z0-9_]*$ (Object.Field, such as Account.Industry)`,
      ],
    ],
    [
      'a field twice, because names know no case',
      'fieldNames:\n  Lead.A: B\n  LEAD.a: C',
      [`3:3: fieldNames: 'LEAD.a' is given twice`],
    ],
    [
      'a waiver without a reason or an end',
      'waivers:\n  - requirement: x',
      [
        `2:5: waivers[0] must have 'reason'`,
        `2:5: waivers[0] must have 'owner'`,
        `2:5: waivers[0] must have 'expires'`,
      ],
    ],
    [
      'a waiver with no reason in its reason',
      'waivers: [{requirement: x, reason: "", owner: z, expires: 2026-01-01}]',
      ['1:36: waivers[0].reason must be text that is not empty, but is the text ""'],
    ],
    [
      'a day in another order',
      'waivers: [{requirement: x, reason: y, owner: z, expires: 31.12.2026}]',
      [
        '1:58: waivers[0].expires must be text that matches ^[0-9]{4}-[0-9]{2}-[0-9]{2}$ (the last day it holds, as YYYY-MM-DD, at most a year ahead), but is the text "31.12.2026"',
      ],
    ],
    [
      'a day that never comes',
      'waivers: [{requirement: x, reason: y, owner: z, expires: 2026-02-29}]',
      ['1:58: waivers[0].expires: there is no day 2026-02-29'],
    ],
    [
      'a month that never comes',
      'waivers: [{requirement: x, reason: y, owner: z, expires: 2026-13-01}]',
      ['1:58: waivers[0].expires: there is no day 2026-13-01'],
    ],
    ['a list instead of keys', '- packs', ['1:1: the file must be an object, but is a list']],
    ['a text instead of keys', 'packs', ['1:1: the file must be an object, but is text']],
    ['a key given twice', 'failOn: note\nfailOn: error', ['2:1: the key is given twice']],
  ])('%s', async (_, text, expected) => {
    expect(await problemsOf(text)).toEqual(expected);
  });

  test('a key given twice in JSON, which JSON.parse swallows', async () => {
    expect(await problemsOf('{"failOn": "error",\n "failOn": "note"}', 'syncgate.config.json')).toEqual([
      '2:2: the key is given twice',
    ]);
  });
});
