import type { Level } from '../../model/pack.ts';
import type { Result } from '../../model/report.ts';
import { listed } from '../../plain/lists.ts';
import { worstFirst } from '../../reporters/result-mark.ts';
import { rules } from '../../rules/registry.ts';

/** What a result is to the reader. */
export type Kind = 'fail' | 'doubt' | 'waived' | 'pass' | 'not-applicable';

export const kindTitles: Readonly<Record<Kind, string>> = {
  fail: 'Failed',
  doubt: 'Could not be known',
  waived: 'Failed, and waived',
  pass: 'Passed',
  'not-applicable': 'Not applicable',
};

export function kindOf({ verdict, waiver }: Pick<Result, 'verdict' | 'waiver'>): Kind {
  if (verdict === 'fail') return waiver === null ? 'fail' : 'waived';
  return verdict === 'inconclusive' || verdict === 'error' ? 'doubt' : verdict;
}

/** What nobody has anything to do about is there for who looks for it. */
const isSettled = (result: Result): boolean => ['pass', 'not-applicable'].includes(kindOf(result));

export const groupings = { verdict: 'Verdict', level: 'Level', object: 'Object', topic: 'Topic' } as const;
export type Grouping = keyof typeof groupings;

export interface Group {
  readonly title: string;
  readonly settled: boolean;
  readonly results: readonly Result[];
}

/** The results in groups, the worst result first and with it its group; what is settled comes last whatever the grouping. */
export function groupsOf(
  results: readonly Result[],
  grouping: Grouping,
  objects: ReadonlySet<string>,
): readonly Group[] {
  const sorted = worstFirst(results);
  const titleOf = (result: Result): string =>
    isSettled(result) ? kindTitles[kindOf(result)] : titles[grouping](result, objects);
  const groups = Map.groupBy(
    [...sorted.filter((result) => !isSettled(result)), ...sorted.filter(isSettled)],
    (result) => JSON.stringify([isSettled(result), titleOf(result)]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ title: titleOf(first), settled: isSettled(first), results: group }];
  });
}

const levels: Readonly<Record<Level, string>> = { error: 'Errors', warning: 'Warnings', note: 'Notes' };

const titles: Readonly<Record<Grouping, (result: Result, objects: ReadonlySet<string>) => string>> = {
  verdict: (result) => kindTitles[kindOf(result)],
  level: ({ level }) => levels[level],
  object: (result, objects) => listed(objectsOf(result, objects)) || 'No object',
  topic: ({ rule }) => rules.get(rule)?.meta.title ?? rule,
};

/** The objects that a result is about, by its evidence. */
export function objectsOf({ evidence }: Result, objects: ReadonlySet<string>): readonly string[] {
  const named = evidence.map(({ about }) => /^(?:Field )?(\w+)/.exec(about)?.[1] ?? '');
  return [...new Set(named)].filter((name) => objects.has(name)).toSorted();
}
