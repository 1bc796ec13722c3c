import type { FoundMessage } from './found.ts';
import type { Hit } from './hit.ts';
import { masked } from './masked.ts';
import { namesBeside } from './names-beside.ts';

/** A message that stands at one place. */
export type Described = Omit<FoundMessage, 'count' | 'lines'>;
/** A hit, and what carried it. */
export type Carried = Hit & { readonly inside: readonly string[] };

const insideReach = 2000;

/** What only says that something inside it failed gives way to that. */
export function withoutWrappers(hits: readonly Hit[], text: string): readonly Carried[] {
  const carried = new Map<Hit, readonly string[]>();
  const kept: Carried[] = [];
  hits.forEach((hit, index) => {
    const next = hits[index + 1];
    const isWrapper =
      hit.entry.wraps === true &&
      next !== undefined &&
      next.entry.id !== hit.entry.id &&
      next.start - hit.end <= insideReach &&
      !/[\n}]/.test(text.slice(hit.end, next.start));
    const inside = carried.get(hit) ?? [];
    if (isWrapper) carried.set(next, [...inside, ...(hit.entry.recognised.codes ?? []).slice(0, 1)]);
    else kept.push({ ...hit, inside });
  });
  return kept;
}

/** What a hit says, as it may be shown. */
export function described(text: string, hit: Carried): Described {
  const { objects, fields, flows } = namesBeside(text, hit);
  const around = text.slice(Math.max(0, hit.start - 200), hit.end + 200).toLowerCase();
  const words = hit.entry.points.flatMap((point) => (point.kind === 'object' ? (point.said ?? []) : []));
  return {
    entry: hit.entry,
    ...{ objects, fields: fields.map(masked), flows: flows.map(masked) },
    said: words.filter((word) => around.includes(word)),
    quote: masked(hit.quote ?? text.slice(hit.start, hit.end)).replace(/[.,:;]+$/, ''),
    inside: hit.inside,
  };
}

export const unnamed = (message: Described): Described => ({
  ...message,
  objects: [],
  fields: [],
  flows: [],
});

/** Equal for what is one message, repeated. */
export const keyOf = ({ entry, objects, fields, flows, said, inside }: Described): string =>
  JSON.stringify([entry.id, objects, fields, flows, said, inside]).toLowerCase();
