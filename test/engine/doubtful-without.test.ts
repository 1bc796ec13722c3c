import { describe, expect, test } from 'vitest';
import { askedRequirements, doubtfulWithout } from '../../src/engine/doubtful-without.ts';
import type { LoadedPack, Requirement, Settings } from '../../src/model/pack.ts';
import type { Organization } from '../../src/model/snapshot.ts';
import { rules } from '../../src/rules/registry.ts';

const settings: Settings = {
  ...{
    variant: null,
    features: {},
    parameters: {},
    fieldNames: {},
    failOn: 'error',
    levels: {},
    waivers: [],
  },
};
const organization: Organization = {
  id: '00D',
  name: 'Acme',
  edition: 'Enterprise Edition',
  isSandbox: false,
};

const requirement = (rule: string, options: Requirement['options'], more: Partial<Requirement> = {}) => ({
  ...{ id: rule, title: rule, level: 'error' as const, rule, why: 'It is asked for.', source: {} },
  ...(options && { options }),
  ...more,
});

function outlook(asked: Requirement, missing: readonly string[]): string {
  const loaded: LoadedPack = {
    pack: {
      ...{ id: 'p', version: '1.0.0', title: 'P', description: 'P', vendor: 'V', sources: {} },
      requirements: [asked],
    },
    file: 'p.json',
    locations: {},
  };
  const known = { status: 'ok', value: organization } as const;
  const [doubt] = doubtfulWithout(askedRequirements([loaded], settings, rules, known), missing);
  return doubt?.outlook ?? 'known';
}

const login = requirement('user-state', { require: ['notFrozen'] });
const active = requirement('user-state', { require: ['active'] });
const password = requirement('user-state', { require: ['passwordNotExpired'] });
const custom = requirement('profile', { custom: true });
const license = requirement('user-license', { keys: ['SomeOther'] });
const runFlow = requirement('system-permission', { anyOf: ['RunFlow'], orFlowUser: true });
const admin = requirement('system-permission', { anyOf: ['ModifyAllData'] });
const edition = requirement('org-edition', { allowed: ['Enterprise Edition'] });
const dedicated = requirement('dedicated-user', {});
const psl = requirement('permission-set-license', { names: ['SalesConsoleUser'] });
const elsewhere = requirement(
  'system-permission',
  { anyOf: ['RunFlow'] },
  { when: { edition: ['Base Edition'] } },
);

describe('what an auditor leaves undecided', () => {
  test.each<[string, Requirement, readonly string[], string]>([
    ['with every right: nothing', login, [], 'known'],
    ['without Manage Users: whether somebody is frozen', login, ['ManageUsers'], 'inconclusive'],
    ['without Manage Users: not whether somebody is active', active, ['ManageUsers'], 'known'],
    ['without View Setup: not whether somebody is frozen', login, ['ViewSetup'], 'known'],
    ['without View Setup: a permission', admin, ['ViewSetup'], 'inconclusive'],
    [
      'without View Setup: a password that may tell its own day',
      password,
      ['ViewSetup'],
      'may-be-inconclusive',
    ],
    [
      'without View Setup: flows of one who may be a Flow User',
      runFlow,
      ['ViewSetup'],
      'may-be-inconclusive',
    ],
    ['without View Setup: whether a profile is custom', custom, ['ViewSetup'], 'inconclusive'],
    ['without View Setup: a licence that may be shown', license, ['ViewSetup'], 'may-be-inconclusive'],
    ['without View Setup: a user of its own', dedicated, ['ViewSetup'], 'inconclusive'],
    ['without View All Users: a user of its own', dedicated, ['ViewAllUsers'], 'inconclusive'],
    ['without View Setup: a permission set licence', psl, ['ViewSetup'], 'inconclusive'],
    ['without everything: not the edition', edition, ['ViewSetup', 'ManageUsers', 'ViewAllUsers'], 'known'],
    ['of what does not apply: nothing', elsewhere, ['ViewSetup'], 'known'],
  ])('%s', (_, asked, missing, expected) => {
    expect(outlook(asked, missing)).toBe(expected);
  });
});
