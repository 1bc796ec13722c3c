import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, type Surroundings, syncgate } from './command-line.ts';

const yaml = `targetOrg: prod
orgs:
  prod:
    instanceUrl: https://acme.my.salesforce.com
    apiVersion: "66.0"
    signIn:
      jwt:
        clientId: 3MVG9secretish
        username: ci@acme.com
        privateKey: { file: keys/prod.pem }
        passphrase: { env: KEY_WORD }
    users: [prod@acme.com]
    features: { lead-to-account: false }
    levels:
      account-delete: { level: off, reason: nobody deletes }
  test:
    targetOrg: acme-test
    allApiOnly: false
allApiOnly: true
features: { account-hierarchies: false, lead-to-account: true }
failOn: warning
waivers:
  - { requirement: run-flow, reason: being mended, owner: ops, expires: 2026-12-31 }
`;

/** What is set, where it comes from: `failOn: warning (syncgate.config.yaml:21:9)`. */
async function resolved(args: readonly string[], text = yaml, surroundings: Surroundings = {}) {
  const cwd = surroundings.cwd ?? (await emptyFolder());
  await writeFile(join(cwd, 'syncgate.config.yaml'), text);
  const ended = await syncgate(['config', '--format', 'json', ...args], { ...surroundings, cwd });
  if (ended.exitCode !== 0) return ended.stderr;
  const { settings } = JSON.parse(ended.stdout) as { settings: readonly Setting[] };
  return Object.fromEntries(settings.map(({ setting, value, from }) => [setting, [value, origin(from)]]));
}

interface Setting {
  readonly setting: string;
  readonly value: unknown;
  readonly from: {
    readonly kind: string;
    readonly name?: string;
    readonly at?: { line: number; column: number };
  };
}

const origin = ({ kind, name, at }: Setting['from']): string =>
  kind === 'argument' ? `--${name}` : at === undefined ? kind : `${at.line}:${at.column}`;

describe('every value comes with its origin', () => {
  test('what stands with the org wins over what stands beside it, entry by entry', async () => {
    expect(await resolved([], yaml, { env: { KEY_WORD: 'hunter2' } })).toEqual({
      org: ['prod', '1:12'],
      instanceUrl: ['https://acme.my.salesforce.com', '4:18'],
      apiVersion: ['66.0', '5:17'],
      'signIn.jwt.clientId': ['given, not shown', '8:19'],
      'signIn.jwt.username': ['given, not shown', '9:19'],
      'signIn.jwt.privateKey': ['from the file keys/prod.pem', '10:21'],
      'signIn.jwt.passphrase': ['from the environment variable KEY_WORD (set)', '11:21'],
      users: [['prod@acme.com'], '12:12'],
      'features.lead-to-account': [false, '13:34'],
      'features.account-hierarchies': [false, '20:34'],
      'levels.account-delete': [{ level: 'off', reason: 'nobody deletes' }, '15:23'],
      failOn: ['warning', '21:9'],
      'waivers[0]': [
        { requirement: 'run-flow', reason: 'being mended', owner: 'ops', expires: '2026-12-31' },
        '23:5',
      ],
      packs: [['demandbase-data-integrity'], 'default'],
      allowInconclusive: [false, 'default'],
      failOnNew: [false, 'default'],
      concurrency: [4, 'default'],
    });
  });

  test('arguments win over all of it', async () => {
    const args = ['--user', 'x', '--fail-on', 'note', '--without-feature', 'account-hierarchies'];
    expect(await resolved([...args, '--api-version', '67.0'])).toMatchObject({
      users: [['x'], '--user'],
      failOn: ['note', '--fail-on'],
      'features.account-hierarchies': [false, '--without-feature'],
      apiVersion: ['67.0', '--api-version'],
    });
  });

  test('so do those that say where a run is kept, and how many orgs are audited at a time', async () => {
    expect(await resolved(['--history', 'runs', '--concurrency', '9'])).toMatchObject({
      history: ['runs', '--history'],
      concurrency: [9, '--concurrency'],
    });
  });

  test('another org by argument; one that takes back what holds for all', async () => {
    const test = await resolved(['--target-org', 'test']);
    expect(test).toMatchObject({ org: ['test', '--target-org'], targetOrg: ['acme-test', '17:16'] });
    expect(test).not.toHaveProperty('allApiOnly');
    expect(test).not.toHaveProperty('users');
  });

  test('an org that the Salesforce CLI may know, and one by its address', async () => {
    expect(await resolved(['-o', 'scratch'])).toMatchObject({
      targetOrg: ['scratch', '--target-org'],
      allApiOnly: [true, '19:13'],
    });
    expect(await resolved(['--instance-url', 'https://x.my.salesforce.com'])).toMatchObject({
      instanceUrl: ['https://x.my.salesforce.com', '--instance-url'],
    });
  });

  test('an address with a password in it is not repeated', async () => {
    const shown = await resolved(['--instance-url', 'https://me:hunter2@x.my.salesforce.com']);
    expect(JSON.stringify(shown)).not.toContain('hunter2');
  });

  test('paths are told from where the user stands, and those from the root as they are', async () => {
    const cwd = await emptyFolder();
    await mkdir(join(cwd, 'ci'));
    await writeFile(
      join(cwd, 'ci', 'gate.yaml'),
      'history: runs\nbaseline: /var/base.json\noutputs: { json: out.json }\norgs:\n  p: { signIn: { sfdxAuthUrl: { file: /run/url } } }\n',
    );
    const ended = await syncgate(['config', '--config', 'ci/gate.yaml', '--format', 'json'], { cwd });
    const { settings } = JSON.parse(ended.stdout) as { settings: readonly Setting[] };
    expect(settings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ setting: 'history', value: join('ci', 'runs') }),
        expect.objectContaining({ setting: 'baseline', value: '/var/base.json' }),
        expect.objectContaining({ setting: 'outputs', value: [`json=${join('ci', 'out.json')}`] }),
      ]),
    );
  });
});

