import { type OutputUnit, Validator } from '@cfworker/json-schema';
import type { Outcome } from '../../model/rule.ts';
import { mayDependOn } from './dependence.ts';
import type { Document } from './document.ts';
import type { JsonSchema } from './schema-keywords.ts';

/** More unknown decisions than this are not tried out: each doubles the work. */
const mostUnknown = 8;

export interface Held {
  readonly outcome: Outcome;
  /** Of a failure: where in the document, and what is wrong there. */
  readonly errors: readonly { readonly at: string; readonly error: string }[];
  readonly document: Document;
}

/**
 * Holds a document against a schema, in three values. Both answers of every unknown decision are tried, in every
 * combination; only a verdict that they all come to is one. A part that was not read leaves it inconclusive,
 * unless the schema provably does not look there; and so does knowing nothing of what the schema looks at, even
 * where it would hold whatever is so.
 */
export function hold(schema: JsonSchema, document: Document): Held {
  const looksAt = ({ path }: { readonly path: readonly (string | number)[] }) => mayDependOn(schema, path);
  const relevant = {
    value: document.value,
    decisions: document.decisions.filter(looksAt),
    unavailable: document.unavailable.filter(looksAt),
    facts: document.facts.filter(looksAt),
  };
  const unknown = relevant.decisions.filter(({ decision }) => decision.decision === 'unknown');
  const nothingKnown = relevant.facts.length === 0 && unknown.length === relevant.decisions.length;
  if (relevant.unavailable.length > 0 || unknown.length > mostUnknown || nothingKnown)
    return { outcome: 'inconclusive', errors: [], document: relevant };
  const validator = new Validator(structuredClone(schema), '2020-12', false);
  const results = combinations(unknown.length).map((answers) => {
    for (const [index, { node }] of unknown.entries()) node.decision = answers[index] ? 'granted' : 'denied';
    return validator.validate(document.value);
  });
  if (results.every(({ valid }) => valid)) return { outcome: 'pass', errors: [], document: relevant };
  if (results.some(({ valid }) => valid)) return { outcome: 'inconclusive', errors: [], document: relevant };
  return { outcome: 'fail', errors: innermost(results[0]?.errors ?? []), document: relevant };
}

/** Every way to answer yes or no `count` times. */
function combinations(count: number): readonly (readonly boolean[])[] {
  return Array.from({ length: 2 ** count }, (_, bits) =>
    Array.from({ length: count }, (_, index) => ((bits >> index) & 1) === 1),
  );
}

/** The errors that no other error explains: what holds something wrong is reported as wrong too. */
function innermost(errors: readonly OutputUnit[]): Held['errors'] {
  const leaves = errors.filter(
    ({ keywordLocation }) => !errors.some((other) => other.keywordLocation.startsWith(`${keywordLocation}/`)),
  );
  return leaves.map(({ instanceLocation, error }) => ({ at: instanceLocation.replace(/^#/, ''), error }));
}
