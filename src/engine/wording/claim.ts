import type { Decision } from '../../model/access.ts';
import type { Evidence } from '../../model/rule.ts';
import { enumerated, groupedBy } from '../../plain/lists.ts';
import { permissionLabel } from '../../salesforce/labels.ts';

/** A sentence, and the evidence it puts into words. */
export interface Claim {
  readonly sentence: string;
  readonly about: readonly Evidence[];
  /** What would make it known. */
  readonly mends?: readonly string[];
}

/** Evidence in the two halves of what it is about: `Account: View All` is View All, on Account. */
export interface Named {
  readonly evidence: Evidence;
  readonly topic: string | null;
  readonly what: string;
}

export type NamedDecision<D extends Decision['decision'] = Decision['decision']> = Named & {
  readonly decision: Extract<Decision, { readonly decision: D }>;
};

export function named(evidence: Evidence): Named {
  const { about } = evidence;
  const colon = about.indexOf(': ');
  if (colon < 0 || evidence.kind !== 'decision')
    return { evidence, topic: null, what: permissionLabel(about) };
  return { evidence, topic: about.slice(0, colon), what: permissionLabel(about.slice(colon + 2)) };
}

/** Names several things in a sentence. */
export type NameAll = (things: readonly Named[]) => string;

const texts = (things: readonly Named[], of: (thing: Named) => string): readonly string[] => [
  ...new Set(things.map(of)),
];

/** `Read, Create, Edit`: for where the reader knows what all of it is about. */
export const withoutTopic: NameAll = (things) =>
  enumerated(
    texts(things, ({ what }) => what),
    8,
  );

/** `Read, Edit on Account and Edit on Lead.A__c, Lead.B__c`. */
export const withTopic: NameAll = (things) => {
  const topics = groupedBy(things, ({ topic }) => String(topic)).map((group) => ({
    topic: group[0].topic,
    whats: withoutTopic(group),
  }));
  return groupedBy(topics, ({ topic, whats }) => JSON.stringify([whats, topic === null]))
    .map((alike) => {
      const [{ topic, whats }] = alike;
      return topic === null ? whats : `${whats} on ${enumerated(alike.map((each) => String(each.topic)))}`;
    })
    .join(' and ');
};

/** `Account: Read, Edit; Lead: Edit`: for the start of a sentence. One right on many things is said once. */
export const asHeading: NameAll = (things) => {
  const topics = texts(things, ({ topic }) => String(topic));
  const whats = texts(things, ({ what }) => what);
  if (topics.length > 1 && whats.length === 1 && things.every(({ topic }) => topic !== null)) {
    return withTopic(things);
  }
  return groupedBy(things, ({ topic }) => String(topic))
    .map((group) => `${group[0].topic === null ? '' : `${group[0].topic}: `}${withoutTopic(group)}`)
    .join('; ');
};

/** Evidences of claims, each once. */
export const evidencesOf = (things: readonly Named[]): readonly Evidence[] => [
  ...new Set(things.map(({ evidence }) => evidence)),
];
