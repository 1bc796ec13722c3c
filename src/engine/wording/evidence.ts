import type { Decision } from '../../model/access.ts';
import type { ReportedEvidence } from '../../model/report.ts';
import type { Evidence } from '../../model/rule.ts';
import { groupedBy } from '../../plain/lists.ts';
import { type Claim, type NameAll, type NamedDecision, named, withoutTopic, withTopic } from './claim.ts';
import { factSentence } from './facts.ts';
import { gapClaims } from './gaps.ts';
import { grantClaims } from './grants.ts';
import { missedClaims } from './near-misses.ts';
import { sentence } from './phrases.ts';
import type { SubjectWords } from './subject-words.ts';

/** Grants first: what is there, then what is missing, then what could not be known, then the rest. */
const order = ['granted', 'denied', 'unknown', 'gap', 'fact'] as const;
const orderOf = (evidence: Evidence) =>
  order.indexOf(evidence.kind === 'decision' ? evidence.decision.decision : evidence.kind);

/**
 * Puts the evidence of a result's findings into sentences. A sentence may speak of several pieces of
 * evidence (`Profile 'API Only' grants Read, Create, Edit.`): these have the same text, and a reporter
 * prints equal texts once, and each of its lines for itself. Where all of it is about one object, the result's message names that object
 * and the sentences do not.
 */
export function reportEvidence(
  findings: readonly (readonly Evidence[])[],
  words: SubjectWords,
): readonly ReportedEvidence[] {
  const sorted = findings.flatMap((evidence) => evidence.toSorted((a, b) => orderOf(a) - orderOf(b)));
  const all = groupedBy(sorted, (evidence) => JSON.stringify(evidence)).map(([first]) => first);
  const texts = sharedTexts(claimsOn(all, words));
  return all.map((evidence) => ({ ...evidence, text: texts.get(evidence) ?? sentence(evidence.about) }));
}

/** Everything there is to say about some evidence, grants first. */
export function claimsOn(evidence: readonly Evidence[], words: SubjectWords): readonly Claim[] {
  const decided = evidence.flatMap((each) =>
    each.kind === 'decision' ? [{ ...named(each), decision: each.decision }] : [],
  );
  const those = <D extends Decision['decision']>(...kinds: readonly D[]) =>
    decided.filter((thing): thing is NamedDecision<D> =>
      (kinds as readonly string[]).includes(thing.decision.decision),
    );
  const severalTopics = new Set(decided.map(({ topic }) => topic)).size > 1;
  const nameAll: NameAll = severalTopics ? withTopic : withoutTopic;
  const missed = those('denied', 'unknown');
  const onlyOne = new Set(missed.map((thing) => thing.evidence.about)).size === 1;
  const doubts = [
    ...those('unknown').flatMap((thing) => thing.decision.because.map((gap) => ({ thing, gap }))),
    ...evidence.flatMap((each) => (each.kind === 'gap' ? [{ thing: named(each), gap: each.gap }] : [])),
  ];
  return [
    ...grantClaims(those('granted'), nameAll),
    ...gapClaims(doubts),
    ...missedClaims(missed, onlyOne && !severalTopics ? () => 'it' : nameAll, words),
    ...evidence.flatMap((each) =>
      each.kind === 'fact' ? [{ sentence: factSentence(each.about, each.value), about: [each] }] : [],
    ),
  ];
}

/** A name with a line break in it must not make two sentences of one. */
const oneLine = (text: string): string => text.replace(/[\r\n]+/gu, ' ');

/** The text of each piece of evidence: the claims about it, and those about what shares a claim with it. */
function sharedTexts(claims: readonly Claim[]): ReadonlyMap<Evidence, string> {
  let groups: readonly { readonly evidence: ReadonlySet<Evidence>; readonly claims: readonly Claim[] }[] = [];
  for (const claim of claims) {
    const touched = groups.filter(({ evidence }) => claim.about.some((each) => evidence.has(each)));
    const merged = {
      evidence: new Set([...touched.flatMap((group) => [...group.evidence]), ...claim.about]),
      claims: [...touched.flatMap((group) => group.claims), claim],
    };
    groups = [...groups.filter((group) => !touched.includes(group)), merged];
  }
  return new Map(
    groups.flatMap(({ evidence, claims: about }) => {
      const text = about.map(({ sentence }) => oneLine(sentence)).join('\n');
      return [...evidence].map((each) => [each, text] as const);
    }),
  );
}
