import { evaluate, remediesOf } from '../../src/engine/index.ts';
import type { Access } from '../../src/model/access.ts';
import type { Result } from '../../src/model/report.ts';
import type { Finding, Outcome, Rule } from '../../src/model/rule.ts';
import { settings as settingsOf } from '../engine/fixtures.ts';
import { accessFixture } from './access-fixture.ts';
import { blinded, blindings } from './blindings.ts';
import { citationProblems } from './citation-problems.ts';
import { type NotApplicableCase, packWith, type RuleCase } from './rule-cases.ts';

/** What is wrong with a rule, or with a case of it: none is a test that passes. */
export function caseProblems(rule: Rule, outcome: Outcome, ruleCase: RuleCase): readonly string[] {
  const access = accessFixture(ruleCase.access);
  const wrong = rule.problems?.(ruleCase.options) ?? [];
  if (wrong.length > 0)
    return wrong.map(({ path, message }) => `the options are wrong at ${path || '/'}: ${message}`);
  const before = JSON.stringify([access, ruleCase.options]);
  const findings = [...rule.check(access, ruleCase.options)];
  const problems = findings.flatMap((finding) => findingProblems(rule, finding));
  problems.push(...remedyProblems(rule, findings));
  if (JSON.stringify([access, ruleCase.options]) !== before)
    problems.push('the rule changed what it was given');
  const said = findings.map(({ message }) => message);
  if (JSON.stringify(said) !== JSON.stringify(ruleCase.says))
    problems.push(`it says ${said.join(', ')} where ${ruleCase.says.join(', ')} is expected`);
  if (JSON.stringify([...rule.check(access, ruleCase.options)]) !== JSON.stringify(findings))
    problems.push('it says something else the second time');
  const result = resultOf(rule, ruleCase, access);
  if (result.verdict !== outcome)
    problems.push(`the verdict is ${result.verdict} where ${outcome} is expected: ${result.message}`);
  if (ruleCase.text !== undefined && !result.message.includes(ruleCase.text))
    problems.push(`"${result.message}" does not have "${ruleCase.text}" in it`);
  return [
    ...problems,
    ...needsProblems(rule, ruleCase, access, findings),
    ...ignorance(rule, ruleCase, outcome),
    ...citationProblems(rule, ruleCase),
  ];
}

/** What is wrong with a case in which the condition of the requirement does not hold. */
export function notApplicableProblems(rule: Rule, notApplicable: NotApplicableCase): readonly string[] {
  const { options, when, settings } = notApplicable;
  const loaded = { pack: packWith(rule, options, when), file: 'test.json', locations: {} };
  const [result] = evaluate({
    packs: [loaded],
    settings: settingsOf(settings),
    accesses: [accessFixture(notApplicable.access)],
    rules: new Map([[rule.meta.id, rule]]),
  });
  if (result?.verdict !== 'not-applicable') return [`the verdict is ${result?.verdict}: ${result?.message}`];
  return result.message.includes(notApplicable.because)
    ? []
    : [`"${result.message}" does not have "${notApplicable.because}" in it`];
}

function resultOf(rule: Rule, { options }: RuleCase, access: Access): Result {
  const [result] = evaluate({
    packs: [{ pack: packWith(rule, options), file: 'test.json', locations: {} }],
    settings: settingsOf(),
    accesses: [access],
    rules: new Map([[rule.meta.id, rule]]),
  });
  if (!result) throw new Error('there is no result');
  return result;
}

function findingProblems(rule: Rule, { outcome, message, data, evidence }: Finding): string[] {
  const template = rule.meta.messages[message];
  if (template === undefined) return [`it says ${message}, which is none of its messages`];
  const problems = unfilled(template, data).map(
    (name) => `${message} has nothing to put in place of {${name}}`,
  );
  if (evidence.length === 0 && outcome === 'pass') problems.push(`${message} passes without evidence`);
  if (JSON.stringify(evidence) !== JSON.stringify(JSON.parse(JSON.stringify(evidence))))
    problems.push(`the evidence of ${message} does not survive JSON`);
  return problems;
}

/** Every step that mends a failure of the case must be one that such a failure can fill. */
function remedyProblems({ meta }: Rule, findings: readonly Finding[]): readonly string[] {
  const failed = findings.filter(({ outcome }) => outcome === 'fail');
  return [
    ...failed.flatMap(({ message }) =>
      meta.failures.includes(message) ? [] : [`it fails with ${message}, which is none of its failures`],
    ),
    ...remediesOf({}, meta).flatMap((remedy) => {
      const mended = failed.filter(({ message }) => remedy.for.includes(message));
      return [...remedy.lightning, ...remedy.classic]
        .filter((step) => mended.length > 0 && mended.every(({ data }) => unfilled(step, data).length > 0))
        .map((step) => `no failure has what to put into the step "${step}"`);
    }),
  ];
}

function unfilled(text: string, data: Finding['data']): readonly string[] {
  const names = [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  return [...new Set(names.filter((name) => !data[name]))];
}

/** A rule must find the same when only the parts that it says it needs are there. */
function needsProblems(
  rule: Rule,
  { options }: RuleCase,
  access: Access,
  findings: readonly Finding[],
): readonly string[] {
  const needs = Object.keys(rule.needs(options));
  const withThem = needs.includes('flows') ? ['otherFlows'] : [];
  const kept = ['accessVersion', 'subject', 'asOf', ...needs, ...withThem];
  const parts: unknown = Object.fromEntries(Object.entries(access).filter(([name]) => kept.includes(name)));
  try {
    const others = [...rule.check(parts as Access, options)];
    if (JSON.stringify(others) === JSON.stringify(findings)) return [];
    return [`it looks at more than it needs: it says ${others.map(({ message }) => message).join(', ')}`];
  } catch (cause) {
    return [`it looks at more than it needs: ${String(cause)}`];
  }
}

/** Knowing less never gives a verdict that knowing more did not: doubt may only grow. */
function ignorance(rule: Rule, ruleCase: RuleCase, outcome: Outcome): readonly string[] {
  const access = accessFixture(ruleCase.access);
  const problems = blindings(access).flatMap(({ path, blinded: less }) => {
    const { verdict } = resultOf(rule, ruleCase, less);
    return verdict === outcome || verdict === 'inconclusive'
      ? []
      : [`without ${path} the verdict is ${verdict}, with it ${outcome}`];
  });
  const { verdict } = resultOf(rule, ruleCase, blinded(access));
  return verdict === 'inconclusive' ? problems : [...problems, `knowing nothing, the verdict is ${verdict}`];
}
