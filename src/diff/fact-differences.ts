import { compareExpiries, compareFacts, notKnown as notRead } from '../history/index.ts';
import type { FactCause } from '../model/cause.ts';
import type { OpenQuestion } from '../model/comparison.ts';
import type { AccessDigest, Fact, FieldDigest, GapDigest } from '../model/history.ts';
import type { Part } from '../model/part.ts';

export interface ComparedFacts {
  readonly facts: readonly FactCause[];
  readonly notKnown: readonly OpenQuestion[];
  readonly notAskedBefore: readonly string[];
  readonly notAskedAfter: readonly string[];
}

type Facts = AccessDigest['facts'];

/** What is plain about two subjects and their orgs, held against each other, the ends of assignments among it. */
export function compareFactsOf(before: AccessDigest, after: AccessDigest): ComparedFacts {
  const [was, is] = [factsOf(before, after), factsOf(after, before)];
  const [from, to] = [
    { ...before, facts: was },
    { ...after, facts: is },
  ];
  return {
    facts: [...compareFacts(from, to).filter(isNoted), ...compareExpiries(before, after)],
    notKnown: Object.keys(was).flatMap((need) => openIn(need, was[need], is[need])),
    notAskedBefore: [...askedOnlyOf(is, was), ...licensesOnlyOf(after, before)],
    notAskedAfter: [...askedOnlyOf(was, is), ...licensesOnlyOf(before, after)],
  };
}

const askedOnlyOf = (of: Facts, other: Facts): readonly string[] =>
  Object.keys(of).filter((need) => !Object.hasOwn(other, need));

const licensesOf = ({ facts }: AccessDigest): Readonly<Record<string, Fact>> =>
  facts.permissionSetLicenses?.status === 'ok' ? facts.permissionSetLicenses.value : {};

/** That one is not assigned, and that nobody asked for it, are two things. */
function licensesOnlyOf(digest: AccessDigest, other: AccessDigest): readonly string[] {
  if (other.facts.permissionSetLicenses?.status !== 'ok') return [];
  const there = licensesOf(other);
  return Object.keys(licensesOf(digest))
    .filter((name) => !Object.hasOwn(there, name))
    .map((name) => `permission set licence ${name}`);
}

/** What is left of the day's calls is another number at every reading. What hangs on it, a requirement tells. */
const isNoted = (cause: FactCause): boolean =>
  cause.kind !== 'fact-changed' || cause.need !== 'limits' || cause.name !== 'apiCallsLeft';

/** With what is known of fields, and of assignments as a whole: of what is asked of the other too. */
function factsOf(digest: AccessDigest, other: AccessDigest): Facts {
  const { facts, fields, assignments } = digest;
  const shared = Object.entries(fields).filter(([name]) => Object.hasOwn(other.fields, name));
  const isThere = (field: FieldDigest | undefined) =>
    field?.found.status === 'ok' && field.found.value !== null;
  const found = shared.map(([name, field]): readonly [string, Fact] => {
    return [name, field.found.status === 'ok' ? field.found.value : notRead];
  });
  const writable = shared.flatMap(([name, field]): readonly (readonly [string, Fact])[] =>
    isThere(field) && isThere(other.fields[name]) ? [[name, field.writable ?? notRead]] : [],
  );
  const licenses = Object.entries(licensesOf(digest)).filter(([name]) =>
    Object.hasOwn(licensesOf(other), name),
  );
  const isUnread = assignments.status === 'unavailable' && assignments.reason.code !== 'not-collected';
  return {
    ...facts,
    ...(facts.permissionSetLicenses?.status === 'ok' &&
      other.facts.permissionSetLicenses?.status === 'ok' && { permissionSetLicenses: ok(licenses) }),
    assignments: isUnread ? assignments : ok([]),
    fields: ok(found),
    writable: ok(writable),
  };
}

const ok = (entries: readonly (readonly [string, Fact])[]): FactPart => ({
  status: 'ok',
  value: Object.fromEntries(entries),
});

type FactPart = Part<Readonly<Record<string, Fact>>>;

/** What neither side knows of one need. */
function openIn(need: string, was: FactPart | undefined, is: FactPart | undefined): readonly OpenQuestion[] {
  if (was === undefined || is === undefined) return [];
  if (was.status === 'unavailable' && is.status === 'unavailable') {
    return [{ what: need, before: reasonOf(was.reason), after: reasonOf(is.reason) }];
  }
  if (was.status === 'unavailable' || is.status === 'unavailable') return [];
  return Object.keys(was.value).flatMap((name) => {
    const [from, to] = [was.value[name], is.value[name]];
    if (from === undefined || to === undefined || !isOpen(need, name, from) || !isOpen(need, name, to)) {
      return [];
    }
    return [{ what: `${need}: ${name}`, before: openWords(need, from), after: openWords(need, to) }];
  });
}

/**
 * Profile filtering hides names (docs/salesforce.md, "Permission sets"); and of other flows there is a word only
 * where not all are known.
 */
const isOpen = (need: string, name: string, fact: Fact): boolean =>
  fact === notRead ||
  (need === 'profile' && name === 'profile' && fact === null) ||
  (need === 'flows' && name === 'other flows' && fact !== null);

const openWords = (need: string, fact: Fact): string =>
  need === 'flows' && typeof fact === 'string' && fact !== notRead ? fact : notRead;

const reasonOf = ({ message }: GapDigest): string => message;
