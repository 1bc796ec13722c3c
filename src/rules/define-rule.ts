import type { Access } from '../model/access.ts';
import type { NeedName, Needs } from '../model/needs.ts';
import type { OptionsOf, OptionsSchema } from '../model/options-schema.ts';
import type { Json } from '../model/part.ts';
import type {
  AccessView,
  Evidence,
  Finding,
  FittingSteps,
  OptionProblem,
  Outcome,
  Rule,
  SetupSteps,
} from '../model/rule.ts';
import { checkOptions } from './check-options.ts';

/** The names between braces in a message template. */
type Placeholder<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

type Messages = Readonly<Record<string, string>>;

type Sayer<M extends Messages, Said extends keyof M & string> = <K extends Said>(
  message: K,
  data: Readonly<Record<Placeholder<M[K]>, string>>,
  evidence: readonly Evidence[],
) => Finding<K>;

/**
 * Makes a finding of this rule; an unknown message, a placeholder left out, or a failure said with a message that
 * is not among the failures (and the other way round) does not compile.
 */
export interface Say<M extends Messages, F extends keyof M & string> {
  readonly pass: Sayer<M, Exclude<keyof M & string, F>>;
  readonly fail: Sayer<M, F>;
  readonly inconclusive: Sayer<M, keyof M & string>;
}

/** What a rule file declares. `check` sees the parts of the access document that `needs` names, no others. */
export interface RuleDefinition<
  S extends OptionsSchema,
  M extends Messages,
  N extends Needs,
  F extends keyof M & string,
> {
  readonly meta: {
    readonly id: string;
    readonly title: string;
    readonly rationale: string;
    readonly options: S;
    readonly example: Json;
    readonly messages: M;
    readonly failures: readonly F[];
    readonly remedy?: SetupSteps;
    readonly remedies?: readonly (FittingSteps & { readonly for: readonly NoInfer<F>[] })[];
  };
  readonly needs: (options: OptionsOf<S>) => N;
  /** What is wrong with options that their schema accepts. */
  readonly problems?: (options: OptionsOf<S>) => readonly OptionProblem[];
  readonly check: (
    access: AccessView<NeedName & keyof N>,
    options: OptionsOf<S>,
    say: Say<M, F>,
  ) => Iterable<Finding<keyof M & string>>;
}

/**
 * Turns a typed definition into the rule the engine runs. Options are held against `meta.options` here, whoever
 * gives them: that is why the casts are sound. `check` throws an Error on options that are wrong, which the
 * engine makes the verdict `error`; `needs` asks for nothing then.
 */
export function defineRule<
  const S extends OptionsSchema,
  const M extends Messages,
  const N extends Needs,
  const F extends keyof M & string,
>(definition: RuleDefinition<S, M, N, F>): Rule {
  const { id, options: schema } = definition.meta;
  const firstProblem = checkOptions(schema);
  const problems = (options: Json): readonly OptionProblem[] => {
    const problem = firstProblem(options);
    return problem ? [problem] : (definition.problems?.(options as OptionsOf<S>) ?? []);
  };
  const say = (outcome: Outcome) => (message: string, data: Finding['data'], evidence: readonly Evidence[]) =>
    ({ outcome, message, data, evidence }) as const;
  const outcomes = { pass: say('pass'), fail: say('fail'), inconclusive: say('inconclusive') } as Say<M, F>;
  return {
    meta: definition.meta,
    problems,
    needs: (options: Json) => (problems(options).length > 0 ? {} : definition.needs(options as OptionsOf<S>)),
    check(access: Access, options: Json) {
      const [problem] = problems(options);
      if (problem) throw new Error(`options of ${id}: ${problem.path || '/'}: ${problem.message}`);
      return definition.check(access, options as OptionsOf<S>, outcomes);
    },
  };
}
