import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

const most = 10;

/** A list of which only so much is shown at first. */
export function Folded<T>({
  items,
  what,
  render,
}: {
  readonly items: readonly T[];
  /** What there is more of. */
  readonly what: string;
  readonly render: (item: T) => ComponentChildren;
}) {
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(0, most);
  return (
    <>
      {/* Nothing in it is ever moved about. */}
      <ul>{shown.map((item) => render(item))}</ul>
      {shown.length < items.length && (
        <button type="button" onClick={() => setAll(true)}>
          Show all {items.length} {what}
        </button>
      )}
    </>
  );
}