test('the table says the same for people', async () => {
  const cwd = await emptyFolder();
  await writeFile(join(cwd, 'syncgate.config.yaml'), yaml);
  const { stdout, exitCode } = await syncgate(['config'], { cwd, width: 120 });
  expect(exitCode).toBe(0);
  await expect(stdout).toMatchFileSnapshot('__snapshots__/command-config.txt');
});

test('without a file there are the defaults', async () => {
  const { stdout } = await syncgate(['config']);
  expect(stdout).toMatch(/^Configuration: none, here or above\n/u);
  expect(stdout).toMatch(/failOn +default +error/u);
});

describe('what only the packs can tell is wrong, at its place', () => {
  test.each<readonly [string, string, readonly string[], string]>([
    [
      'a feature',
      'features:\n  lead-to-acount: false',
      [],
      `syncgate.config.yaml:2:3: The packs have no feature 'lead-to-acount'; did you mean 'lead-to-account'?`,
    ],
    [
      'a requirement of a level',
      'levels:\n  acount-delete: { level: off, reason: r }',
      [],
      `syncgate.config.yaml:2:3: The packs have no requirement 'acount-delete'; did you mean 'account-delete'?`,
    ],
    [
      'a requirement of a waiver',
      'waivers:\n  - { requirement: acount-delete, reason: r, owner: o, expires: 2026-12-31 }',
      [],
      `syncgate.config.yaml:2:20: The packs have no requirement 'acount-delete'; did you mean 'account-delete'?`,
    ],
    [
      'a variant, with an org',
      'orgs:\n  p: { targetOrg: x, variant: admin-usr }\ntargetOrg: p',
      [],
      `syncgate.config.yaml:2:31: The packs have no variant 'admin-usr'; did you mean 'admin-user'?`,
    ],
    [
      'a variant by argument, where the file has a right one',
      'variant: admin-user',
      ['--variant', 'admin-usr'],
      `syncgate: --variant: The packs have no variant 'admin-usr'; did you mean 'admin-user'?`,
    ],
    [
      'a feature by argument',
      'failOn: note',
      ['--without-feature', 'leads-to-account'],
      `syncgate: --without-feature: The packs have no feature 'leads-to-account'; did you mean 'lead-to-account'?`,
    ],
    [
      '__proto__, which is a name like any other',
      'features:\n  __proto__: false',
      [],
      `syncgate.config.yaml:2:3: The packs have no feature '__proto__'; they have`,
    ],
    [
      'a name with a line of its own in it, which a CI would read as a command',
      'features:\n  "a\\n::error::b": false',
      [],
      `syncgate.config.yaml:2:3: The packs have no feature 'a\\n::error::b'; they have`,
    ],
    ['a pack of that kind', 'packs: ["a\\n::error::b"]', [], `there is no pack 'a\\n::error::b'. There is`],
    [
      'failing on what is new, without anything to be new against',
      'failOnNew: true',
      [],
      'syncgate.config.yaml:1:12: failOnNew: there is no baseline that anything could be new against',
    ],
    [
      'an address that no org has',
      'orgs:\n  a: { instanceUrl: http://acme.com }\n  b: { instanceUrl: "https://acme.lightning.force.com/" }',
      [],
      'syncgate.config.yaml:2:21: orgs.a.instanceUrl: http://acme.com is not encrypted',
    ],
    [
      'an address with a password in it',
      'orgs:\n  a: { instanceUrl: "https://me:hunter2@acme.my.salesforce.com" }',
      [],
      'syncgate.config.yaml:2:21: orgs.a.instanceUrl: there is something secret in it',
    ],
  ])('%s', async (_, text, args, expected) => {
    const told = await resolved(args, text);
    expect(told).toContain(expected);
    expect(told).not.toContain('hunter2');
  });

  const otherPack = {
    id: 'other',
    version: '1.0.0',
    title: 'Other',
    description: 'Another vendor.',
    vendor: 'Other',
    sources: {},
    features: { sync: { title: 'Sync', default: true } },
    requirements: [
      {
        id: 'other-api',
        title: 'API',
        level: 'error',
        rule: 'system-permission',
        options: { anyOf: ['ApiEnabled'] },
        why: 'It calls.',
        source: {},
      },
    ],
  };
  const twoOrgs = `orgs:
  a: { targetOrg: a }
  b: { targetOrg: b, packs: [./other.json] }
features: { sync: false, lead-to-account: false }
waivers:
  - { requirement: other-api, reason: r, owner: o, expires: 2026-12-31 }
`;

  test.each(['a', 'b'])(
    'what stands for all orgs may be meant for the pack of another one: %s',
    async (org) => {
      const cwd = await emptyFolder();
      await writeFile(join(cwd, 'other.json'), JSON.stringify(otherPack));
      expect(await resolved(['-o', org], twoOrgs, { cwd })).toMatchObject({
        'features.sync': [false, '4:19'],
      });
    },
  );

  test('but what stands with an org is meant for its own packs', async () => {
    const cwd = await emptyFolder();
    await writeFile(join(cwd, 'other.json'), JSON.stringify(otherPack));
    const text = twoOrgs.replace('targetOrg: a }', 'targetOrg: a, features: { sync: false } }');
    expect(await resolved(['-o', 'a'], text, { cwd })).toContain("The packs have no feature 'sync'");
  });
});

