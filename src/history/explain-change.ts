import type { AccessCause, Cause } from '../model/cause.ts';
import type { RecordedPack, RecordedResult, RecordedSubject } from '../model/history.ts';
import { begunWays, compareAccess, endedWays } from './compare-access.ts';
import { compareExpiries, compareFacts, nearestEnds } from './compare-facts.ts';
import { type Asked, compareRequirement } from './compare-requirement.ts';
import { indexOf } from './indexed-digest.ts';
import { sortedUnique } from './order.ts';

/** One requirement on one subject, as a run recorded it. */
export interface Recorded {
  readonly packs: readonly RecordedPack[];
  readonly subject: RecordedSubject;
  readonly result: RecordedResult;
}

const badness = { 'not-applicable': 0, pass: 0, inconclusive: 1, error: 1, fail: 2 } as const;

/**
 * What changed between two runs that explains why a requirement came to something else: in what the subject can do, in
 * the facts that it looks at, in the requirement itself. The decisive first; none where nothing recorded explains it.
 */
export function explainChange(before: Recorded, after: Recorded): readonly Cause[] {
  const [was, is] = [before.result, after.result];
  const restsOn = sortedUnique([...was.restsOn, ...is.restsOn]);
  const isWorse = badness[is.verdict] >= badness[was.verdict];
  const access = compareAccess(before.subject.access, after.subject.access, restsOn);
  const org = [
    ...access.filter(({ turn }) => (turn === 'lost') === isWorse),
    ...factCauses(before, after),
    ...access.filter(({ turn }) => (turn === 'lost') !== isWorse),
  ];
  const asked = compareRequirement(askedIn(before), askedIn(after));
  // A requirement that applies in one of the runs alone, or weighs otherwise, changed itself.
  const isItself =
    was.verdict === is.verdict || [was, is].some(({ verdict }) => verdict === 'not-applicable');
  return isItself ? [...asked, ...org] : [...org, ...asked];
}

const askedIn = ({ packs, subject, result }: Recorded): Asked => ({
  pack: packs.find(({ id }) => id === result.pack),
  result,
  decided: (permission) => indexOf(subject.access).decided(permission) !== undefined,
});

function factCauses(before: Recorded, after: Recorded): readonly Cause[] {
  const [was, is] = [before.subject.access, after.subject.access];
  const needs = sortedUnique([...before.result.needs, ...after.result.needs]);
  const facts = compareFacts(was, is, needs);
  if (!needs.includes('assignments')) return facts;
  const isWorse = badness[after.result.verdict] > badness[before.result.verdict];
  return [...facts, ...assignmentCauses(before, after, isWorse)];
}

/** What a requirement that assignments last looks at: on what every permission stands that any requirement needs. */
function assignmentCauses(before: Recorded, after: Recorded, isWorse: boolean): readonly Cause[] {
  const [was, is] = [before.subject.access, after.subject.access];
  const cited = sortedUnique(
    [before, after].flatMap(({ subject }) => subject.results.flatMap(({ restsOn }) => restsOn)),
  );
  const moved = compareExpiries(was, is);
  const ways = isWorse ? endedWays(was, is, cited) : begunWays(was, is, cited);
  const told = new Set(ways.map(withoutPermissions));
  const more = compareAccess(was, is, cited).filter((cause) => !told.has(withoutPermissions(cause)));
  const nearer = isWorse && moved.length === 0 ? nearestEnds(is, cited) : [];
  return [...moved, ...nearer, ...ways, ...more];
}

const withoutPermissions = (cause: AccessCause): string =>
  JSON.stringify({ ...cause, permissions: [], ...(cause.kind === 'entry-gone' && { entries: [] }) });
