import type { Rule } from '../../src/model/rule.ts';
import { outcomes, type RuleCases } from './rule-cases.ts';

/** What is wrong with the cases of a rule as a whole. */
export function suiteProblems(rule: Rule, cases: RuleCases): readonly string[] {
  const missing = [...outcomes, 'notApplicable' as const].filter((outcome) => cases[outcome].length === 0);
  const all = outcomes.flatMap((outcome) => [...cases[outcome]]);
  const used = new Set(all.flatMap(({ says }) => says));
  const failed = new Set(cases.fail.flatMap(({ says }) => says));
  return [
    ...rule.meta.failures
      .filter((message) => !failed.has(message))
      .map((message) => `no case fails with ${message}`),
    ...uselessSteps(rule),
    ...missing.map((outcome) => `there is no case of ${outcome}`),
    ...Object.keys(rule.meta.messages)
      .filter((message) => !used.has(message))
      .map((message) => `no case says ${message}`),
    ...duplicates(all.map(({ name }) => name)).map((name) => `two cases are called "${name}"`),
    ...duplicates(all.map(({ options, access }) => JSON.stringify([options, access ?? {}]))).map(
      (key) => `two cases have the same options and access: ${key}`,
    ),
    ...duplicates(
      cases.notApplicable.map(({ when, settings }) => JSON.stringify([when, settings ?? {}])),
    ).map((key) => `two cases have the same condition and settings: ${key}`),
  ];
}

/** Steps that nothing leads to: for messages that are no failures, or for all others where there are none. */
function uselessSteps({ meta }: Rule): readonly string[] {
  const { failures, remedy, remedies = [] } = meta;
  const named = remedies.flatMap((steps) => steps.for);
  const useless = remedy !== undefined && failures.every((failure) => named.includes(failure));
  return [
    ...named
      .filter((name) => !failures.includes(name))
      .map((name) => `it would mend ${name}, which is none of its failures`),
    ...(useless ? ['the remedy for all other failures is for none'] : []),
  ];
}

function duplicates(keys: readonly string[]): readonly string[] {
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
}
