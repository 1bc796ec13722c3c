import { effectiveAccess } from '../../../src/emulator/effective-access/effective-access.ts';
import type { Access } from '../../../src/model/access.ts';
import type { Described } from './claimed-ways.ts';
import { decisionsOf, differences, truthsOf } from './claims.ts';
import { untruthsIn } from './untruths.ts';
import { uselessEntriesIn } from './useless-entries.ts';
import { claimsOutlivingTheirGrants } from './without-grants.ts';

/** Everything that is wrong with an access document of a random org, a sentence each; none for a right one. */
export function faultsIn(described: Described, access: Access): readonly string[] {
  const decisions = decisionsOf(access);
  return [
    ...differences(decisions, truthsOf(effectiveAccess(described.org, described.username))),
    ...[...decisions].flatMap(([claim, decision]) => [
      ...untruthsIn(described, claim, decision),
      ...uselessEntriesIn(described.org, claim, decision),
    ]),
    ...claimsOutlivingTheirGrants(described, decisions).map(
      (claim) => `${claim}: granted by more than its grants, ${JSON.stringify(decisions.get(claim))}`,
    ),
  ];
}
