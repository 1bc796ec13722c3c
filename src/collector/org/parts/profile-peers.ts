import type { Part } from '../../../model/part.ts';
import type { ProfilePeers } from '../../../model/subject.ts';
import { ok, unavailable } from '../../parts.ts';
import { mends } from '../mends.ts';
import type { CountRead, Row, RowsRead } from '../reader/read.ts';
import { soql } from '../soql.ts';
import type { Sight } from './auditor.ts';
import { flag, parsed, text } from './cells.ts';

const shown = 5;
const part = 'other users of the profile';

/** How many active users a profile has, one count each. */
export const peerCounts = (profileIds: readonly string[]): readonly CountRead[] =>
  profileIds.map((id) => ({
    kind: 'count',
    part,
    mend: mends.viewAllUsers,
    soql: [soql`SELECT COUNT() FROM User WHERE IsActive = true AND ProfileId = ${id}`],
  }));

/** One more than are shown: the subject itself may be among them. */
export const peerExamples = (profileIds: readonly string[]): readonly RowsRead[] =>
  profileIds.map((id) => ({
    kind: 'rows',
    part,
    mend: mends.viewAllUsers,
    soql: [
      soql`SELECT Id, Username FROM User WHERE IsActive = true AND ProfileId = ${id} ORDER BY Username LIMIT ${shown + 1}`,
    ],
  }));

/** Everybody else with the profile. That there is nobody is believed only of one who sees every user. */
export function peersOf(
  subject: Row,
  count: Part<number>,
  examples: Part<readonly Row[]>,
  sight: Sight,
): Part<ProfilePeers> {
  if (!sight.seesAllUsers) {
    return unavailable({
      code: 'auditor-blind',
      message: 'The auditor may not see all users, so others with the same profile may be hidden',
      mend: mends.viewAllUsers,
    });
  }
  if (count.status === 'unavailable') return count;
  const others = parsed(examples, (rows) =>
    rows.filter(({ Id }) => Id !== subject.Id).map((row) => text(row, 'Username')),
  );
  if (others.status === 'unavailable') return others;
  return parsed(ok(subject), () => ({
    total: count.value - (flag(subject, 'IsActive') ? 1 : 0),
    examples: others.value.slice(0, shown).toSorted(),
  }));
}
