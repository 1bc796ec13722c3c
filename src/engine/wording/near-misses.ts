import type { NearMiss } from '../../model/access.ts';
import { entryLabel } from '../labels.ts';
import { capitalised, containerName, day, groupedBy, listed } from './phrases.ts';

/** Something not granted: its name beside its object's, and what would have granted it. */
export interface Missed {
  readonly what: string;
  readonly nearMisses: readonly NearMiss[];
}

/** More of them than this are counted, not told. */
const most = 5;

/**
 * What would have granted it, a sentence for each container and reason:
 * `Permission set 'Sync extras' would grant it: its assignment expired on 2026-10-01.`
 * `it` stands for the only thing missing; several are named.
 */
export function nearMissSentences(missed: readonly Missed[], on: string): readonly string[] {
  const misses = missed.flatMap(({ what, nearMisses }) => nearMisses.map((miss) => ({ what, miss })));
  const several = new Set(missed.map(({ what }) => what)).size > 1;
  const sentences = groupedBy(misses, ({ miss }) => reasonKey(miss)).map((group) => {
    const { miss } = group[0];
    const names = [...new Set(group.map(({ what }) => what))];
    const what = several ? `${listed(names)}${on}` : 'it';
    return `${capitalised(containerName(miss.container, miss.through))} would grant ${what}: ${reason(miss)}.`;
  });
  const more = sentences.length - most;
  return more > 0 ? [...sentences.slice(0, most), `So would ${more} more.`] : sentences;
}

const reasonKey = ({ kind, container, through, mutedBy }: NearMiss): string =>
  JSON.stringify([kind, container.id, through?.id, mutedBy?.id]);

function reason({ kind, container, through, mutedBy }: NearMiss): string {
  const assignment =
    through?.group && container.kind !== 'group' ? `the group's assignment` : 'its assignment';
  switch (kind) {
    case 'expired':
      return `${assignment} expired${through?.expires ? ` on ${day(through.expires)}` : ''}`;
    case 'inactive':
      return `${assignment} is not active`;
    case 'revoked':
      return `${assignment} was revoked`;
    case 'session-based':
      return 'it counts only in a session that has activated it';
    case 'outdated-group':
      return `the group has to be recalculated first, its status is ${through?.group?.status ?? 'not Updated'}`;
    case 'muted':
      return mutedBy ? `${containerName(mutedBy)} takes it away` : 'a muting permission set takes it away';
    case 'not-assigned':
      return 'it is not assigned to the user';
  }
}

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
      const when = through?.expires ? `, which expired on ${day(through.expires)}` : ', which has expired';
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
