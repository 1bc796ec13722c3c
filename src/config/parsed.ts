import type { Json } from '../model/part.ts';

/** Where a value starts and where it ends, where its key starts, and the same of what it holds. */
export interface Spot {
  readonly offset: number;
  /** Behind its last character; behind what follows it on blank lines too, where the format has it so. */
  readonly end: number;
  readonly key?: number;
  readonly inner: ReadonlyMap<string, Spot>;
}

/** A value and the places of all its parts; or what is wrong, by offset. */
export type Parsed =
  | { readonly value: Json; readonly root: Spot }
  | { readonly problems: readonly { readonly offset: number; readonly message: string }[] };
