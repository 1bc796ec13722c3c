import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Which permission is chosen, and where the focus goes with it. */
export function useChosen(
  root: RefObject<HTMLElement | null>,
  selected: string | null | undefined,
  onSelect: ((permission: string | null) => void) | undefined,
) {
  const [own, setOwn] = useState<string | null>(null);
  const [opened, setOpened] = useState(0);
  const chosen = selected === undefined ? own : selected;
  const choose = onSelect ?? setOwn;
  /** The cell that shall have the focus as soon as it is there. */
  const awaited = useRef<string | null>(null);
  const focusAwaited = () => {
    const cell = awaited.current === null ? null : cellOf(root.current, awaited.current);
    if (cell === null) return;
    awaited.current = null;
    cell.focus();
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  useLayoutEffect(focusAwaited);
  const close = () => {
    awaited.current = chosen;
    choose(null);
  };
  useEffect(() => {
    if (chosen === null) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  return {
    chosen,
    opened,
    close,
    /** Opens its details to be read. */
    open: (key: string) => {
      choose(key);
      setOpened((count) => count + 1);
    },
    /** Leads to its cell, and opens its details beside it. */
    jump: (key: string) => {
      awaited.current = key;
      choose(key);
      focusAwaited();
    },
  };
}

const cellOf = (root: HTMLElement | null, key: string): HTMLElement | null =>
  root?.querySelector<HTMLElement>(`[data-permission="${CSS.escape(key)}"]`) ?? null;
