import type { Decision, Entry, NearMiss, Place } from '../../model/access.ts';
import type { Location } from '../../model/part.ts';
import { enumerated } from '../../plain/lists.ts';

/** `path:line:column`, which editors and terminals open at a click. */
export const placeText = ({ file, line, column }: Location): string => `${file}:${line}:${column}`;

/** More places than this are counted, not told. */
const most = 3;

/** Places in a sentence, each once: `a.xml:12:9, a.xml:14:9`; empty where there are none, as in an org. */
export const placesText = (places: readonly (Location | undefined)[]): string =>
  enumerated([...new Set(places.flatMap((at) => (at === undefined ? [] : [placeText(at)])))], most);

/** ` (one; other)`, of those that say something; empty where none does. */
export function inParentheses(...notes: readonly string[]): string {
  const told = notes.filter((note) => note !== '');
  return told.length === 0 ? '' : ` (${told.join('; ')})`;
}

export const entryAt = (entry: Entry): Location | undefined =>
  entry.kind === 'fixed' ? undefined : entry.at;

/** Where it is decided that a near miss does not grant: in the muting set, if one takes it away. */
export const missAt = ({ kind, entry, mutedBy }: NearMiss): Location | undefined =>
  kind === 'muted' ? mutedBy?.entryAt : entryAt(entry);

/**
 * Where an entry could be added. Not where the subject holds one already that something keeps back: to let that
 * through is nearer, and a second one would contradict it.
 */
export function additionPlace(decision: Decision): Place | undefined {
  if (decision.decision === 'granted') return undefined;
  const keptBack = decision.nearMisses.some(({ kind }) => kind !== 'not-assigned');
  return keptBack ? undefined : decision.place;
}