test('two configurations in one folder are refused', async () => {
  const cwd = await emptyFolder();
  for (const name of ['syncgate.config.yaml', 'syncgate.config.json']) await writeFile(join(cwd, name), '{}');
  expect(await syncgate(['config'], { cwd })).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('has syncgate.config.yaml and syncgate.config.json. Keep one of them'),
  });
});

test('the nearest configuration upwards is taken', async () => {
  const cwd = await emptyFolder();
  await mkdir(join(cwd, 'a', 'b'), { recursive: true });
  await writeFile(join(cwd, 'syncgate.config.yaml'), 'failOn: note');
  await writeFile(join(cwd, 'a', 'syncgate.config.yml'), 'failOn: warning');
  const { stdout } = await syncgate(['config'], { cwd: join(cwd, 'a', 'b') });
  expect(stdout).toContain('Configuration: ../syncgate.config.yml');
  expect(stdout).toMatch(/failOn +\.\.\/syncgate\.config\.yml:1:9 +warning/u);
});

test('a mistake below signIn shows no secret, with --verbose either', async () => {
  const told = await resolved(
    ['--verbose'],
    'orgs:\n  p:\n    instanceUrl: https://a.my.salesforce.com\n    signIn: { accessToken: hunter2 }',
  );
  expect(told).toContain('syncgate.config.yaml:4:28: orgs.p.signIn.accessToken must be an object');
  expect(told).not.toContain('hunter2');
});
