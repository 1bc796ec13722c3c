import type { Result } from '../../model/report.ts';
import { Badge } from './badge.tsx';
import { DecisionBadge } from './decision-badge.tsx';

/** The verdict of a result; null where the requirement was not asked. */
export const ResultBadge = ({ result }: { readonly result: Result | null }) =>
  result === null ? (
    <DecisionBadge decision={null} />
  ) : (
    <Badge verdict={result.verdict} waived={result.waiver !== null} />
  );
