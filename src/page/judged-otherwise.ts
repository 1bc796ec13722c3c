import type { Report, Result } from '../model/report.ts';
import { resultKey } from './tried-report.ts';

/**
 * The results that the page judges otherwise than its report says. There are none, unless somebody changed the one or
 * the other, or a different version wrote the report.
 */
export function judgedOtherwise({ results }: Report, judged: readonly Result[]): readonly Result[] {
  const own = new Map(judged.map((result) => [resultKey(result), result]));
  const reported = new Set(results.map(resultKey));
  return [
    ...results.filter((result) => !isSame(result, own.get(resultKey(result)))),
    ...judged.filter((result) => !reported.has(resultKey(result))),
  ];
}

const isSame = (result: Result, other: Result | undefined): boolean =>
  result.verdict === other?.verdict &&
  result.level === other.level &&
  result.message === other.message &&
  (result.waiver === null) === (other.waiver === null);
