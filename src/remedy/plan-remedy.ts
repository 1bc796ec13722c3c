import type { Change } from '../model/change.ts';
import type { PermissionSetDraft } from '../model/permission-set.ts';
import type { ExistingWay, RemedyPlan } from '../model/remedy-plan.ts';
import type { Result } from '../model/report.ts';
import type { Situation } from '../model/situation.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { SubjectRecord } from '../model/subject.ts';
import { deepFreeze } from '../plain/deep-freeze.ts';
import { existingWay, inOrder, type Offer, offersFor } from './existing-ways.ts';
import { type Goal, keyOf, missedGoals, targetsAmong, worseThan } from './goals.ts';
import { ofOneSubject } from './one-subject.ts';
import { outcomesOf } from './outcomes.ts';
import { type PlannedRights, plannedRights } from './planned-rights.ts';
import { type Judged, judgedWith } from './trial.ts';

/** What is wished of a remedy. */
export interface RemedyWishes {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** A set of its own, whatever is there already. */
  readonly newSet: boolean;
  /** What could not be known is to pass too. */
  readonly includeDoubts: boolean;
}

/** A plan, with what it takes to carry it out and to prove it. */
export interface Remedy {
  readonly plan: RemedyPlan;
  readonly goals: readonly Goal[];
  /** The change that the plan comes to; none where there is nothing to do. */
  readonly changes: readonly Change[];
  /** The permission set to write; null where none is to be made. */
  readonly draft: PermissionSetDraft | null;
}

/**
 * Plans how what fails for one subject is mended: by the smallest permission set, or by one that is there already and
 * gives nothing more, as far as was read. What no permission set mends is told, with who has to do what.
 * @throws Error where the snapshot has no such subject.
 */
export function planRemedy(
  situation: Situation,
  subjectId: string,
  wishes: RemedyWishes,
  tool: RemedyPlan['tool'],
): Remedy {
  const record = situation.snapshot.subjects.find(({ subject }) => subject.id === subjectId);
  if (record === undefined) throw new Error(`The snapshot has no subject ${subjectId}`);
  const before = judgedWith(situation, subjectId, []);
  const targets = targetsAmong(before.results, wishes.includeDoubts);
  const planned = plannedRights(ofOneSubject(situation, subjectId), subjectId, targets, wishes.includeDoubts);
  const draft = draftOf(planned, wishes);
  const bySet = judgedWith(situation, subjectId, setChange(subjectId, draft));
  const { goals } = planned;
  const ways = draft === null ? [] : waysThatDo({ situation, record, before, goals, bySet });
  const [best] = wishes.newSet ? [] : ways.filter(({ way }) => way.surplus.length === 0);
  const changes = best === undefined ? setChange(subjectId, draft) : [best.offer.change];
  const after = best?.judged ?? bySet;
  const { source, collectedAt } = situation.snapshot;
  const plan: RemedyPlan = deepFreeze({
    ...{ remedyVersion: 1, tool, source, collectedAt, subject: record.subject },
    mend: draft === null ? 'none' : (best?.way.kind ?? 'new-set'),
    set: draft === null ? null : { ...named(wishes), entries: planned.entries, smallest: planned.smallest },
    existing: ways.map(({ way }) => way),
    ...outcomesOf(before.results, after.results),
  });
  return { plan, goals, changes, draft: best === undefined ? draft : null };
}

/**
 * Holds a remedy against the situation once more, with nothing taken from how it was found.
 * @throws Error where it would not do what it says: then nothing of it may be used.
 */
export function proveRemedy(situation: Situation, { plan, goals, changes }: Remedy): void {
  const { id } = plan.subject;
  const before = judgedWith(situation, id, []).results;
  const after = judgedWith(situation, id, changes).results;
  const mended = new Set(plan.mended.map(keyOf));
  const failing = after.filter((result) => mended.has(keyOf(result)) && result.verdict !== 'pass');
  const wrong = [...missedGoals(goals, after), ...worseThan(before, after), ...failing];
  const [first] = wrong;
  if (first !== undefined)
    throw new Error(`the remedy would not mend '${first.requirement}' of ${first.pack}`);
}

const named = ({ name, label, description }: RemedyWishes) => ({ name, label, description });

const draftOf = ({ draftEntries }: PlannedRights, wishes: RemedyWishes): PermissionSetDraft | null =>
  draftEntries === null ? null : { ...named(wishes), entries: draftEntries };

const setChange = (subjectId: string, set: PermissionSetDraft | null): readonly Change[] =>
  set === null ? [] : [{ kind: 'add-set', subjectId, set }];

interface Search {
  readonly situation: Situation;
  readonly record: SubjectRecord;
  readonly before: Judged;
  readonly goals: readonly Goal[];
  readonly bySet: Judged;
}

interface Found {
  readonly way: ExistingWay;
  readonly offer: Offer;
  readonly judged: Judged;
}

/** What is there already and does by itself all that the new set does, the least surplus first. */
function waysThatDo({ situation, record, before, goals, bySet }: Search): readonly Found[] {
  const { snapshot } = situation;
  const { id } = record.subject;
  const found = offersFor(snapshot, record).flatMap((offer): readonly Found[] => {
    const judged = judgedWith(ofOneSubject(situation, id, [offer.container.id]), id, [offer.change]);
    if (!does(judged.results, before.results, goals)) return [];
    return [{ way: existingWay(offer, snapshot, judged, bySet), offer, judged }];
  });
  const ways = inOrder(found.map(({ way }) => way));
  return ways.flatMap((way) => found.find((each) => each.way === way) ?? []);
}

const does = (after: readonly Result[], before: readonly Result[], goals: readonly Goal[]): boolean =>
  missedGoals(goals, after).length === 0 && worseThan(before, after).length === 0;

/** Names that no permission set may take, because one that was read has it. */
export const takenNames = ({ containers }: Snapshot): readonly string[] =>
  containers.filter(({ kind }) => kind === 'permission-set').map(({ apiName }) => apiName);
