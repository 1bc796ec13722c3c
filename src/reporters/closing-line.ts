import type { Report, Result } from '../model/report.ts';
import { firstOf, listed } from '../plain/lists.ts';
import { amountText } from './amounts.ts';
import { isBelow, isDoubt, isKnown, isLiveFailure } from './counted.ts';
import { nearestWays, toKnow } from './grounds.ts';
import { lostFields, objectOf } from './lost-fields.ts';
import { worstFirst } from './result-mark.ts';
import { capitalised, subjectNoun } from './subject-name.ts';
import { terminalText } from './terminal-text.ts';
import { cutText } from './wrap-text.ts';

/** What a person reads in one breath. */
const longest = 240;

/**
 * The whole report in one line for people: what the sync would lose and how to mend it, what could not be known and
 * what would tell, or that all is well. No line break at its end.
 */
export function closingLine(report: Report): string {
  const [line] = cutText(terminalText(sentencesOf(report).join(' ')), longest);
  return line;
}

function sentencesOf(report: Report): readonly string[] {
  switch (report.verdict) {
    case 'unchanged':
      return [unchanged(report)];
    case 'non-compliant':
      return failed(report);
    case 'inconclusive':
      return inconclusive(report);
    case 'compliant':
      return [compliant(report)];
  }
}

const unchanged = ({ skipped }: Report): string =>
  `Nothing that concerns ${firstOf(skipped.map(({ subject }) => subject.name))} changed, so nothing was audited.`;

const applying = ({ results }: Report): number =>
  results.filter(({ verdict }) => verdict !== 'not-applicable').length;

/** Where only what is new counts, of nothing else. */
function failed(report: Report): readonly string[] {
  const failures = worstFirst(
    report.results.filter((result) => isLiveFailure(result) && !isKnown(report, result)),
  );
  const [worst] = failures;
  const mend = worst === undefined ? undefined : mendOf(worst);
  const since = report.baseline?.onlyNew === true ? ', and had not before' : '';
  return [
    `${failures.length} of ${amountText(applying(report), 'requirement')} failed${since}: ${losses(failures)}.`,
    ...(mend === undefined ? [] : [`Mend: ${sentence(mend)}`]),
  ];
}

function mendOf(result: Result): string | undefined {
  const ways = result.remedy?.nearest ?? [];
  return ways.find((way) => !way.startsWith(toKnow)) ?? result.remedy?.setup.lightning[0];
}

const told = 2;

/** `the sync would not see all accounts, would lose 3 Account fields, and 5 more failures`. */
function losses(failures: readonly Result[]): string {
  const phrases: string[] = [];
  let rest = failures;
  let sync = false;
  while (phrases.length < told) {
    const [next] = rest;
    if (next === undefined) break;
    // Fields that are lost are one loss, however many requirements ask for them.
    const isField = lostFields(next).length > 0;
    const alike = isField ? rest.filter((other) => lostFields(other).length > 0) : [next];
    const taken = new Set(alike);
    rest = rest.filter((other) => !taken.has(other));
    const impact = isField ? fieldLoss(alike) : next.impact;
    phrases.push(
      impact === null ? `'${next.title}' is not met` : `${sync ? '' : 'the sync '}would ${impact}`,
    );
    sync = impact !== null;
  }
  if (rest.length > 0) phrases.push(`and ${amountText(rest.length, 'more failure')}`);
  return phrases.join(', ');
}

/** `lose 3 Account fields and 1 Lead field`; each field once for each of whom it is. */
function fieldLoss(failures: readonly Result[]): string {
  const lost = new Set(failures.flatMap(lostFields));
  const byObject = Map.groupBy(lost, objectOf);
  const amounts = [...byObject].map(([object, fields]) => amountText(fields.length, `${object} field`));
  return `lose ${listed(amounts)}`;
}

function inconclusive(report: Report): readonly string[] {
  const { failOn, subjects, results } = report;
  const doubts = worstFirst(results.filter(isDoubt));
  const nothing = results.some(isLiveFailure) ? 'Nothing that counts failed' : 'Nothing failed';
  if (!doubts.some(({ level }) => !isBelow(level, failOn))) {
    return [
      `${nothing}, but nothing at level ${failOn} or above could be checked of some ${subjectNoun(subjects)}.`,
    ];
  }
  const titles = [...new Set(doubts.map(({ title }) => title))];
  const ways = doubts.flatMap(nearestOf);
  return [
    `${nothing}, but ${doubts.length} of ${applying(report)} could not be known: ${firstOf(titles, 2)}.`,
    ...ways.slice(0, 1).map((way) => capitalised(way)),
  ];
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

const nearestOf = (result: Result): readonly string[] => [
  ...nearestWays(result),
  ...(result.remedy?.nearest ?? []),
];

function compliant({ results, failOn, ...report }: Report): string {
  const apply = results.filter(({ verdict }) => verdict !== 'not-applicable');
  const met = apply.filter(({ verdict }) => verdict === 'pass').length;
  if (met === apply.length) {
    return met === 1
      ? 'The one requirement that applies is met.'
      : `All ${met} requirements that apply are met.`;
  }
  const live = apply.filter(isLiveFailure);
  const others = [
    [apply.filter(({ waiver, verdict }) => verdict === 'fail' && waiver !== null).length, 'waived'],
    [live.filter(({ level }) => isBelow(level, failOn)).length, `failed below level ${failOn}`],
    [
      live.filter((result) => !isBelow(result.level, failOn) && isKnown(report, result)).length,
      'failed before',
    ],
    [apply.filter(isDoubt).length, 'not known'],
  ] as const;
  const words = others.filter(([amount]) => amount > 0).map(([amount, what]) => `${amount} ${what}`);
  return `${met} of ${apply.length} requirements that apply are met: ${listed(words)}.`;
}
