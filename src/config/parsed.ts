import type { Json } from '../model/part.ts';

/** Where a value starts, where its key does, and the same of what it holds. */
export interface Spot {
  readonly offset: number;
  readonly key?: number;
  readonly inner: ReadonlyMap<string, Spot>;
}

/** A value and the places of all its parts; or what is wrong, by offset. */
export type Parsed =
  | { readonly value: Json; readonly root: Spot }
  | { readonly problems: readonly { readonly offset: number; readonly message: string }[] };
