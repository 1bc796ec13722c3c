import type { ComponentChildren } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { Printing } from '../printing.ts';

interface FoldProps {
  readonly title: ComponentChildren;
  /** Unfolded with many others, which the reader may fold again one by one. */
  readonly open?: boolean;
  readonly children: ComponentChildren;
}

/** Something that stands behind its title, and is not even drawn until somebody asks for it. Paper has all of it. */
export function Fold({ title, open: withOthers = false, children }: FoldProps) {
  const printing = useContext(Printing);
  const [opened, setOpened] = useState(false);
  const [shut, setShut] = useState(false);
  const open = printing || (withOthers ? !shut : opened);
  const toggle = (event: Event) => {
    event.preventDefault();
    if (withOthers) setShut(!shut);
    else setOpened(!opened);
  };
  return (
    <details class="parts-fold" open={open}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is operated as a button is */}
      <summary onClick={toggle}>{title}</summary>
      {open ? <div class="parts-folded">{children}</div> : null}
    </details>
  );
}
