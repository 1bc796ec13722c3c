import type { NearMiss } from '../../model/access.ts';
import { dayOf } from '../../plain/days.ts';
import { groupedBy } from '../../plain/lists.ts';
import { type Claim, evidencesOf, type NameAll, type Named, type NamedDecision } from './claim.ts';
import { capitalised, containerName } from './phrases.ts';
import { additionPlace, inParentheses, missAt, placesText } from './places.ts';
import type { SubjectWords } from './subject-words.ts';

/** More of them than this, for one thing, are counted, not told. */
const most = 5;

/** Why these do not grant it now is what the doubt about it says already. */
const doubts: ReadonlySet<NearMiss['kind']> = new Set(['outdated-group', 'session-based']);

/**
 * What would have granted it, a sentence for each container and reason:
 * `Permission set 'Sync extras' would grant it: its assignment expired on 2026-10-01.`
 * One for what nothing would grant, and one for where in source an entry could be added. `nameAll` calls the only
 * thing missing `it`.
 */
export function missedClaims(
  missed: readonly NamedDecision<'denied' | 'unknown'>[],
  nameAll: NameAll,
  words: SubjectWords,
): readonly Claim[] {
  const near = missed.map((thing) => ({ thing, misses: toldMisses(thing.decision) }));
  const told = near.flatMap(({ thing, misses }) => misses.slice(0, most).map((miss) => ({ thing, miss })));
  const nowhere = near.filter(
    ({ thing, misses }) => thing.decision.decision === 'denied' && misses.length === 0,
  );
  const untold = near.filter(({ misses }) => misses.length > most);
  const added = missed.flatMap((thing) => {
    const place = additionPlace(thing.decision);
    return place === undefined ? [] : [{ thing, place }];
  });
  return [
    ...claimOn(nowhere, (names) => `${words.nothing} grants ${names}.`),
    ...groupedBy(told, ({ miss }) => reasonKey(miss)).flatMap((group) => {
      const at = inParentheses(placesText(group.map(({ miss }) => missAt(miss))));
      return claimOn(group, (names) => `${missWords(names, group[0].miss, words, group.length > 1)}${at}.`);
    }),
    ...groupedBy(untold, ({ misses }) => String(misses.length)).flatMap((group) =>
      claimOn(group, (names) => `${group[0].misses.length - most} more would grant ${names}.`),
    ),
    ...groupedBy(added, ({ place }) => place.container.id).flatMap((group) => {
      const at = inParentheses(placesText(group.map(({ place }) => place.at)));
      const entry = group.length > 1 ? 'Entries' : 'An entry';
      const container = containerName(group[0].place.container);
      return claimOn(group, (names) => `${entry} for ${names} would go into ${container}${at}.`);
    }),
  ];

  function claimOn(
    group: readonly { readonly thing: Named }[],
    tell: (names: string) => string,
  ): readonly Claim[] {
    const things = group.map(({ thing }) => thing);
    return things.length === 0 ? [] : [{ sentence: tell(nameAll(things)), about: evidencesOf(things) }];
  }
}

const toldMisses = ({ decision, nearMisses }: NamedDecision<'denied' | 'unknown'>['decision']) =>
  decision === 'denied' ? nearMisses : nearMisses.filter(({ kind }) => !doubts.has(kind));

const reasonKey = ({ kind, container, through, mutedBy }: NearMiss): string =>
  JSON.stringify([kind, container.id, through?.id, mutedBy?.id]);

/** What would have granted it and why it does not, as a sentence without its full stop. */
export function missWords(names: string, miss: NearMiss, words: SubjectWords, several = false): string {
  const container = capitalised(containerName(miss.container, miss.through));
  return `${container} would grant ${names}: ${reason(miss, words, several)}`;
}

function reason(
  { kind, container, through, mutedBy }: NearMiss,
  words: SubjectWords,
  several: boolean,
): string {
  const assignment =
    through?.group && container.kind !== 'group' ? `the group's assignment` : 'its assignment';
  switch (kind) {
    case 'refused':
      return several ? 'its entries say no' : 'its entry says no';
    case 'expired':
      return `${assignment} expired${through?.expires ? ` on ${dayOf(through.expires)}` : ''}`;
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
      return words.notAssigned;
  }
}
