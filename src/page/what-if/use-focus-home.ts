import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Marks where the focus goes when what had it is gone: the nearest such element around it. */
export const focusHome = { tabIndex: -1, 'data-focus-home': '' } as const;

/** What is pressed here may be gone by what it did; then the focus goes to the head of the part that it stood in. */
export function useFocusHome(root: RefObject<HTMLElement | null>): void {
  const home = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const element = root.current;
    const remember = ({ target }: FocusEvent) => {
      const part = target instanceof Element ? target.closest('section') : null;
      home.current = part?.querySelector<HTMLElement>('[data-focus-home]') ?? null;
    };
    element?.addEventListener('focusin', remember);
    return () => element?.removeEventListener('focusin', remember);
  }, [root]);
  useEffect(() => {
    if (document.activeElement === document.body || document.activeElement === null) home.current?.focus();
  });
}
