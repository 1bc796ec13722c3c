import { useEffect, useState } from 'preact/hooks';

/** What the address names after its `#`: a view, and a place within it: `#verdict/account-access`. */
export interface Address {
  readonly view: string;
  readonly place: string;
}

export function readAddress(hash: string): Address {
  const [, view = '', place = ''] = /^#([^/]*)\/?(.*)$/s.exec(hash) ?? [];
  return { view, place: decoded(place) };
}

export const addressOf = ({ view, place }: Address): string =>
  place === '' ? `#${view}` : `#${view}/${encodeURIComponent(place.toWellFormed())}`;

/** Somebody may have typed it. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** The address, as it is and as it changes, and how to change it without leaving a trail in the history. */
export function useAddress(): readonly [Address, (address: Address) => void] {
  const [address, setAddress] = useState(() => readAddress(location.hash));
  useEffect(() => {
    const follow = () => setAddress(readAddress(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const go = (to: Address) => {
    setAddress(to);
    location.replace(addressOf(to));
  };
  return [address, go];
}
