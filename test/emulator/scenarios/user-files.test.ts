import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extendOrg } from '../../../src/emulator/scenarios/extend.ts';
import { loadScenario, ScenarioError, scenarioNames } from '../../../src/emulator/scenarios/load-scenario.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scenario-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileWith(text: string, name = 'mine.json'): Promise<string> {
  const file = join(await mkdtemp(join(folder, 'case-')), name);
  await writeFile(file, text);
  return file;
}

const messageOf = async (nameOrFile: string) => {
  const error: unknown = await loadScenario(nameOrFile).catch((reason) => reason);
  expect(error).toBeInstanceOf(ScenarioError);
  return (error as ScenarioError).message;
};

describe('a file of the user’s own', () => {
  test('may change a built-in scenario', async () => {
    const file = await fileWith(
      `{ "extends": "compliant", "description": "Mine", "organization": { "name": "Mine", "type": "Unlimited Edition" } }`,
    );
    const org = await loadScenario(file);
    expect(org.organization.type).toBe('Unlimited Edition');
    expect(org.users).toEqual((await loadScenario('compliant')).users);
  });

  test('may be a whole org', async () => {
    const { $schema: _, ...compliant } = await loadScenario('compliant');
    expect(await loadScenario(await fileWith(JSON.stringify(compliant)))).toEqual(compliant);
  });

  test('may have an org generated', async () => {
    const sizes = { permissionSets: 50, profiles: 20, users: 50, fieldPermissions: 2000 };
    const org = await loadScenario(
      await fileWith(JSON.stringify({ generate: 'large', description: 'Mine', seed: 1, sizes })),
    );
    expect(org.users).toHaveLength(50);
  });
});

describe('a wrong scenario is refused, with where and what:', () => {
  test('an unknown name', async () => {
    const message = await messageOf('complaint');
    expect(message).toContain("Unknown scenario 'complaint'");
    for (const name of scenarioNames()) expect(message).toContain(name);
  });

  test.each(['constructor', '__proto__'])('a name that every object knows, %s', async (name) => {
    expect(await messageOf(name)).toContain('Unknown scenario');
  });

  test('a file that is not there', async () => {
    expect(await messageOf(join(folder, 'none.json'))).toMatch(/none\.json: there is no such file$/);
  });

  test('a folder', async () => {
    expect(await messageOf(folder)).toContain('EISDIR');
  });

  test.each([
    ['text that is no JSON', '{\n  "extends": "compliant",,\n}', /mine\.json: this is not JSON: .*line 2/],
    ['an empty file', '', /mine\.json: this is not JSON/],
    ['a list', '[]', /mine\.json:1: the scenario must be object/],
    ['nothing in it', '{}', /mine\.json:1: the scenario must have required property 'now'/],
    [
      'a base that is not there',
      '{\n"description": "x",\n"extends": "nothing"\n}',
      /mine\.json:3: extends must be one of .*compliant/,
    ],
    [
      'an unknown key',
      '{\n"extends": "compliant",\n"description": "x",\n"userz": []\n}',
      /mine\.json:4: the scenario has no key 'userz'/,
    ],
    [
      'an unknown key deep down',
      '{ "extends": "compliant", "description": "x",\n"flows": [\n{ "name": "A", "label": "A", "processType": "Flow", "activ": true } ] }',
      /mine\.json:3: flows › 0 has no key 'activ'/,
    ],
    [
      'a wrong right',
      '{ "extends": "compliant", "description": "x",\n"profiles": [{ "name": "P", "license": "Salesforce", "custom": true,\n"objects": { "Account": ["write"] } }] }',
      /mine\.json:3: profiles › 0 › objects › Account › 0 must be one of read, create/,
    ],
    [
      'an assignment of nothing',
      '{ "extends": "compliant", "description": "x", "users": [{ "username": "a@b", "alias": "a", "name": "A", "profile": "P", "lastLogin": null,\n"assignments": [{}] }] }',
      /mine\.json:2: users › 0 › assignments › 0 must have exactly one of permissionSet and group$/,
    ],
    [
      'a seed for nothing',
      '{ "extends": "compliant", "description": "x",\n"seed": 1 }',
      /mine\.json:2: seed goes with 'generate' only/,
    ],
    [
      'a name that leads nowhere',
      '{ "extends": "compliant", "description": "x", "auditor": "no@body" }',
      /mine\.json: There is no user 'no@body'/,
    ],
  ])('%s', async (_, text, expected) => {
    expect(await messageOf(await fileWith(text))).toMatch(expected);
  });
});

describe('an extending scenario', () => {
  test('replaces by name, adds what is new, and keeps the rest', async () => {
    const base = await loadScenario('compliant');
    const replaced = { name: 'API Only', license: 'Salesforce', custom: true };
    const added = { name: 'Another', license: 'Salesforce', custom: true };
    const org = extendOrg(base, { extends: 'compliant', description: 'x', profiles: [added, replaced] });
    expect(org.profiles.map(({ name }) => name)).toEqual([
      ...base.profiles.map(({ name }) => name),
      'Another',
    ]);
    expect(org.profiles[0]).toEqual(replaced);
    expect(org.permissionSets).toEqual(base.permissionSets);
  });

  test('takes what the new edition does not know out of what it inherits', async () => {
    const base = await loadScenario('compliant');
    const organization = { name: 'x', type: 'Professional Edition' };
    const org = extendOrg(base, { extends: 'compliant', description: 'x', organization });
    const admin = (from: typeof base) =>
      from.profiles.find(({ name }) => name === 'System Administrator')?.system;
    expect(admin(base)).toContain('AuthorApex');
    expect(admin(org)).not.toContain('AuthorApex');
  });
});
