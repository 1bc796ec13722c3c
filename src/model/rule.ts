import type { Access, Decision } from './access.ts';
import type { NeedName, Needs } from './needs.ts';
import type { OptionsSchema } from './options-schema.ts';
import type { Gap, Json } from './part.ts';

export type Outcome = 'pass' | 'fail' | 'inconclusive';

/** What a finding rests on. */
export type Evidence =
  | { readonly kind: 'decision'; readonly about: string; readonly decision: Decision }
  | { readonly kind: 'fact'; readonly about: string; readonly value: Json }
  | { readonly kind: 'gap'; readonly about: string; readonly gap: Gap };

/** One thing a rule found out about one subject. */
export interface Finding<Message extends string = string> {
  readonly outcome: Outcome;
  readonly message: Message;
  /** Values of the message's placeholders. */
  readonly data: Readonly<Record<string, string>>;
  /** Everything it rests on, granted or not: what is not cited here does not count as depended on. */
  readonly evidence: readonly Evidence[];
}

/**
 * The parts of the access document that a rule declared it needs, and who it is about. With the flows comes why
 * there may be others: nobody can judge those alone.
 */
export type AccessView<Names extends NeedName> = Pick<
  Access,
  'subject' | 'asOf' | Names | ('flows' extends Names ? 'otherFlows' : never)
>;

/** How to do it in Setup, where the interfaces differ. Placeholders as in messages. */
export interface SetupSteps {
  readonly lightning: readonly string[];
  readonly classic: readonly string[];
}

/** Steps for certain failures alone. */
export interface FittingSteps {
  /** The messages of the failures that they mend. */
  readonly for: readonly string[];
  readonly lightning: readonly string[];
  readonly classic: readonly string[];
}

export interface RuleMeta {
  readonly id: string;
  readonly title: string;
  /** Why an integration breaks without it. */
  readonly rationale: string;
  /** JSON Schema of the options. */
  readonly options: OptionsSchema;
  /** Options as a pack would write them. */
  readonly example?: Json;
  /** Message templates: `{object}: {rights} not granted`. */
  readonly messages: Readonly<Record<string, string>>;
  /** The messages that failures say. */
  readonly failures: readonly string[];
  /** How to mend every failure that `remedies` does not name. */
  readonly remedy?: SetupSteps;
  /** How to mend certain failures, in the order in which they are told. */
  readonly remedies?: readonly FittingSteps[];
}

/** Something wrong with the options of one requirement that their schema cannot say. */
export interface OptionProblem {
  /** JSON Pointer into the options; empty for the whole. */
  readonly path: string;
  readonly message: string;
}

/** A rule as the engine runs it, its options already valid. `defineRule` makes it from a typed definition. */
export interface Rule {
  readonly meta: RuleMeta;
  needs(options: Json): Needs;
  /**
   * What is wrong with these options beyond what `meta.options` says: a JSON Schema that cannot be evaluated,
   * say. Whoever validates a pack asks. None, or absent: nothing.
   */
  problems?(options: Json): readonly OptionProblem[];
  /** Yields at least one finding; none at all is an error of the rule, never a pass. */
  check(access: Access, options: Json): Iterable<Finding>;
}
