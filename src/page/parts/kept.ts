import { useState } from 'preact/hooks';

const kept = new Map<string, unknown>();

/** State that stays while the reader looks at another view. Each key is used in one place. */
export function useKept<T>(key: string, first: T): readonly [T, (value: T) => void] {
  const [value, setValue] = useState(() => (kept.has(key) ? (kept.get(key) as T) : first));
  const keep = (next: T) => {
    kept.set(key, next);
    setValue(next);
  };
  return [value, keep];
}
