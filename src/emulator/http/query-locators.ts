import type { Row } from '../emulated-org.ts';

/** A query's rows, kept for whoever asks for the next page. */
export interface KeptRows {
  readonly rows: readonly Row[];
  readonly userId: string;
  readonly tooling: boolean;
}

export interface QueryLocators {
  /** Keeps the rows; gives the Id that a locator begins with, `01g…`. */
  keep(kept: KeptRows): string;
  find(locatorId: string): KeptRows | undefined;
}

/** So many results are kept; the oldest goes first, as in an org whose cursors are used up. */
const mostKept = 200;

export function createQueryLocators(): QueryLocators {
  const kept = new Map<string, KeptRows>();
  let issued = 0;
  return {
    keep(rows) {
      issued += 1;
      const id = `01gEM${String(issued).padStart(10, '0')}AAA`;
      kept.set(id, rows);
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      return id;
    },
    find: (id) => kept.get(id),
  };
}
