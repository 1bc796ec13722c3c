import type { Change, SettingChange } from '../../model/change.ts';
import type { Situation } from '../../model/situation.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { draftId } from '../../what-if/draft-container.ts';
import { withChanges } from '../../what-if/with-changes.ts';

type Changes = readonly Change[];

/** The changes without one of them, and without those that stand on it: nobody ticks in a set that is not made. */
export function withoutChange(changes: Changes, index: number): Changes {
  const gone = changes[index];
  if (gone === undefined) return changes;
  const made = madeBy(gone);
  const [before, after] = [changes.slice(0, index), changes.slice(index + 1)];
  // What is made twice still stands there by the other.
  const stillMade = new Set([...before, ...after].flatMap(madeBy));
  const missing = made.filter((id) => !stillMade.has(id));
  return [...before, ...after.filter((change) => !namesOneOf(change, missing))];
}

/** Ids of the container and the assignment that are there only since this change. */
function madeBy(change: Change): readonly string[] {
  if (change.kind === 'assign') return [`${change.subjectId} ${change.containerId}`];
  if (change.kind !== 'add-set') return [];
  const id = draftId(change.set);
  return [id, `${change.subjectId} ${id}`];
}

const namesOneOf = (change: Change, ids: readonly string[]): boolean =>
  ('containerId' in change && ids.includes(change.containerId)) ||
  ('assignmentId' in change && ids.includes(change.assignmentId));

/** The changes with a setting: the last choice is the one that counts, and what was read is no change. */
export function withSetting(changes: Changes, chosen: SettingChange, asRead: SettingChange): Changes {
  const others = changes.filter((change) => settingOf(change) !== settingOf(chosen));
  return JSON.stringify(chosen) === JSON.stringify(asRead) ? others : [...others, chosen];
}

const settingOf = (change: Change): string | Change => {
  if (change.kind === 'feature') return `feature ${change.feature}`;
  return change.kind === 'edition' || change.kind === 'variant' ? change.kind : change;
};

/** In which everything has its name that the changes speak of: what was read, and the sets that are made. */
export const namingSnapshot = (read: Situation, changes: Changes): Snapshot =>
  withChanges(
    read,
    changes.filter(({ kind }) => kind === 'add-set'),
  ).snapshot;
