import { notCollected } from '../../parts.ts';
import type { OnProgress } from './org-reader.ts';
import type { Answers, Read, Reads } from './read.ts';
import { startReading } from './reading.ts';
import type { ReadingInProgress } from './reading-in-progress.ts';
import type { Trip } from './trip.ts';

/** Makes {@link OrgReader.together}: trips until no read wants anything more. */
export function createTogether(trip: Trip, onProgress: OnProgress = () => {}) {
  let done = 0;
  let total = 0;
  const report = (open: readonly ReadingInProgress[], last: string) =>
    onProgress({ part: open[0]?.read.part ?? last, done, total });

  async function run(readings: readonly ReadingInProgress[]): Promise<void> {
    total += readings.length;
    let open = readings;
    while (open.length > 0) {
      report(open, '');
      const outcomes = await trip(open.flatMap((reading) => reading.wanted()));
      let next = 0;
      for (const reading of open) {
        const wanted = reading.wanted().length;
        reading.take(outcomes.slice(next, next + wanted));
        next += wanted;
      }
      const left = open.filter((reading) => reading.wanted().length > 0);
      done += open.length - left.length;
      if (left.length === 0) report([], open.at(-1)?.read.part ?? '');
      open = left;
    }
  }

  return async <const R extends Reads>(reads: R): Promise<Answers<R>> => {
    const started = Object.entries(reads).map(([name, read]) => [name, start(read)] as const);
    await run(started.flatMap(([, readings]) => readings ?? []));
    const answers = started.map(([name, readings]) => {
      if (readings === undefined) return [name, notCollected(wordsOf(name))];
      return [name, Array.isArray(readings) ? readings.map((one) => one.result()) : readings.result()];
    });
    // Each reading's result has the type that its read's kind says: that is what makes the cast sound.
    return Object.fromEntries(answers) as Answers<R>;
  };
}

/** `permissionSetLicenses` → "permission set licenses": reads are named for what they read. */
const wordsOf = (name: string) => name.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);

function start(read: Reads[string]): ReadingInProgress | ReadingInProgress[] | undefined {
  if (read === undefined) return undefined;
  return isList(read) ? read.map(startReading) : startReading(read);
}

const isList = (read: Read | readonly Read[]): read is readonly Read[] => Array.isArray(read);
