import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';

const today = new Date('2026-10-08T12:00:00Z');

async function problemsOf(text: string, file = 'syncgate.config.yaml'): Promise<readonly string[]> {
  const read = await readConfig(text, file, today);
  return 'problems' in read
    ? read.problems.map(({ line, column, message }) => `${line}:${column}: ${message}`)
    : [];
}

const waiver = (more: string) => `{requirement: x, reason: r, owner: o, expires: 2026-12-31${more}}`;

describe('what fits the schema and still cannot be meant', () => {
  test.each([
    [
      'an org that is nowhere',
      'orgs:\n  prod: {users: [a]}',
      '2:3: orgs.prod: it is not said which org this is. Give targetOrg (one the Salesforce CLI knows) or instanceUrl',
    ],
    [
      'an org with a way to sign in and no address',
      'orgs:\n  prod:\n    signIn: {accessToken: {env: T}}',
      '2:3: orgs.prod: it is not said which org this is. Give targetOrg (one the Salesforce CLI knows) or instanceUrl',
    ],
    [
      'two ways to sign in',
      'orgs:\n  prod:\n    targetOrg: p\n    signIn: {sfdxAuthUrl: {env: T}}',
      '4:5: orgs.prod.signIn: targetOrg stands beside it, and the Salesforce CLI is signed in already. Keep one of them',
    ],
    [
      'two addresses',
      'orgs:\n  prod:\n    instanceUrl: https://a.my.salesforce.com\n    signIn: {sfdxAuthUrl: {env: T}}',
      '3:5: orgs.prod.instanceUrl: an SFDX auth URL names its org by itself. Keep signIn alone',
    ],
    [
      'two sets of users, with an org',
      'orgs:\n  prod: {targetOrg: p, users: [a], allApiOnly: true}',
      '2:36: orgs.prod.allApiOnly: users stands beside it, and names another set of users. Keep one of them',
    ],
    [
      'a field twice, with an org',
      'orgs:\n  prod:\n    targetOrg: p\n    fieldNames: {Lead.A: B, lead.a: C}',
      `4:29: orgs.prod.fieldNames: 'lead.a' is given twice`,
    ],
    [
      'a waiver twice',
      `waivers:\n  - ${waiver(', subject: A@b.c')}\n  - ${waiver('')}\n  - ${waiver(', subject: a@B.c')}`,
      `4:5: waivers[2]: 'x' is waived for 'a@B.c' on line 2 already. Keep one of them`,
    ],
    [
      'a waiver for everybody twice',
      `waivers:\n  - ${waiver('')}\n  - ${waiver('')}`,
      `3:5: waivers[1]: 'x' is waived for everybody on line 2 already. Keep one of them`,
    ],
    [
      'two formats in one file',
      'outputs:\n  json: out/a.txt\n  sarif: ./out/b/../a.txt',
      '3:3: outputs.sarif: json is written to the same file. Give each format its own',
    ],
  ])('%s', async (_, text, expected) => {
    expect(await problemsOf(text)).toEqual([expected]);
  });

  test.each([
    ['an SFDX auth URL alone', 'orgs: {prod: {signIn: {sfdxAuthUrl: {env: T}}}}'],
    ['an address alone', 'orgs: {prod: {instanceUrl: "https://a.my.salesforce.com"}}'],
    ['a waiver for two subjects', `waivers: [${waiver(', subject: a')}, ${waiver(', subject: b')}]`],
    ['a level that is off', 'levels: {x: {level: off, reason: not ours}}'],
    ['CRLF', 'failOn: note\r\nvariant: x\r\n'],
    ['a byte order mark', '\uFEFFfailOn: note'],
    ['its schema', '$schema: ./config.schema.json\nfailOn: note'],
    ['YAML that says its version', '%YAML 1.2\n---\nfailOn: note'],
    ['an anchor that is used', 'users: &who [a]\norgs: {prod: {targetOrg: p, users: *who}}'],
  ])('but %s is taken', async (_, text) => {
    expect(await problemsOf(text)).toEqual([]);
  });
});

describe('what YAML reads in another way than was meant', () => {
  test.each([
    [
      'yes',
      'features: {x: yes}',
      '1:15: features.x must be true or false, but is the text "yes"; write true',
    ],
    [
      'Off',
      'features: {x: Off}',
      '1:15: features.x must be true or false, but is the text "Off"; write false',
    ],
    [
      'a number that should be text',
      'targetOrg: 2024',
      '1:12: targetOrg must be text, but is 2024; put it in quotes',
    ],
    [
      'a version that became a number',
      'orgs: {p: {targetOrg: p, apiVersion: 67.0}}',
      '1:38: orgs.p.apiVersion must be text, but is 67; put it in quotes',
    ],
    [
      'false where a level is off',
      'levels: {x: {level: false, reason: r}}',
      '1:21: levels.x.level must be one of error, warning, note, off, but is false',
    ],
    [
      'a key that is a number',
      'levels: {1: {level: off, reason: r}}',
      '1:10: a key must be text; put it in quotes',
    ],
    [
      'a number in words',
      'concurrency: "8"',
      '1:14: concurrency must be a whole number, but is the text "8"',
    ],
    ['a number out of range', 'concurrency: 0', '1:14: concurrency must be at least 1, but is 0'],
    ['a NUL', 'users: ["a\0b"]', '1:11: a NUL character: this is no text in UTF-8. Save the file as UTF-8'],
    ['UTF-16', 'f\0a\0', '1:2: a NUL character: this is no text in UTF-8. Save the file as UTF-8'],
    [
      'lines that end with CRLF',
      'failOn: note\r\nx: 1',
      expect.stringMatching(/^2:1: the key 'x' is not known/u),
    ],
    [
      'an unknown key with all that are known',
      'orgs: {p: {targetOrg: p, zzzzzz: 1}}',
      `1:26: orgs.p: the key 'zzzzzz' is not known (known are targetOrg, instanceUrl, signIn, apiVersion, users, allApiOnly, packs, variant, features, parameters, fieldNames, levels)`,
    ],
    [
      'a name that no org can have',
      'orgs: {"a b": {targetOrg: p}}',
      `1:8: orgs: the key 'a b' must be text that matches ^[A-Za-z0-9][A-Za-z0-9._-]*$ (a name of letters, digits, dots, dashes and underscores)`,
    ],
    [
      'keys that would write on a terminal',
      '"\\e[2J\\u202e": 1',
      expect.stringMatching(/^1:1: a key that is not known \(/u),
    ],
    [
      'a key that never ends',
      `"${'k'.repeat(500)}": 1`,
      expect.stringMatching(/^1:1: a key that is not known \(/u),
    ],
    [
      '__proto__',
      '__proto__: {failOn: note}',
      expect.stringMatching(/^1:1: the key '__proto__' is not known/u),
    ],
  ])('%s', async (_, text, expected) => {
    expect(await problemsOf(text)).toEqual([expected]);
  });
});
