import type { SetVerdict } from '../model/report-set.ts';
import type { WrongFile } from './report-file.ts';

/** A part of a report that stands for one org, as text: thousands of them fit where as many objects would not. */
export interface Part {
  /** Whose it is, and so where it stands. */
  readonly org: string;
  /** The file it comes from, as it was named. */
  readonly file: string;
  /** Who was audited; null where nothing can stand beside it. */
  readonly audited: readonly string[] | null;
  readonly verdict: SetVerdict;
  /** With which exit code a run on it alone would have ended. */
  readonly code: number;
  /** Equal parts have equal text. */
  readonly text: string;
}

/**
 * Puts parts in the order of their orgs, whatever files they come from. The same part twice is one. An org may have
 * several where each is of other users; anything else would be two answers to one question.
 */
export function joinParts(parts: readonly Part[]): { readonly parts: readonly Part[] } | WrongFile {
  const once = [...new Map(parts.map((part) => [JSON.stringify([part.org, part.text]), part])).values()];
  for (const [org, ofOrg] of Map.groupBy(once, (part) => part.org)) {
    const first = ofOrg.find((part, index) => ofOrg.some((other, at) => at > index && collide(part, other)));
    const second = ofOrg.find((other) => first !== undefined && other !== first && collide(first, other));
    if (first !== undefined && second !== undefined) {
      return { problem: `${first.file} and ${second.file} tell different things of ${org}` };
    }
  }
  return { parts: once.sort((a, b) => compared(a.org, b.org) || compared(a.text, b.text)) };
}

const collide = (a: Part, b: Part): boolean =>
  a.audited === null || b.audited === null || a.audited.some((subject) => b.audited?.includes(subject));

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
