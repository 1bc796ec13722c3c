import { type FoundRight, type Rights, rightKey } from '../files/rights.ts';
import type { DefinedKind } from './definitions.ts';

export interface MergedRights extends Rights {
  /** Whether something is left out because the definitions do not agree on it. */
  readonly disputed: boolean;
}

/**
 * What several definitions of one container say together; sorted. A complete container grants what all of them
 * grant; what only some grant is not known. Profile files are partial: what one leaves out it does not refuse, so
 * one that grants is enough, and only a refusal disputes it.
 */
export function mergeRights(kind: DefinedKind, definitions: readonly Rights[]): MergedRights {
  const votes = countVotes(definitions);
  const all = definitions.length;
  const agreed = [...votes].filter(([, { grants, denials }]) =>
    kind === 'profile'
      ? grants.length === 0 || denials.length === 0
      : grants.length === 0 || grants.length === all,
  );
  const sorted = agreed.toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, vote]) => vote);
  return {
    grants: sorted.flatMap(({ grants }) => grants.slice(0, 1)),
    denials: sorted.flatMap(({ grants, denials }) => (grants.length === 0 ? denials.slice(0, 1) : [])),
    disputed: agreed.length < votes.size,
  };
}

interface Vote {
  readonly grants: FoundRight[];
  readonly denials: FoundRight[];
}

function countVotes(definitions: readonly Rights[]): ReadonlyMap<string, Vote> {
  const votes = new Map<string, Vote>();
  const voteOn = (right: FoundRight): Vote => {
    const key = rightKey(right);
    const vote = votes.get(key) ?? { grants: [], denials: [] };
    votes.set(key, vote);
    return vote;
  };
  for (const { grants, denials } of definitions) {
    for (const right of grants) voteOn(right).grants.push(right);
    for (const right of denials) voteOn(right).denials.push(right);
  }
  return votes;
}
