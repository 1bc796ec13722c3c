import { entryLabel } from '../../engine/entry-label.ts';
import { missWords } from '../../engine/wording/near-misses.ts';
import { containerName } from '../../engine/wording/phrases.ts';
import { subjectWords } from '../../engine/wording/subject-words.ts';
import type { Entry, Grant, NearMiss } from '../../model/access.ts';
import type { Location } from '../../model/part.ts';
import type { Subject } from '../../model/subject.ts';
import { dayOf } from '../../plain/days.ts';

/** One link of the way from who is audited to a permission. */
export interface Link {
  readonly text: string;
  /** Why the chain holds no further than here. */
  readonly broken?: string;
  readonly at?: Location | undefined;
}

/** Subject → assignment → group → container → entry, as it is held. */
export function grantChain(
  { container, through, members = [], entry, implied }: Grant,
  subject: Subject,
): readonly Link[] {
  if (entry.kind === 'fixed') return [{ text: subject.name }, { text: entry.what }];
  const inGroup = through.group !== null && container.kind !== 'group';
  const until = through.expires === null ? '' : ` until ${dayOf(through.expires)}`;
  return [
    { text: subject.name },
    { text: `assignment${until}` },
    ...(inGroup ? [{ text: `permission set group '${through.group?.title}'` }] : []),
    { text: containerName(container), at: container.at },
    ...(members.length === 0 ? [] : [{ text: members.map((member) => containerName(member)).join(', ') }]),
    entryLink(entry),
    ...(implied === undefined ? [] : [{ text: `implied by ${implied.by}: ${implied.fact}` }]),
  ];
}

/** The link that breaks, by what is missing. */
const breaksAt: Readonly<Record<NearMiss['kind'], 'assignment' | 'container' | 'muting' | 'entry'>> = {
  refused: 'entry',
  expired: 'assignment',
  inactive: 'assignment',
  revoked: 'assignment',
  'not-assigned': 'assignment',
  'session-based': 'container',
  'outdated-group': 'container',
  muted: 'muting',
};

/** The same way, and where it breaks. */
export function missChain(miss: NearMiss, subject: Subject): readonly Link[] {
  const { container, through, entry, mutedBy } = miss;
  const place = breaksAt[miss.kind];
  const words = missWords('it', miss, subjectWords[subject.kind]);
  const why = words.slice(words.indexOf(' would grant it: ') + ' would grant it: '.length);
  const broken = (at: typeof place) => (at === place ? { broken: why } : {});
  const inGroup = through?.group && container.kind !== 'group';
  return [
    { text: subject.name },
    { text: 'assignment', ...broken('assignment') },
    ...(inGroup ? [{ text: `permission set group '${through.group?.title}'` }] : []),
    { text: containerName(container), at: container.at, ...broken('container') },
    ...(place === 'muting'
      ? [
          {
            text: mutedBy ? containerName(mutedBy) : 'a muting permission set',
            at: mutedBy?.entryAt ?? mutedBy?.at,
            ...broken('muting'),
          },
        ]
      : []),
    { ...entryLink(entry), ...broken('entry') },
  ];
}

const entryLink = (entry: Entry): Link => ({
  text: entryLabel(entry),
  at: entry.kind === 'fixed' ? undefined : entry.at,
});
