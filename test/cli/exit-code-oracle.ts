import type { Report } from '../../src/model/report.ts';

/** What decides an exit code, each a column of the table that the test goes through. */
export interface Gated {
  readonly waivers: 'none' | 'all' | 'all, ended' | 'one';
  readonly baseline: 'none' | 'told' | 'all known' | 'none known' | 'waived then' | 'less bad then';
  readonly failOn: 'error' | 'warning' | 'note';
  readonly allowInconclusive: boolean;
}

export const columns = {
  waivers: ['none', 'all', 'all, ended', 'one'],
  baseline: ['none', 'told', 'all known', 'none known', 'waived then', 'less bad then'],
  failOn: ['error', 'warning', 'note'],
  allowInconclusive: [false, true],
} as const satisfies { readonly [K in keyof Gated]: readonly Gated[K][] };

/** A plain run that counts everything and forgives nothing: what is the case. */
export type Facts = Pick<Report, 'results' | 'subjects'>;
type Fact = Facts['results'][number];

const levels: readonly string[] = ['note', 'warning', 'error'];

/** The one requirement that is waived where one is: the first failure of the gravest kind there is. */
export function waivedAlone({ results }: Facts): string | undefined {
  const failed = results.filter(({ verdict }) => verdict === 'fail');
  return levels
    .toReversed()
    .flatMap((level) => failed.filter((each) => each.level === level))
    .at(0)?.requirement;
}

/** The table of exit codes, in its own words: nothing of the engine is asked. */
export function expectedCode(facts: Facts, gated: Gated): 0 | 1 | 3 {
  const { failOn, allowInconclusive } = gated;
  const atOrAbove = facts.results.filter(({ level }) => levels.indexOf(level) >= levels.indexOf(failOn));
  const counting = atOrAbove.filter((fact) => !isForgiven(fact, gated));
  if (counting.some((fact) => fact.verdict === 'fail' && !isWaived(fact, facts, gated))) return 1;
  const inconclusive =
    counting.some(({ verdict }) => verdict === 'inconclusive') ||
    facts.subjects.some(({ id }) => !atOrAbove.some((fact) => fact.subject.id === id && isKnown(fact)));
  return inconclusive && !allowInconclusive ? 3 : 0;
}

const isKnown = ({ verdict }: Fact): boolean => verdict === 'pass' || verdict === 'fail';

function isWaived({ requirement }: Fact, facts: Facts, { waivers }: Gated): boolean {
  return waivers === 'all' || (waivers === 'one' && requirement === waivedAlone(facts));
}

/** Whether it is a failure that the baseline had, no less bad, and only new ones count. What was waived then was accepted for a time. */
const isForgiven = ({ verdict }: Fact, { baseline }: Gated): boolean =>
  baseline === 'all known' && verdict === 'fail';

/** In which way all that is wrong now was a little less so in an earlier report. */
export const lessBadWays = ['a level lower', 'lacking less', 'in doubt, or met'] as const;

/** Such a report. What was at the lowest level already, or told of nothing lacking, had another verdict. */
export const lessBad = (report: Report, way: (typeof lessBadWays)[number]): Report => ({
  ...report,
  results: report.results.map((result) => {
    const { level, verdict, evidence } = result;
    if (verdict !== 'fail' && verdict !== 'inconclusive') return result;
    const lower = levels[levels.indexOf(level) - 1] as Fact['level'] | undefined;
    if (way === 'a level lower' && lower !== undefined) return { ...result, level: lower };
    if (way === 'lacking less' && evidence.length > 0) return { ...result, evidence: [] };
    return { ...result, verdict: verdict === 'fail' ? 'inconclusive' : 'pass' };
  }),
});

/** Every combination of the columns. */
export const combinations: readonly Gated[] = columns.waivers.flatMap((waivers) =>
  columns.baseline.flatMap((baseline) =>
    columns.failOn.flatMap((failOn) =>
      columns.allowInconclusive.map((allowInconclusive) => ({
        waivers,
        baseline,
        failOn,
        allowInconclusive,
      })),
    ),
  ),
);
