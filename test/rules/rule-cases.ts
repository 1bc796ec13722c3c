import type { Condition, Pack, Requirement, Settings } from '../../src/model/pack.ts';
import type { Json } from '../../src/model/part.ts';
import type { Outcome, Rule } from '../../src/model/rule.ts';
import type { AccessOverrides } from './access-fixture.ts';

/** One thing a rule is held to. */
export interface RuleCase {
  readonly name: string;
  /** Options of the rule; the same as in the case before where they are left out is not assumed. */
  readonly options: Json;
  readonly access?: AccessOverrides;
  /** The messages of all findings, in their order. */
  readonly says: readonly string[];
  /** What the message of the result must have in it. */
  readonly text?: string;
}

/** A requirement on which the rule is not even asked. */
export interface NotApplicableCase {
  readonly name: string;
  readonly options: Json;
  readonly when: Condition;
  readonly access?: AccessOverrides;
  readonly settings?: Partial<Settings>;
  readonly because: string;
}

export type RuleCases = Readonly<Record<Outcome, readonly RuleCase[]>> & {
  readonly notApplicable: readonly NotApplicableCase[];
};

export const outcomes = ['pass', 'fail', 'inconclusive'] as const;

/** A pack with one requirement, to run a rule as an audit does. */
export function packWith(rule: Rule, options: Json, when?: Condition): Pack {
  const requirement: Requirement = {
    id: 'tested',
    title: 'Tested',
    level: 'error',
    rule: rule.meta.id,
    options: options as Readonly<Record<string, Json>>,
    ...(when ? { when } : {}),
    why: 'Because',
    source: {},
  };
  return {
    id: 'test-pack',
    version: '1.0.0',
    title: 'Test pack',
    description: 'A pack for one rule',
    vendor: 'Acme',
    sources: {},
    features: { syncing: { title: 'Syncing', default: true } },
    variants: { 'admin-user': { title: 'Admin user', description: 'An Admin user' } },
    parameters: { mapped: { type: 'array' } },
    requirements: [requirement],
  };
}
