import type { Change } from '../model/change.ts';
import type { PageDocument } from '../model/page.ts';
import type { Situation } from '../model/situation.ts';
import { type Judgement, judge } from '../what-if/judge.ts';
import { withChanges } from '../what-if/with-changes.ts';

/** A side as it was read, or as it would be. */
export interface Judged extends Judgement {
  readonly name: string;
}

const readSides = new WeakMap<PageDocument, readonly [Judged, ...Judged[]]>();

/** Both sides as they were read, judged once, and the first with what is being tried. */
export function judgedSides(document: PageDocument, changes: readonly Change[]) {
  const read = readSides.get(document) ?? sidesOf(document);
  readSides.set(document, read);
  const [first] = read;
  const tried = changes.length === 0 ? first : judged(first.name, withChanges(first.situation, changes));
  return { read, tried };
}

function sidesOf({ sides, packs, settings }: PageDocument): readonly [Judged, ...Judged[]] {
  const [first, ...others] = sides.map(({ name, snapshot }) => judged(name, { snapshot, packs, settings }));
  if (first === undefined) throw new Error('The page has no side');
  return [first, ...others];
}

const judged = (name: string, situation: Situation): Judged => ({ name, ...judge(situation) });
