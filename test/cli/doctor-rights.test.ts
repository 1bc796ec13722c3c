import { describe, expect, test } from 'vitest';
import { loadScenario } from '../../src/emulator/scenarios/load-scenario.ts';
import type { Checkup } from '../../src/model/checkup.ts';
import type { Report } from '../../src/model/report.ts';
import { withoutRights } from './auditor-variants.ts';
import { type LiveOrg, liveOrg, syncgate } from './command-line.ts';

const scenarios = ['compliant', 'drifted', 'expired-and-session'];
const lacks: readonly (readonly string[])[] = [
  [],
  ['ViewSetup'],
  ['ViewAllUsers'],
  ['ManageUsers'],
  ['ViewSetup', 'ViewAllUsers', 'ManageUsers'],
];
const cases = scenarios.flatMap((scenario) => lacks.map((missing) => ({ scenario, missing })));

interface Found {
  readonly verdict: string;
  /** On what grounds. */
  readonly evidence: string;
}

type Results = ReadonlyMap<string, Found>;

async function audited({ org, user, env }: LiveOrg): Promise<Results> {
  const { stdout } = await syncgate(['audit', ...org, ...user, '--format', 'json'], { env });
  const { results } = JSON.parse(stdout) as Report;
  return new Map(
    results.map(({ requirement, verdict, evidence }) => [
      requirement,
      { verdict, evidence: JSON.stringify(evidence) },
    ]),
  );
}

async function examined({ org, env }: LiveOrg, args: readonly string[] = []) {
  const { stdout, exitCode } = await syncgate(['doctor', ...org, ...args, '--format', 'json'], { env });
  return { checkup: JSON.parse(stdout) as Checkup, exitCode };
}

const ids = ({ requirements }: Checkup, outlook?: string): readonly string[] =>
  requirements
    .filter((each) => outlook === undefined || each.outlook === outlook)
    .map(({ requirement }) => requirement);

/** What is undecided with these rights, and with all of them is decided, or undecided on other grounds. */
function lostTo(seeing: Results, blind: Results): readonly string[] {
  return [...blind].flatMap(([id, { verdict, evidence }]) => {
    const before = seeing.get(id);
    const same = verdict === before?.verdict && evidence === before.evidence;
    return verdict === 'inconclusive' && !same ? [id] : [];
  });
}

describe.each(cases)('in $scenario, an auditor without $missing', ({ scenario, missing }) => {
  test('is told what an audit of that user, and of any user, leaves undecided', async () => {
    const description = await loadScenario(scenario);
    const seeing = await audited(await liveOrg(withoutRights(description, [])));
    const live = await liveOrg(withoutRights(description, missing));
    const blind = await audited(live);
    const lost = lostTo(seeing, blind);

    const ofUser = await examined(live, live.user);
    expect(ids(ofUser.checkup).toSorted()).toEqual(lost.toSorted());
    expect(ofUser.exitCode).toBe(lost.length > 0 ? 3 : 0);

    const ofAny = await examined(live);
    expect(lost.filter((id) => !ids(ofAny.checkup).includes(id))).toEqual([]);
    const sure = ids(ofAny.checkup, 'inconclusive');
    const decided = sure.filter((id) => !['fail', 'inconclusive'].includes(blind.get(id)?.verdict ?? ''));
    expect(decided).toEqual([]);
    expect(ofAny.exitCode).toBe(ids(ofAny.checkup).length > 0 ? 3 : 0);
    expect(
      ofAny.checkup.rights.filter(({ state }) => state === 'missing').map((right) => right.permission),
    ).toEqual(missing);
  });
});

describe('of the users that a right is missing for', () => {
  const expected: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    [
      'ViewSetup',
      [
        ...['dedicated-user', 'custom-profile', 'api-enabled', 'api-only-user', 'account-access'],
        ...['account-delete', 'customize-application', 'flow-access-not-overridden'],
        ...['account-insideview-fields', 'lead-insideview-fields', 'contact-executive-fields'],
        ...['lead-executive-fields', 'assignments-last', 'api-calls-left'],
      ],
      ['salesforce-license', 'user-can-log-in', 'run-flow'],
    ],
    ['ViewAllUsers', ['dedicated-user'], []],
    ['ManageUsers', ['user-can-log-in'], []],
  ];
  test.each(expected)(
    'without %s some requirements are undecided, and some may be',
    async (right, sure, perhaps) => {
      const live = await liveOrg(withoutRights(await loadScenario('compliant'), [right]));
      const { checkup } = await examined(live);
      expect(ids(checkup, 'inconclusive')).toEqual(sure);
      expect(ids(checkup, 'may-be-inconclusive')).toEqual(perhaps);
      expect(checkup.requirements.every(({ missing }) => missing.join() === right)).toBe(true);
    },
  );

  test('without API Enabled nothing can be read, by an audit and by the doctor', async () => {
    const live = await liveOrg(withoutRights(await loadScenario('compliant'), ['ApiEnabled']));
    for (const command of ['audit', 'doctor']) {
      const ended = await syncgate([command, ...live.org, ...live.user], { env: live.env });
      expect(ended).toMatchObject({ exitCode: 4, stdout: '' });
      expect(ended.stderr).toContain('lacks the permission API Enabled');
    }
  });

  test('a right that the packs do not need is not missed', async () => {
    const org = withoutRights(await loadScenario('compliant'), ['ViewAllUsers']);
    const live = await liveOrg(org);
    const { checkup, exitCode } = await examined(live, ['--variant', 'admin-user']);
    expect(exitCode).toBe(0);
    expect(checkup.rights.find(({ permission }) => permission === 'ViewAllUsers')).toMatchObject({
      state: 'missing',
      needed: false,
    });
  });
});
