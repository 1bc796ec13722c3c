import { useEffect, useState } from 'preact/hooks';
import type { Report } from '../../model/report.ts';
import { proposeMend } from './mend.ts';
import type { Trying } from './trying.ts';

export interface MendAllProps {
  readonly trying: Trying;
  readonly tool: Report['tool'];
}

type Looking = 'no' | 'yes' | 'in vain';

const said: Readonly<Record<Looking, string>> = {
  no: '',
  yes: 'Looking for the smallest permission set …',
  'in vain': 'No permission mends what is left.',
};

/** Tries what mends all that permissions can mend. It takes a second to find: first it is said that it is looked for. */
export function MendAll({ trying, tool }: MendAllProps) {
  const { tried, subjectId, changes, setChanges } = trying;
  const [looking, setLooking] = useState<Looking>('no');
  useEffect(() => {
    if (looking !== 'yes') return;
    const timer = setTimeout(() => {
      const proposed = proposeMend(tried.situation, subjectId, tool);
      setLooking(proposed.length === 0 ? 'in vain' : 'no');
      if (proposed.length > 0) setChanges([...changes, ...proposed]);
    }, 30);
    return () => clearTimeout(timer);
  }, [looking]);
  return (
    <p class="what-if-line">
      <button type="button" aria-disabled={looking === 'yes'} onClick={() => setLooking('yes')}>
        Mend all that permissions mend
      </button>
      <span role="status">{said[looking]}</span>
    </p>
  );
}
