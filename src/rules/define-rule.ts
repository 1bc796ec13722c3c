import type { Access } from '../model/access.ts';
import type { NeedName, Needs } from '../model/needs.ts';
import type { OptionsOf, OptionsSchema } from '../model/options-schema.ts';
import type { Json } from '../model/part.ts';
import type { AccessView, Evidence, Finding, Outcome, Rule, SetupSteps } from '../model/rule.ts';

/** The names between braces in a message template. */
type Placeholder<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

type Messages = Readonly<Record<string, string>>;

/** Makes a finding of this rule; an unknown message, or a placeholder left out, does not compile. */
export type Say<M extends Messages> = {
  readonly [O in Outcome]: <K extends keyof M & string>(
    message: K,
    data: Readonly<Record<Placeholder<M[K]>, string>>,
    evidence: readonly Evidence[],
  ) => Finding<K>;
};

/** What a rule file declares. `check` sees the parts of the access document that `needs` names, no others. */
export interface RuleDefinition<S extends OptionsSchema, M extends Messages, N extends Needs> {
  readonly meta: {
    readonly id: string;
    readonly title: string;
    readonly rationale: string;
    readonly options: S;
    readonly messages: M;
    readonly remedy?: SetupSteps;
  };
  readonly needs: (options: OptionsOf<S>) => N;
  readonly check: (
    access: AccessView<NeedName & keyof N>,
    options: OptionsOf<S>,
    say: Say<M>,
  ) => Iterable<Finding<keyof M & string>>;
}

/**
 * Turns a typed definition into the rule the engine runs. The engine gives options only after they were
 * held against `meta.options`: that is why the casts are sound.
 */
export function defineRule<const S extends OptionsSchema, const M extends Messages, const N extends Needs>(
  definition: RuleDefinition<S, M, N>,
): Rule {
  const say = (outcome: Outcome) => (message: string, data: Finding['data'], evidence: readonly Evidence[]) =>
    ({ outcome, message, data, evidence }) as const;
  const outcomes = { pass: say('pass'), fail: say('fail'), inconclusive: say('inconclusive') } as Say<M>;
  return {
    meta: definition.meta,
    needs: (options: Json) => definition.needs(options as OptionsOf<S>),
    check: (access: Access, options: Json) => definition.check(access, options as OptionsOf<S>, outcomes),
  };
}
