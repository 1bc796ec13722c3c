import type { Decision, Grant, NearMiss } from '../../model/access.ts';
import type { Gap, Location } from '../../model/part.ts';
import type { Evidence } from '../../model/rule.ts';
import { type Named, named } from './claim.ts';
import { wayWords } from './grants.ts';
import { missWords } from './near-misses.ts';
import { capitalised, clause, containerName } from './phrases.ts';
import { additionPlace, entryAt } from './places.ts';
import type { SubjectWords } from './subject-words.ts';

/** What stands at a place that evidence speaks of; first what a finding that is no pass stands on soonest. */
export const mentionKinds = [
  'gap',
  'refused',
  'muting',
  'missed',
  'addition',
  'grant',
  'member',
  'not-assigned',
] as const;

/** A place that a piece of evidence speaks of. */
export interface Mention {
  readonly kind: (typeof mentionKinds)[number];
  readonly at: Location;
  readonly thing: Named;
  /** A sentence without its full stop about the things that are named. */
  readonly words: (names: string) => string;
}

/** Every place that a piece of evidence speaks of; none in an org. */
export function mentionsIn(evidence: Evidence, words: SubjectWords): readonly Mention[] {
  const thing = named(evidence);
  return placesIn(evidence, words).flatMap(([kind, at, said]) =>
    at === undefined ? [] : [{ kind, at, thing, words: said }],
  );
}

type Said = readonly [kind: Mention['kind'], at: Location | undefined, words: Mention['words']];

function placesIn(evidence: Evidence, words: SubjectWords): readonly Said[] {
  if (evidence.kind === 'fact') return [];
  if (evidence.kind === 'gap') return [gapPlace(evidence.gap)];
  const { decision } = evidence;
  if (decision.decision === 'granted') return decision.grants.flatMap(grantPlaces);
  return [
    ...(decision.decision === 'unknown' ? decision.because.map(gapPlace) : []),
    ...decision.nearMisses.flatMap((miss) => missPlaces(miss, words)),
    additionOf(decision),
  ];
}

const gapPlace = ({ at, message }: Gap): Said => ['gap', at, () => clause(message)];

function grantPlaces(grant: Grant): readonly Said[] {
  const { container, members = [], entry } = grant;
  return [
    ['grant', entryAt(entry), (names) => wayWords(names, grant)],
    ...members.map((member): Said => {
      const name = capitalised(containerName(member));
      return ['member', member.at, (names) => `${name} brings ${names} into ${containerName(container)}`];
    }),
  ];
}

function missPlaces(miss: NearMiss, words: SubjectWords): readonly Said[] {
  const { kind, entry, mutedBy } = miss;
  const said = (names: string) => missWords(names, miss, words);
  if (kind === 'refused' || kind === 'not-assigned') return [[kind, entryAt(entry), said]];
  if (mutedBy === undefined) return [['missed', entryAt(entry), said]];
  const mutes = (names: string) => `${capitalised(containerName(mutedBy))} takes away ${names}`;
  return [
    ['muting', mutedBy.entryAt, mutes],
    ['missed', entryAt(entry), said],
  ];
}

function additionOf(decision: Decision): Said {
  const place = additionPlace(decision);
  const container = place === undefined ? '' : containerName(place.container);
  return ['addition', place?.at, (names) => `An entry for ${names} would go here, into ${container}`];
}
