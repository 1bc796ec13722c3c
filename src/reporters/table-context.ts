export interface TableContext {
  /** Columns of the terminal. */
  readonly width: number;
  readonly colour: boolean;
  /** Adds why each is required, the grounds of what passed, notes, queries and costs. */
  readonly verbose: boolean;
}

/** Longer lines are hard to read, however wide the terminal is; shorter ones hold no table. */
const widest = 120;
const narrowest = 60;

/** How many columns to fill on a terminal that has so many. */
export const textWidth = (columns: number): number =>
  Math.min(Math.max(Math.floor(columns), narrowest), widest);
