import { appendFileSync, statSync } from 'node:fs';
import { fileTrouble } from './failure.ts';
import type { World } from './world.ts';

/** GitHub takes no more bytes from one step, and shows nothing of what is longer (docs.github.com, "Workflow commands"). */
const mostBytes = 1024 * 1024;
/** As many has one UTF-16 code unit in UTF-8 at most. */
const bytesEach = 3;
/** Less is not worth a summary. */
const fewest = 2000;

/** How many characters the summary of this step of a GitHub workflow has room for; null where there is none. */
export function summaryRoom({ env }: World): number | null {
  const file = env.GITHUB_STEP_SUMMARY;
  if (!file) return null;
  const room = Math.floor((mostBytes - sizeOf(file)) / bytesEach);
  return room < fewest ? null : room;
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** Adds to the summary of this step. A summary that cannot be written is no reason for a run to fail. */
export function appendSummary(markdown: string, { env, notices }: World): void {
  const file = env.GITHUB_STEP_SUMMARY;
  if (!file) return;
  try {
    appendFileSync(file, markdown);
  } catch (error) {
    notices.write(`The job summary is not written: ${fileTrouble(file, error)}.\n`);
  }
}
