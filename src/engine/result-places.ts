import type { Location } from '../model/part.ts';
import type { RelatedPlace, Result } from '../model/report.ts';
import type { Evidence, Finding, Outcome } from '../model/rule.ts';
import { groupedBy } from '../plain/lists.ts';
import { asHeading } from './wording/claim.ts';
import { type Mention, mentionKinds, mentionsIn } from './wording/mentions.ts';
import { placeText } from './wording/places.ts';
import type { SubjectWords } from './wording/subject-words.ts';

/** More of them nobody looks at. */
const mostRelated = 20;

/**
 * Where in source a result stands, and the other places its evidence speaks of; null and none for an org. A failure
 * stands where an entry says no or takes away, else where one would be added; a doubt, at the file that could not be
 * read before all; a pass, at its first grant; and what a rule finds out about the profile, at the profile.
 * @param profileAt of the subject's profile, for a rule that looks at it.
 */
export function resultPlaces(
  findings: readonly Finding[],
  profileAt: Location | undefined,
  words: SubjectWords,
): Pick<Result, 'at' | 'related'> {
  const evidenceOf = (...outcomes: readonly Outcome[]) =>
    findings.filter(({ outcome }) => outcomes.includes(outcome)).flatMap(({ evidence }) => evidence);
  const standsAt = (outcome: Outcome) => placeOf(outcome, evidenceOf(outcome), words);
  const at = standsAt('fail') ?? standsAt('inconclusive') ?? standsAt('pass') ?? profileAt ?? null;
  const all = ordered(evidenceOf('fail', 'inconclusive', 'pass'), words);
  return { at, related: relatedPlaces(all, at) };
}

/** Where findings of one outcome stand: first by what makes it that outcome, then by whatever else is there. */
function placeOf(outcome: Outcome, evidence: readonly Evidence[], words: SubjectWords): Location | undefined {
  // A failure all of which is granted is about what must not be.
  const onGrants = outcome === 'pass' || (outcome === 'fail' && !evidence.some(isOpen));
  const places = (some: readonly Evidence[]) =>
    ordered(some, words).filter(({ kind }) => (kind === 'grant' || kind === 'member') === onGrants);
  const [first] = [...places(evidence.filter(makes[outcome])), ...places(evidence)];
  return first?.at;
}

const stateOf = (evidence: Evidence) =>
  evidence.kind === 'decision' ? evidence.decision.decision : evidence.kind;

const isOpen = (evidence: Evidence): boolean => stateOf(evidence) !== 'granted' && evidence.kind !== 'fact';

const makes: Readonly<Record<Outcome, (evidence: Evidence) => boolean>> = {
  pass: (evidence) => stateOf(evidence) === 'granted',
  fail: (evidence) => stateOf(evidence) === 'denied',
  inconclusive: (evidence) => stateOf(evidence) === 'unknown' || evidence.kind === 'gap',
};

/** Every place that evidence speaks of, by what stands there. */
const ordered = (evidence: readonly Evidence[], words: SubjectWords): readonly Mention[] => {
  const mentions = evidence.flatMap((each) => mentionsIn(each, words));
  return mentionKinds.flatMap((kind) => mentions.filter((mention) => mention.kind === kind));
};

/** Each place once, but `at`, with what is said of it first. */
function relatedPlaces(mentions: readonly Mention[], at: Location | null): readonly RelatedPlace[] {
  const sentences = groupedBy(mentions, (mention) =>
    JSON.stringify([placeText(mention.at), mention.words('')]),
  );
  const places = groupedBy(sentences, ([mention]) => placeText(mention.at));
  return places
    .filter(([[mention]]) => at === null || placeText(mention.at) !== placeText(at))
    .slice(0, mostRelated)
    .map(([mentionsThere]) => {
      const [first] = mentionsThere;
      return { at: first.at, text: first.words(asHeading(mentionsThere.map(({ thing }) => thing))) };
    });
}
