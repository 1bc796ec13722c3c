import type { NearMiss } from '../model/access.ts';
import { dayOf } from '../plain/days.ts';
import { entryLabel } from './entry-label.ts';
import { containerName } from './wording/phrases.ts';

/** More ways than these help nobody to choose. */
const most = 5;

/** Nearest first: what was there already comes before what would be new. */
const nearness: readonly NearMiss['kind'][] = [
  'expired',
  'inactive',
  'revoked',
  'outdated-group',
  'muted',
  'session-based',
  'not-assigned',
];

/** What to do about each near miss, nearest first, each said once. */
export function nearestSteps(misses: readonly NearMiss[]): readonly string[] {
  const sorted = nearness.flatMap((kind) => misses.filter((miss) => miss.kind === kind));
  const steps = [...new Set(sorted.map(step))];
  return steps.slice(0, most);
}

function step({ kind, container, through, entry, mutedBy }: NearMiss): string {
  const group = through?.group ? `permission set group '${through.group.title}'` : null;
  const name = containerName(container);
  const assigned = group ?? name;
  switch (kind) {
    case 'expired': {
      const when = through?.expires ? `, which expired on ${dayOf(through.expires)}` : ', which has expired';
      return `Renew the assignment of ${assigned}${when}.`;
    }
    case 'inactive':
      return `Make the assignment of ${assigned} active again.`;
    case 'revoked':
      return `Restore the assignment of ${assigned}, which was revoked.`;
    case 'outdated-group':
      return `Recalculate ${assigned}${through?.group ? `, whose status is ${through.group.status}` : ''}.`;
    case 'muted':
      return `Remove ${entryLabel(entry)} from ${mutedBy ? containerName(mutedBy) : 'the muting permission set'}${group ? ` of ${group}` : ''}, or assign ${name} to the user outside the group.`;
    case 'session-based':
      return container.kind === 'group'
        ? `Clear Session Activation Required on ${name}.`
        : `Put ${name} into a permission set group, where it needs no activation, or clear Session Activation Required on it.`;
    case 'not-assigned':
      return `Assign ${name} to the user.`;
  }
}
