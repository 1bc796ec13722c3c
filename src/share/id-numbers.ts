import { idKey, idStandIn, looksLikeId } from './ids.ts';
import type { Making } from './making.ts';
import { numbered } from './numbering.ts';

/** Ids, numbered for each key prefix by itself. Their short and long forms have one number. */
export interface IdNumbers {
  readonly note: (id: string) => void;
  readonly number: () => void;
  readonly numberOf: (id: string) => number;
}

export function createIdNumbers({ chance, isThere, known }: Making): IdNumbers {
  const numbers = new Map<string, number | null>();
  for (const { kind, standIn, original } of known)
    if (kind === 'id-name' && looksLikeId(original))
      numbers.set(idKey(original), Number(standIn.slice(3, 15)));
  return {
    note(id) {
      if (!numbers.has(idKey(id))) numbers.set(idKey(id), null);
    },
    number() {
      for (const [prefix, all] of Map.groupBy(numbers, ([id]) => id.slice(0, 3))) {
        const used = new Set(all.map(([, number]) => number));
        const isFree = (number: number) =>
          !used.has(number) && [12, 15].every((rest) => !isThere(idStandIn(prefix.padEnd(3 + rest), number)));
        const unnumbered = all.flatMap(([id, number]) => (number === null ? [id] : []));
        for (const [id, number] of numbered(unnumbered, isFree, chance)) numbers.set(id, number);
      }
    },
    numberOf(id) {
      const number = numbers.get(idKey(id)) ?? null;
      if (number === null) throw new Error('This Id was not noted, so it has no stand-in');
      return number;
    },
  };
}
