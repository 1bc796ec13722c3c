import { createContext } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Whether everything is to be shown, since nobody can operate paper. */
export const Printing = createContext(false);

/** Whether the page is being printed, or looked at as it would be. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const paper = matchMedia('print');
    const follow = () => setPrinting(paper.matches);
    const begin = () => setPrinting(true);
    const end = () => setPrinting(false);
    paper.addEventListener('change', follow);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    follow();
    return () => {
      paper.removeEventListener('change', follow);
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}
