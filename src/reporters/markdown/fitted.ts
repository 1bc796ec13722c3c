import { amountText } from '../amounts.ts';

/** A part of a document that grows with the report. */
export interface Section {
  /** What one of its items is called. */
  readonly noun: string;
  /** Stands before the first item, and nowhere where there is none. */
  readonly head: string;
  /** Each is written only where there may be room for it. */
  readonly items: readonly (() => string)[];
  /** Between head and items, and between two items. */
  readonly gap: '\n' | '\n\n';
}

/** So many that do not fit, and there is room for none: one alone may be longer than the others. */
const mostMisses = 3;

/** As much of the sections as there is room for, in their order, and what was left out: `12 rows of the table`. */
export function fitted(
  sections: readonly Section[],
  room: number,
): { readonly blocks: readonly string[]; readonly left: readonly string[] } {
  let used = 0;
  const blocks: string[] = [];
  const left: string[] = [];
  for (const { noun, head, items, gap } of sections) {
    const kept = [head];
    let size = head.length + 2;
    let misses = 0;
    for (const write of items) {
      if (misses === mostMisses) break;
      const item = write();
      const added = item.length + gap.length;
      if (used + size + added > room) {
        misses += 1;
        continue;
      }
      kept.push(item);
      size += added;
    }
    const missing = items.length - (kept.length - 1);
    if (missing > 0) left.push(amountText(missing, noun));
    if (kept.length === 1) continue;
    blocks.push(kept.join(gap));
    used += size;
  }
  return { blocks, left };
}
