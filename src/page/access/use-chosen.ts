import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** Where the focus goes as soon as it is there. */
interface Awaited {
  readonly key: string;
  readonly where: 'cell' | 'detail';
}

/** The heading of the details, which has the focus when they are opened to be read. */
export const detailHeading = 'access-detail';

/** Which permission is chosen, by the place that the address names, and where the focus goes with it. */
export function useChosen(
  root: RefObject<HTMLElement | null>,
  place: string,
  setPlace: (place: string) => void,
) {
  const awaited = useRef<Awaited | null>(null);
  const known = useRef('');
  const focusAwaited = () => {
    const target = awaited.current === null ? null : targetIn(root.current, awaited.current);
    if (target === null) return;
    awaited.current = null;
    target.focus();
    target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  useLayoutEffect(() => {
    // Somebody was sent here by a link.
    if (place !== known.current && place !== '') awaited.current ??= { key: place, where: 'detail' };
    known.current = place;
    focusAwaited();
  });
  const go = (to: string, goal: Awaited) => {
    awaited.current = goal;
    known.current = to;
    if (to === place) focusAwaited();
    else setPlace(to);
  };
  const close = () => go('', { key: place, where: 'cell' });
  useEffect(() => {
    if (place === '') return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  return {
    chosen: place === '' ? null : place,
    close,
    /** Tells that there may be a cell now that was not there. */
    drawn: focusAwaited,
    /** Opens its details to be read. */
    open: (key: string) => go(key, { key, where: 'detail' }),
    /** Leads to its cell, and opens its details beside it. */
    jump: (key: string) => go(key, { key, where: 'cell' }),
  };
}

function targetIn(root: HTMLElement | null, { key, where }: Awaited): HTMLElement | null {
  const selector = where === 'detail' ? `#${detailHeading}` : `[data-permission="${CSS.escape(key)}"]`;
  return root?.querySelector<HTMLElement>(selector) ?? null;
}
