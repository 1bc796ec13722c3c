import type { Cost } from '../model/snapshot.ts';
import { amountText, bytesText } from './amounts.ts';

/** What a reading cost: `3 round trips, 9 API calls …`; `12 files, 4.1 MB, 17 containers, 40,213 entries`. */
export function costText(cost: Cost): string {
  if ('apiCalls' in cost) {
    return `${cost.roundTrips} round trips, ${cost.apiCalls} API calls counted against the daily limit`;
  }
  return [
    amountText(cost.files, 'file'),
    bytesText(cost.bytes),
    amountText(cost.containers, 'container'),
    amountText(cost.entries, 'entry', 'entries'),
  ].join(', ');
}
