import { describe, expect, test } from 'vitest';
import type { Access, Decision } from '../../src/model/access.ts';
import type { Finding, Rule, RuleMeta } from '../../src/model/rule.ts';
import { accessFixture, denied, noAnswer, unavailable, unknown } from './access-fixture.ts';
import { blinded, blindings } from './blindings.ts';
import { caseProblems, notApplicableProblems } from './case-problems.ts';
import type { RuleCase, RuleCases } from './rule-cases.ts';
import { suiteProblems } from './suite-problems.ts';

/** A rule that is right: API Enabled, told by the right message. */
const right: Rule = {
  meta: {
    id: 'right',
    title: 'Right',
    rationale: 'To test the tester',
    options: { type: 'object', additionalProperties: false, properties: {} },
    messages: { yes: '{name} is granted', no: '{name} is missing', doubt: '{name} is unknown' },
    failures: ['no'],
    remedy: { lightning: ['Grant {name}'], classic: ['Grant {name}'] },
  },
  needs: () => ({ systemPermissions: ['ApiEnabled'] }),
  *check(access) {
    yield findingOn(access);
  },
};

function findingOn({ systemPermissions }: Access): Finding {
  const decision = systemPermissions.ApiEnabled ?? unknown();
  const said = {
    granted: ['pass', 'yes'],
    denied: ['fail', 'no'],
    unknown: ['inconclusive', 'doubt'],
  } as const;
  const [outcome, message] = said[decision.decision];
  return {
    outcome,
    message,
    data: { name: 'API Enabled' },
    evidence: [{ kind: 'decision', about: 'API Enabled', decision }],
  };
}

const passing: RuleCase = { name: 'granted', options: {}, says: ['yes'] };
const failing: RuleCase = {
  name: 'denied',
  options: {},
  access: { systemPermissions: { ApiEnabled: denied } },
  says: ['no'],
};
const doubtful: RuleCase = {
  name: 'unknown',
  options: {},
  access: { systemPermissions: { ApiEnabled: unknown() } },
  says: ['doubt'],
};
const cases: RuleCases = {
  pass: [passing],
  fail: [failing],
  inconclusive: [doubtful],
  notApplicable: [{ name: 'never', options: {}, when: { edition: ['Team Edition'] }, because: 'Team' }],
};

/** The right rule with another check. */
const checking = (check: (access: Access, options: unknown) => readonly Finding[]): Rule => ({
  ...right,
  check: (access, options) => check(access, options),
});
const changed = (change: Partial<Finding>) => checking((access) => [{ ...findingOn(access), ...change }]);

test('a rule that is right has no problems', () => {
  expect(caseProblems(right, 'pass', passing)).toEqual([]);
  expect(caseProblems(right, 'fail', failing)).toEqual([]);
  expect(caseProblems(right, 'inconclusive', doubtful)).toEqual([]);
  expect(suiteProblems(right, cases)).toEqual([]);
});

