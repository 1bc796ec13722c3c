import type { Grant } from '../../model/access.ts';
import { capitalised, containerName, day, groupedBy, listed } from './phrases.ts';

/** Something granted: its name beside its object's (`Read`), and every way it is held. */
export interface Granted {
  readonly what: string;
  readonly grants: readonly Grant[];
}

/** More ways than this are counted, not told. */
const mostWays = 4;

/**
 * Who grants it, a sentence for each container: `Profile 'API Only' grants Read, Create, Edit.`
 * `on` names the object where the reader cannot know it, else it is empty.
 */
export function grantSentences(granted: readonly Granted[], on: string): readonly string[] {
  const ways = granted.flatMap(({ what, grants }) => shortest(grants).map((grant) => ({ what, grant })));
  const sentences = groupedBy(ways, ({ grant }) => wayKey(grant)).map((group) =>
    wayWords(
      group.map(({ what }) => what),
      group[0].grant,
      on,
    ),
  );
  const more = sentences.length - mostWays;
  return more > 0 ? [...sentences.slice(0, mostWays), `So do ${more} more.`] : sentences;
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

function wayWords(names: readonly string[], grant: Grant, on: string): string {
  const { container, through, members = [], entry, implied } = grant;
  const what = `${listed([...new Set(names)], 8)}${on}`;
  if (entry.kind === 'fixed') return `${what} needs no grant: ${entry.what}.`;
  const by = implied ? ` through ${implied.by}` : '';
  const from = members.length > 0 ? ` (from its ${memberNames(members)})` : '';
  const until = through.expires === null ? '' : ` until ${day(through.expires)}`;
  return `${capitalised(containerName(container, through))} grants ${what}${by}${from}${until}.`;
}

function memberNames(members: NonNullable<Grant['members']>): string {
  const titles = members.map(({ title }) => `'${title}'`);
  return `${titles.length === 1 ? 'member' : 'members'} ${listed(titles, 4)}`;
}
