import type {
  ComparedSide,
  ComparedSubjects,
  Comparison,
  RequirementDifference,
} from '../model/comparison.ts';
import type { Subject } from '../model/subject.ts';
import { firstOf, listed } from '../plain/lists.ts';
import { amountText } from './amounts.ts';
import { subjectName } from './subject-name.ts';
import { terminalText } from './terminal-text.ts';
import { timeText } from './time-text.ts';
import { signOf } from './verdict-signs.ts';
import { cutText } from './wrap-text.ts';

/** What a person reads in one breath. */
const longest = 240;

/** The whole comparison in one line for people. No line break at its end. */
export function comparisonLine(comparison: Comparison): string {
  return cutText(terminalText(conclusionOf(comparison)), longest)[0];
}

/** What it comes to, in a sentence. */
export function conclusionOf(comparison: Comparison): string {
  switch (comparison.verdict) {
    case 'different':
      return `Different: ${listed(differencesOf(comparison))}.${doubtsAfter(comparison)}`;
    case 'not-known':
      return `Nothing was found to differ, and it is not known to be equal: ${listed(doubtsOf(comparison))}.`;
    case 'equal':
      return `Equal in all that was asked: ${amountText(comparison.summary.alike, 'decision')}, and every fact and requirement.`;
  }
}

function differencesOf({ subjects, summary }: Comparison): readonly string[] {
  const decisions = subjects.flatMap((each) => each.decisions);
  const turned = (before: string, after: string) =>
    decisions.filter((each) => each.before === before && each.after === after).length;
  const [less, more] = [turned('granted', 'denied'), turned('denied', 'granted')];
  const oneSided = decisions.length - less - more;
  const told = [
    [less, 'permission', ' only A is granted'],
    [more, 'permission', ' only B is granted'],
    [oneSided, 'permission', ' known on one side alone'],
    [summary.facts, 'fact', ''],
    [summary.requirements, 'verdict', ''],
  ] as const;
  return told.flatMap(([amount, noun, what]) => (amount > 0 ? [`${amountText(amount, noun)}${what}`] : []));
}

function doubtsOf({ summary, onlyBefore, onlyAfter }: Comparison): readonly string[] {
  const alone = [...onlyBefore, ...onlyAfter];
  const { notKnown, notAsked } = summary;
  return [
    ...(notKnown > 0
      ? [`${amountText(notKnown, 'thing')} ${notKnown === 1 ? 'is' : 'are'} known on neither side`]
      : []),
    ...(notAsked > 0
      ? [`${amountText(notAsked, 'thing')} ${notAsked === 1 ? 'was' : 'were'} asked of one side alone`]
      : []),
    ...(alone.length > 0
      ? [`${firstOf(alone.map(({ name }) => name))} ${alone.length === 1 ? 'is' : 'are'} on one side alone`]
      : []),
  ];
}

function doubtsAfter(comparison: Comparison): string {
  const doubts = doubtsOf(comparison);
  return doubts.length === 0 ? '' : ` Beside that, ${listed(doubts)}.`;
}

/** `org:prod: https://acme.my.salesforce.com, read 2026-10-04 09:12:33 UTC`. */
export function sideText({ named, kind, place, collectedAt, revision }: ComparedSide): string {
  const commit = revision === null ? '' : ` (${revision.slice(0, 12)})`;
  return `${named}${commit}: ${kinds[kind]} ${place.title}, read ${timeText(collectedAt)}`;
}

const kinds: Readonly<Record<ComparedSide['kind'], string>> = {
  org: 'the org',
  snapshot: 'a snapshot of',
  files: 'the files in',
  report: 'a report on',
  record: 'the record of a run on',
};

/** Who is held against whom; the same one is named once. */
export const pairText = ({ before, after }: Pick<ComparedSubjects, 'before' | 'after'>): string =>
  before.id === after.id ? subjectName(after) : `A: ${subjectName(before)}, B: ${subjectName(after)}`;

/** `pass → fail`; where it came to the same, what is missing now and was not. */
export function requirementTurn({ before, after }: RequirementDifference): string {
  const [was, is] = [signOf(before)[1], signOf(after)[1]];
  if (was !== is) return `${was} → ${is}`;
  const more = after.lacks.filter((name) => !before.lacks.includes(name));
  const less = before.lacks.filter((name) => !after.lacks.includes(name));
  return [
    `${is} on both sides`,
    ...(before.level === after.level ? [] : [`at level ${before.level} and ${after.level}`]),
    ...(more.length > 0 ? [`B lacks ${firstOf(more, 4)} too`] : []),
    ...(less.length > 0 ? [`A lacks ${firstOf(less, 4)} too`] : []),
  ].join(', ');
}

/** What was left apart, by the side that it is missing on: `[where, names]`. */
export const notAskedOf = ({
  notAskedBefore,
  notAskedAfter,
}: ComparedSubjects): readonly (readonly [where: string, names: readonly string[]])[] =>
  (
    [
      ['Not asked of A', notAskedBefore],
      ['Not asked of B', notAskedAfter],
    ] as const
  ).filter(([, names]) => names.length > 0);

/** Who was compared with nobody. */
export const aloneText = (subjects: readonly Subject[], side: 'A' | 'B'): readonly string[] =>
  subjects.length === 0 ? [] : [`Only in ${side}: ${firstOf(subjects.map(subjectName), 10)}.`];