describe('a case is refused where the rule', () => {
  const refused: readonly (readonly [string, Rule, string])[] = [
    ['comes to another verdict', changed({ outcome: 'fail' }), 'the verdict is fail where pass is expected'],
    ['says another message', changed({ message: 'no' }), 'it says no where yes is expected'],
    ['says a message it does not declare', changed({ message: 'what' }), 'none of its messages'],
    ['finds nothing', checking(() => []), 'it says  where yes is expected'],
    ['leaves a placeholder unfilled', changed({ data: {} }), 'nothing to put in place of {name}'],
    [
      'fills a placeholder with nothing',
      changed({ data: { name: '' } }),
      'nothing to put in place of {name}',
    ],
    ['passes without evidence', changed({ evidence: [] }), 'passes without evidence'],
    [
      'does not cite what its verdict rests on',
      changed({ evidence: [{ kind: 'fact', about: 'API Enabled', value: true }] }),
      'it rests on systemPermissions.ApiEnabled and does not cite it',
    ],
    [
      'changes what it is given',
      checking((access) => {
        (access as { asOf: string }).asOf = 'now';
        return [findingOn(access)];
      }),
      'the rule changed what it was given',
    ],
    [
      'says something else every time',
      checking((access) => [{ ...findingOn(access), data: { name: String(Math.random()) } }]),
      'something else the second time',
    ],
    [
      'looks at what it does not need',
      checking((access) => [
        access.limits?.status === 'ok' ? findingOn(access) : { ...findingOn(access), outcome: 'fail' },
      ]),
      'it looks at more than it needs',
    ],
    [
      'passes on what it does not know',
      checking((access) => [{ ...findingOn(access), outcome: 'pass', message: 'yes' }]),
      'knowing nothing, the verdict is pass',
    ],
    [
      'fails on what it does not know',
      checking((access) => {
        const finding = findingOn(access);
        return [
          finding.outcome === 'inconclusive' ? { ...finding, outcome: 'fail', message: 'no' } : finding,
        ];
      }),
      'without systemPermissions.ApiEnabled the verdict is fail',
    ],
  ];
  test.each(refused)('%s', (_name, rule, problem) => {
    expect(caseProblems(rule, 'pass', passing).join('\n')).toContain(problem);
  });

  test('has options that are wrong', () => {
    const rule: Rule = { ...right, problems: () => [{ path: '/x', message: 'is wrong' }] };
    expect(caseProblems(rule, 'pass', passing)).toEqual(['the options are wrong at /x: is wrong']);
  });

  test('cannot fill its remedy', () => {
    const rule: Rule = {
      ...right,
      meta: { ...right.meta, remedy: { lightning: ['Grant {it}'], classic: ['Do'] } },
    };
    expect(caseProblems(rule, 'fail', failing)).toContain(
      'no failure has what to put into the step "Grant {it}"',
    );
  });

  test('fails with a message that is not declared as a failure', () => {
    const rule: Rule = { ...right, meta: { ...right.meta, failures: [] } };
    expect(caseProblems(rule, 'fail', failing)).toContain('it fails with no, which is none of its failures');
  });

  test('says something without the words that are expected', () => {
    expect(caseProblems(right, 'pass', { ...passing, text: 'Run Flows' }).join()).toContain(
      'does not have "Run Flows"',
    );
  });
});

test('what an unknown decision would settle has to be cited too', () => {
  const silent = changed({ evidence: [{ kind: 'fact', about: 'API Enabled', value: null }] });
  expect(caseProblems(silent, 'inconclusive', doubtful)).toEqual([
    'it rests on systemPermissions.ApiEnabled and does not cite it',
  ]);
});

describe('what a field really allows', () => {
  const onField = (cite: (access: Access) => readonly (Decision | undefined)[]): Rule => ({
    ...checking((access) => {
      const known = access.fields['Account.Tier__c']?.effective.edit.decision === 'granted';
      const evidence = cite(access).flatMap((decision) =>
        decision ? [{ kind: 'decision' as const, about: 'Account.Tier__c: Edit', decision }] : [],
      );
      const finding = { message: 'yes', data: { name: 'Edit' }, evidence } as const;
      return [{ outcome: known ? 'pass' : 'inconclusive', ...finding }];
    }),
    needs: () => ({ fields: [{ object: 'Account', field: 'Tier__c' }], objects: ['Account'] }),
  });

  test.each<readonly [string, Parameters<typeof onField>[0], readonly string[]]>([
    ['as such', ({ fields }) => [fields['Account.Tier__c']?.effective.edit], []],
    [
      'by field-level security and the object together',
      ({ fields, objects }) => [fields['Account.Tier__c']?.fieldLevel.edit, objects.Account?.rights.edit],
      [],
    ],
    [
      'not by field-level security alone',
      ({ fields }) => [fields['Account.Tier__c']?.fieldLevel.edit],
      ['it rests on fields.Account.Tier__c.effective.edit and does not cite it'],
    ],
  ])('is cited %s', (_name, cite, problems) => {
    expect(caseProblems(onField(cite), 'pass', passing)).toEqual(problems);
  });
});

