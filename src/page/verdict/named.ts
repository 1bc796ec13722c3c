import type { Report, Result } from '../../model/report.ts';

/** A requirement as the page and its address name it: with its pack where there are several. */
export const requirementName = ({ packs }: Report, { pack, requirement }: Result): string =>
  packs.length > 1 ? `${pack}/${requirement}` : requirement;

/** The result of a name; where several users have one, that of who is looked at. */
export function namedIn(report: Report, name: string, subjectId: string | null): Result | undefined {
  const named = report.results.filter((result) => requirementName(report, result) === name);
  return named.find(({ subject }) => subject.id === subjectId) ?? named[0];
}
