import type * as Sarif from 'sarif';
import { closedList, itemSeparator, listItem, openedList } from '../json-list.ts';
import { logOf } from '../sarif/log.ts';
import { orgRun } from '../sarif/run.ts';
import type { Frame } from './frame.ts';

/**
 * One log with a run for each org. GitHub takes 20 runs in a file: for more orgs, write several files, as shards do.
 */
export const sarifFrame: Frame = {
  open: ({ shard }) => openedList(logOf([], shard && { shard })),
  part: (outcome, { tool }) => sarifPart(orgRun(outcome, tool)),
  separator: itemSeparator,
  close: () => closedList,
};

/** A run that was written already. */
export const sarifPart = (run: Sarif.Run): string => listItem(run);
