import { describe, expect, test } from 'vitest';
import type { Rule } from '../../src/model/rule.ts';
import { caseProblems, notApplicableProblems } from './case-problems.ts';
import { outcomes, type RuleCases } from './rule-cases.ts';
import { suiteProblems } from './suite-problems.ts';

/**
 * Tests a rule by its cases, run through the engine as an audit runs it. Beside each case's verdict and messages it
 * holds the rule to what every rule owes: it changes nothing, looks at nothing that it does not need, fills what it
 * says, and never passes or fails on less than it knows. The cases themselves are tested too.
 */
export function testRule(rule: Rule, cases: RuleCases): void {
  describe(rule.meta.id, () => {
    for (const outcome of outcomes)
      describe(outcome, () => {
        for (const ruleCase of cases[outcome])
          test(ruleCase.name, () => expect(caseProblems(rule, outcome, ruleCase)).toEqual([]));
      });
    describe('not applicable', () => {
      for (const notApplicable of cases.notApplicable)
        test(notApplicable.name, () => expect(notApplicableProblems(rule, notApplicable)).toEqual([]));
    });
    test('has cases for everything it can say, none of them twice', () =>
      expect(suiteProblems(rule, cases)).toEqual([]));
  });
}
