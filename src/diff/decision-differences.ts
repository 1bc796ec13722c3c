import { causeSentence, compareAccess, indexOf, type Telling, unexplained } from '../history/index.ts';
import type { Cause } from '../model/cause.ts';
import type { DecisionDifference, OpenQuestion } from '../model/comparison.ts';
import type { AccessDigest, DecidedAlike, RecordedResult } from '../model/history.ts';

export interface ComparedDecisions {
  /** How many are known on both sides and the same. */
  readonly alike: number;
  readonly decisions: readonly DecisionDifference[];
  readonly causes: readonly Cause[];
  readonly notKnown: readonly OpenQuestion[];
  readonly notAskedBefore: readonly string[];
  readonly notAskedAfter: readonly string[];
}

/** Every decision that both sides made, held against the other; what one did not make stands apart. */
export function compareDecisions(
  before: AccessDigest,
  after: AccessDigest,
  results: readonly RecordedResult[],
  telling: Telling,
): ComparedDecisions {
  const [was, is] = [indexOf(before), indexOf(after)];
  const both = was.permissions.toSorted().flatMap((permission) => {
    const [from, to] = [was.decided(permission), is.decided(permission)];
    return from === undefined || to === undefined ? [] : [{ permission, from, to }];
  });
  const differing = both.filter(({ from, to }) => from.decision !== to.decision);
  const open = both.filter(({ from, to }) => from.decision === 'unknown' && to.decision === 'unknown');
  const isFlow = (name: string) => flowsAreKnown(before, after) && /^Flow .+: Run$/u.test(name);
  const apart = (of: typeof was, other: typeof was) =>
    of.permissions.filter((name) => other.decided(name) === undefined && !isFlow(name)).sort();
  const causes = compareAccess(
    before,
    after,
    differing.map(({ permission }) => permission),
  );
  return {
    alike: both.length - differing.length - open.length,
    decisions: differing.map(({ permission, from, to }) => ({
      permission,
      ...{ before: from.decision, after: to.decision },
      requirements: restingOn(permission, results),
      because: sentences(compareAccess(before, after, [permission]), telling),
    })),
    causes,
    notKnown: open.map(({ permission, from, to }) => ({
      ...{ what: permission, before: why(from), after: why(to) },
    })),
    notAskedBefore: apart(is, was),
    notAskedAfter: apart(was, is),
  };
}

/** A flow that anybody may run asks for no grant: that one side restricts it, and the other does not, is a fact. */
const flowsAreKnown = (...digests: readonly AccessDigest[]): boolean =>
  digests.every(({ facts }) => Object.hasOwn(facts, 'flows') && facts.flows?.status === 'ok');

const restingOn = (permission: string, results: readonly RecordedResult[]): readonly string[] => [
  ...new Set(
    results.filter(({ restsOn }) => restsOn.includes(permission)).map(({ requirement }) => requirement),
  ),
];

/** What explains something, each sentence once; never empty. */
export function sentences(causes: readonly Cause[], telling: Telling): readonly string[] {
  if (causes.length === 0) return [unexplained];
  return [...new Set(causes.map((cause) => causeSentence(cause, telling)))];
}

const why = ({ because }: DecidedAlike): string =>
  [...new Set(because.map(({ message }) => message))].join('; ');
