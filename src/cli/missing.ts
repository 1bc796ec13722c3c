import { decideAll } from '../access/decide-access.ts';
import { missingEntries } from '../access/missing-entries.ts';
import type { Decision, Entry } from '../model/access.ts';
import type { Result } from '../model/report.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { answer, type Question } from './question.ts';

/** The entries behind every requirement that does not pass: who else has them is worth a look. */
export function missingFor(question: Question): (snapshot: Snapshot) => readonly Entry[] {
  return (snapshot) => {
    const accesses = decideAll(snapshot);
    const unsettled = unsettledDecisions(answer(question, accesses));
    return accesses.flatMap((access) => missingEntries(access, unsettled));
  };
}

/** Every entry that is not granted. */
export const missingAtAll = (snapshot: Snapshot): readonly Entry[] =>
  decideAll(snapshot).flatMap((access) => missingEntries(access));

/** The decisions that results rest on which did not pass. */
function unsettledDecisions(results: readonly Result[]): ReadonlySet<Decision> {
  const open = results.filter(({ verdict }) => verdict === 'fail' || verdict === 'inconclusive');
  const evidence = open.flatMap((result) => result.evidence);
  return new Set(evidence.flatMap((item) => (item.kind === 'decision' ? [item.decision] : [])));
}
