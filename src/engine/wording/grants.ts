import type { Grant } from '../../model/access.ts';
import { dayOf } from '../../plain/days.ts';
import { enumerated, groupedBy } from '../../plain/lists.ts';
import { type Claim, evidencesOf, type NameAll, type NamedDecision } from './claim.ts';
import { capitalised, containerName } from './phrases.ts';
import { entryAt, inParentheses, placesText } from './places.ts';

/** More ways than this to hold one thing are counted, not told. */
const mostWays = 4;

/** Who grants it, a sentence for each container: `Profile 'API Only' grants Read, Create, Edit (a.xml:12:9).` */
export function grantClaims(
  granted: readonly NamedDecision<'granted'>[],
  nameAll: NameAll,
): readonly Claim[] {
  const held = granted.map((thing) => ({ thing, ways: shortest(thing.decision.grants) }));
  const told = held.flatMap(({ thing, ways }) => ways.slice(0, mostWays).map((grant) => ({ thing, grant })));
  const untold = held.filter(({ ways }) => ways.length > mostWays);
  return [
    ...groupedBy(told, ({ grant }) => wayKey(grant)).map((group) => {
      const things = group.map(({ thing }) => thing);
      const places = placesText(group.map(({ grant }) => entryAt(grant.entry)));
      return {
        sentence: `${wayWords(nameAll(things), group[0].grant, places)}.`,
        about: evidencesOf(things),
      };
    }),
    ...groupedBy(untold, ({ ways }) => String(ways.length)).map((group) => {
      const things = group.map(({ thing }) => thing);
      const sentence = `${group[0].ways.length - mostWays} more grant ${nameAll(things)}.`;
      return { sentence, about: evidencesOf(things) };
    }),
  ];
}

/** One way for each assignment: what a container grants outright needs no mention of what implies it too. */
function shortest(grants: readonly Grant[]): readonly Grant[] {
  return groupedBy(grants, ({ through, container }) => `${through.id} ${container.id}`).map(
    (group) => group.find(({ implied }) => implied === undefined) ?? group[0],
  );
}

const wayKey = ({ container, through, members, entry, implied }: Grant): string =>
  JSON.stringify([
    container.id,
    through.id,
    members?.map(({ id }) => id),
    implied?.by,
    entry.kind === 'fixed' && entry.what,
  ]);

/** One way to hold something, as a sentence without its full stop. */
export function wayWords(
  names: string,
  { container, through, members = [], entry, implied }: Grant,
  places = '',
): string {
  if (entry.kind === 'fixed') return `${names} needs no grant: ${entry.what}`;
  const by = implied ? ` through ${implied.by}` : '';
  const from = members.length > 0 ? `from its ${memberNames(members)}` : '';
  const end =
    through.expires === null
      ? inParentheses(from, places)
      : `${inParentheses(from)} until ${dayOf(through.expires)}${inParentheses(places)}`;
  return `${capitalised(containerName(container, through))} grants ${names}${by}${end}`;
}

function memberNames(members: NonNullable<Grant['members']>): string {
  const titles = members.map(({ title }) => `'${title}'`);
  return `${titles.length === 1 ? 'member' : 'members'} ${enumerated(titles, 4)}`;
}
