import { wrongUsage } from '../failure.ts';
import type { NamedSide } from './named-side.ts';

/** Who is compared. */
export interface WhoArguments {
  readonly user?: readonly string[] | undefined;
  readonly persona?: readonly string[] | undefined;
  readonly facts?: string | undefined;
}

/** Whom one side is about; undefined: whoever is there. */
export interface Whose {
  readonly user: readonly string[] | undefined;
  readonly persona: readonly string[] | undefined;
}

const isOfFiles = ({ kind }: NamedSide): boolean => kind === 'rev' || kind === 'dir';

/**
 * Gives each side its user or persona: one that is named is that of every side that has such, of two the first is A's
 * and the second B's.
 */
export function whoseSides(sides: readonly NamedSide[], args: WhoArguments): readonly Whose[] {
  const ofFacts = args.facts !== undefined && args.persona === undefined;
  const users = shared('--user', args.user, sides, (side) =>
    isOfFiles(side) ? ofFacts : side.kind !== 'persona',
  );
  const personas = shared('--persona', args.persona, sides, isOfFiles);
  return sides.map((side, index) => ({
    user: users[index],
    persona: side.kind === 'persona' ? [side.name] : personas[index],
  }));
}

function shared(
  option: '--user' | '--persona',
  names: readonly string[] | undefined,
  sides: readonly NamedSide[],
  takes: (side: NamedSide) => boolean,
): readonly (readonly string[] | undefined)[] {
  if (names === undefined) return sides.map(() => undefined);
  const taking = sides.filter(takes);
  if (taking.length === 0) {
    const what = option === '--user' ? 'an org, a snapshot or a report' : 'metadata files';
    throw wrongUsage(`${option} names somebody in ${what}, and neither side is such. Leave it out`);
  }
  if (names.length > taking.length) {
    throw wrongUsage(
      `${option} is given ${names.length} times, and ${taking.length === 1 ? `${taking[0]?.named} alone has` : 'two sides have'} such. Give one for both sides, or first that of A and then that of B`,
    );
  }
  return sides.map((side) => {
    if (!takes(side)) return undefined;
    const own = names.length === 1 ? names[0] : names[taking.indexOf(side)];
    return own === undefined ? undefined : [own];
  });
}
