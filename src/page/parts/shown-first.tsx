import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

export interface ShownFirstProps<T> {
  readonly items: readonly T[];
  readonly most: number;
  /** What there are more of, such as `permissions`. */
  readonly what: string;
  readonly children: (item: T) => ComponentChildren;
}

/** The items of a list that may be long: first a few, and the others when they are asked for. */
export function ShownFirst<T>({ items, most, what, children }: ShownFirstProps<T>) {
  const [limit, setLimit] = useState(most);
  const hidden = items.length - limit;
  return (
    <>
      {items.slice(0, limit).map(children)}
      {hidden > 0 && (
        <li class="parts-more">
          <button type="button" onClick={() => setLimit(limit + 5 * most)}>
            Show {Math.min(hidden, 5 * most)} of {hidden} more {what}
          </button>
        </li>
      )}
    </>
  );
}
