import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { amountText } from '../../reporters/amounts.ts';

interface SomeProps<T> {
  readonly items: readonly T[];
  /** How many to show first, and how many more at a time. */
  readonly most: number;
  /** What one of them is called: `way`. */
  readonly noun: string;
  readonly all?: boolean;
  readonly class?: string;
  readonly children: (item: T, index: number) => VNode;
}

/** The items of a list; where there are very many the first of them, and a button for more. */
export function Some<T>({
  items,
  most,
  noun,
  all = false,
  class: name = 'parts-list',
  children,
}: SomeProps<T>) {
  const [asked, ask] = useState(most);
  const shown = all ? items : items.slice(0, asked);
  const left = items.length - shown.length;
  return (
    <>
      <ul class={name}>{shown.map((item, index) => children(item, index))}</ul>
      {left > 0 ? (
        <button type="button" onClick={() => ask(asked + most * 10)}>
          Show more: {amountText(left, `more ${noun}`)}
        </button>
      ) : null}
    </>
  );
}
