import type { Location } from '../../../model/part.ts';
import type { ReadingWarning, ReadingWarningCode } from '../../../model/snapshot.ts';

/** So many warnings of one file are told; a file that is all oddities must not drown the others. */
export const mostWarnings = 50;

export interface Notes {
  /** @param at asked only where the warning is told. */
  readonly add: (code: ReadingWarningCode, message: string, at: () => Location) => void;
  readonly result: () => { readonly warnings: readonly ReadingWarning[]; readonly untold: number };
}

export function takeNotes(): Notes {
  const warnings: ReadingWarning[] = [];
  let untold = 0;
  return {
    add: (code, message, at) => {
      if (warnings.length < mostWarnings) warnings.push({ code, message, at: at() });
      else untold += 1;
    },
    result: () => ({ warnings, untold }),
  };
}
