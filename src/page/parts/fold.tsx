import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface FoldProps {
  readonly title: ComponentChildren;
  /** Unfolded whatever the reader does, such as for printing. */
  readonly open?: boolean;
  /** Unfolded until the reader folds it. */
  readonly begin?: boolean;
  readonly children: ComponentChildren;
}

/** Something that stands behind its title, and is not even drawn until somebody asks for it. */
export function Fold({ title, open: forced = false, begin = false, children }: FoldProps) {
  const [opened, setOpened] = useState(begin);
  const open = forced || opened;
  return (
    <details
      class="parts-fold"
      open={open}
      onToggle={({ currentTarget }) => {
        if (!forced) setOpened(currentTarget.open);
      }}
    >
      <summary>{title}</summary>
      {open ? <div class="parts-folded">{children}</div> : null}
    </details>
  );
}
