import type { Gap, GapCode } from '../../../model/part.ts';
import type { BrokenFile, Trouble } from '../files/file-reading.ts';

/** Where a place stands, in the middle of a sentence. */
export const placeText = ({ at: { file, line, column } }: Pick<Trouble, 'at'>): string =>
  `${file}:${line}:${column}`;

/** What files cannot tell, and an org can. */
export const filesDoNotTell = (what: string): Gap =>
  gap('source-cannot-tell', `files do not tell ${what}`, addFacts);

export const addFacts = 'give --facts FILE, a snapshot of the org';

/** @param what the thing that the file should tell: `profile 'Sync'`. */
export const unreadableFile = (what: string, { trouble }: Pick<BrokenFile, 'trouble'>): Gap => ({
  code: 'file-unreadable',
  message: `${what} could not be read: ${placeText(trouble)} ${trouble.message}`,
  mend: 'mend the file, or leave it out with .forceignore',
  at: trouble.at,
});

const gap = (code: GapCode, message: string, mend: string): Gap => ({ code, message, mend });
