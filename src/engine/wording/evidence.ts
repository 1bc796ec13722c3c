import type { Decision } from '../../model/access.ts';
import type { Gap } from '../../model/part.ts';
import type { ReportedEvidence } from '../../model/report.ts';
import type { Evidence } from '../../model/rule.ts';
import { permissionLabel } from '../labels.ts';
import { factSentence, gapSentence } from './gaps.ts';
import { grantSentences } from './grants.ts';
import { nearMissSentences } from './near-misses.ts';
import { groupedBy, listed } from './phrases.ts';

type Of<K extends Evidence['kind']> = Extract<Evidence, { readonly kind: K }>;

/** What evidence is about, in its two halves: `Account: View All` is View All, on Account. */
interface About {
  readonly topic: string | null;
  readonly what: string;
}

function aboutOf({ about }: Evidence): About {
  const colon = about.indexOf(': ');
  return colon < 0
    ? { topic: null, what: permissionLabel(about) }
    : { topic: about.slice(0, colon), what: permissionLabel(about.slice(colon + 2)) };
}

/** Grants first: what is there, then what is missing, then what could not be known, then the rest. */
const order = ['granted', 'denied', 'unknown', 'fact', 'gap'] as const;
const orderOf = (evidence: Evidence) =>
  order.indexOf(evidence.kind === 'decision' ? evidence.decision.decision : evidence.kind);

/**
 * Puts evidence into sentences. Decisions about one object that came out alike share theirs, so that a
 * person reads `Profile 'API Only' grants Read, Create, Edit.` once: print each text once.
 * Where all of it is about one object, the result's message names that object and the sentences do not.
 */
export function reportEvidence(findings: readonly (readonly Evidence[])[]): readonly ReportedEvidence[] {
  const topics = new Set(
    findings.flatMap((evidence) => evidence.filter(isDecision).map((each) => aboutOf(each).topic)),
  );
  const reported = findings.flatMap((evidence) =>
    evidence.toSorted((a, b) => orderOf(a) - orderOf(b)).map(inWords(evidence, topics.size > 1)),
  );
  return groupedBy(reported, ({ kind, about, text }) => JSON.stringify([kind, about, text])).map(
    ([first]) => first,
  );
}

function inWords(all: readonly Evidence[], nameTopic: boolean): (evidence: Evidence) => ReportedEvidence {
  const texts = new Map<Evidence, string>();
  for (const group of groupedBy(all.filter(isDecision), groupKey)) {
    const text = groupText(group, nameTopic);
    for (const evidence of group) texts.set(evidence, text);
  }
  return (evidence) => {
    if (evidence.kind === 'fact') return { ...evidence, text: factSentence(evidence.about, evidence.value) };
    if (evidence.kind === 'gap') return { ...evidence, text: gapSentence(evidence.about, evidence.gap) };
    return { ...evidence, text: texts.get(evidence) ?? groupText([evidence], nameTopic) };
  };
}

const isDecision = (evidence: Evidence): evidence is Of<'decision'> => evidence.kind === 'decision';

const groupKey = (evidence: Of<'decision'>): string =>
  JSON.stringify([aboutOf(evidence).topic, evidence.decision.decision]);

/** The sentences of decisions that are about one thing and came out alike. */
function groupText(group: readonly [Of<'decision'>, ...Of<'decision'>[]], nameTopic: boolean): string {
  const { topic } = aboutOf(group[0]);
  const named = group.map((evidence) => ({ what: aboutOf(evidence).what, decision: evidence.decision }));
  return decisionSentences(named, topic, nameTopic ? topic : null).join(' ');
}

interface Named {
  readonly what: string;
  readonly decision: Decision;
}

/**
 * Decisions about one topic in sentences: who grants what is granted, what would grant what is not, and
 * why the rest could not be known. `mention` is the topic where sentences have to name it.
 */
export function decisionSentences(
  named: readonly Named[],
  topic: string | null,
  mention: string | null,
): readonly string[] {
  const on = mention === null ? '' : ` on ${mention}`;
  const granted = named.flatMap(({ what, decision }) =>
    decision.decision === 'granted' ? [{ what, grants: decision.grants }] : [],
  );
  const missed = named.flatMap(({ what, decision }) =>
    decision.decision === 'granted' ? [] : [{ what, nearMisses: decision.nearMisses }],
  );
  const nowhere = named.filter(
    ({ decision }) => decision.decision === 'denied' && decision.nearMisses.length === 0,
  );
  return [
    ...grantSentences(granted, on),
    ...unknownSentences(named, topic),
    ...nothingSentence(nowhere, missed.length, on),
    ...nearMissSentences(missed, on),
  ];
}

function nothingSentence(nowhere: readonly Named[], missed: number, on: string): readonly string[] {
  if (nowhere.length === 0) return [];
  const what = missed === 1 && on === '' ? 'it' : `${listed(nowhere.map((each) => each.what))}${on}`;
  return [`Nothing assigned to the user grants ${what}.`];
}

/** One sentence for each reason, with everything that could not be known because of it. */
function unknownSentences(named: readonly Named[], topic: string | null): readonly string[] {
  const reasons = named.flatMap(({ what, decision }) =>
    decision.decision === 'unknown' ? decision.because.map((gap) => ({ what, gap })) : [],
  );
  return groupedBy(reasons, ({ gap }) => gapKey(gap)).map((group) => {
    const names = listed([...new Set(group.map(({ what }) => what))]);
    return gapSentence(topic === null ? names : `${topic}: ${names}`, group[0].gap);
  });
}

const gapKey = ({ code, message, mend }: Gap): string => JSON.stringify([code, message, mend]);
