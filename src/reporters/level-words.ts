import type { Result } from '../model/report.ts';
import { isBelow } from './counted.ts';

/** Who weighs it otherwise than the pack does, and why: `lowered from error: sandbox only`; none where nobody does. */
export function levelWords({ level, levelChange }: Result): string | null {
  if (levelChange === null) return null;
  const way = isBelow(level, levelChange.from) ? 'lowered' : 'raised';
  return `${way} from ${levelChange.from}: ${levelChange.reason}`;
}