describe('a suite is refused where', () => {
  const refused: readonly (readonly [string, Partial<RuleCases>, string])[] = [
    ['an outcome has no case', { inconclusive: [] }, 'there is no case of inconclusive'],
    ['no condition is tried', { notApplicable: [] }, 'there is no case of notApplicable'],
    ['a message is never said', { fail: [{ ...failing, says: ['yes'] }] }, 'no case says no'],
    [
      'two cases have the same options and access',
      { pass: [passing, { ...passing, name: 'again' }] },
      'the same options and access',
    ],
    [
      'two cases have the same name',
      { fail: [{ ...failing, name: 'granted' }] },
      'two cases are called "granted"',
    ],
    [
      'two conditions are the same',
      { notApplicable: [...cases.notApplicable, ...cases.notApplicable] },
      'the same condition',
    ],
  ];
  test.each(refused)('%s', (_name, change, problem) => {
    expect(suiteProblems(right, { ...cases, ...change }).join('\n')).toContain(problem);
  });
});

describe('a rule is refused that', () => {
  const { remedy: _, ...bare } = right.meta;
  const steps = { lightning: ['Do'], classic: ['Do'] };
  const refused: readonly (readonly [string, Partial<RuleMeta>, string])[] = [
    ['never says one of its failures', { failures: ['no', 'doubt'] }, 'no case fails with doubt'],
    [
      'would mend what is no failure',
      { remedies: [{ for: ['yes'], ...steps }] },
      'it would mend yes, which is none of its failures',
    ],
    [
      'has steps for all other failures where there is none',
      { remedy: steps, remedies: [{ for: ['no'], ...steps }] },
      'the remedy for all other failures is for none',
    ],
  ];
  test.each(refused)('%s', (_name, meta, problem) => {
    expect(suiteProblems({ ...right, meta: { ...bare, ...meta } }, cases)).toEqual([problem]);
  });
});

test('a condition that holds is no case of not applicable', () => {
  const [problem] = notApplicableProblems(right, {
    name: 'x',
    options: {},
    when: { edition: ['Enterprise Edition'] },
    because: 'x',
  });
  expect(problem).toContain('the verdict is pass');
});

test('a condition that does not hold for another reason is refused', () => {
  const [problem] = notApplicableProblems(right, {
    name: 'x',
    options: {},
    when: { edition: ['Team Edition'] },
    because: 'variant',
  });
  expect(problem).toContain('does not have "variant"');
});

describe('blinding', () => {
  const access = accessFixture();

  test('takes one known thing away at a time, however deep', () => {
    const paths = blindings(access).map(({ path }) => path);
    expect(paths).toContain('user');
    expect(paths).toContain('profile.value.license');
    expect(paths).toContain('otherFlows');
    expect(paths).toContain('objects.Account.rights.read');
    expect(paths).toContain('flows.value.0.run');
    expect(new Set(paths).size).toBe(paths.length);
    const { blinded: one } = blindings(access).find(({ path }) => path === 'flows.value.0.run') ?? {};
    expect(one?.flows).toMatchObject({ status: 'ok', value: [{ run: { decision: 'unknown' } }] });
  });

  test('takes everything away at once', () => {
    const nothing = blinded(access);
    expect(blindings(nothing)).toEqual([]);
    expect(nothing.user).toEqual(unavailable);
    expect(nothing.profile).toEqual(unavailable);
    expect(nothing.otherFlows).toEqual(noAnswer);
    expect(nothing.systemPermissions.ApiEnabled).toEqual(unknown());
  });

  test('leaves what is unknown already', () => {
    const paths = blindings(accessFixture({ login: unavailable, otherFlows: noAnswer })).map(
      ({ path }) => path,
    );
    expect(paths).not.toContain('login');
    expect(paths).not.toContain('otherFlows');
  });
});
