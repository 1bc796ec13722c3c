import { useEffect, useState } from 'preact/hooks';
import { type Address, addressOf, readAddress } from './address.ts';

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
