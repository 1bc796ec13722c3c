import type { Query } from '@jetstreamapp/soql-parser-js';
import type { Condition } from './condition.ts';
import type { FieldPath } from './path.ts';
import { malformed } from './query-error.ts';

/** How many sub-selects one WHERE may hold. */
const MAXIMUM = 2;

/** Refuses semi-joins where an org refuses them: under OR or NOT, nested, or more than two. */
export function checkSemiJoins(condition: Condition | undefined): void {
  if (condition === undefined) return;
  const found = countSemiJoins(condition, false);
  if (found > MAXIMUM) throw malformed(`Maximum ${MAXIMUM} semi join sub-selects are allowed in WHERE.`);
}

function countSemiJoins(condition: Condition, isInner: boolean): number {
  switch (condition.kind) {
    case 'semi-join':
      return 1;
    case 'not': {
      const found = countSemiJoins(condition.part, true);
      if (found > 0) throw malformed('Semi join sub-selects are not allowed with the NOT operator');
      return found;
    }
    case 'and':
      return condition.parts.reduce((sum, part) => sum + countSemiJoins(part, isInner), 0);
    case 'or': {
      const found = condition.parts.reduce((sum, part) => sum + countSemiJoins(part, true), 0);
      if (found > 0 && !isInner)
        throw malformed("Semi join sub-selects are not allowed with the 'OR' operator");
      if (found > 0) {
        throw malformed(
          'Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.',
        );
      }
      return found;
    }
    default:
      return 0;
  }
}

/** The inner select of a semi-join must hold Ids of the objects the outer field holds, from another object. */
export function checkInnerSelect(
  outer: FieldPath,
  outerObject: string,
  inner: FieldPath,
  query: Query,
): void {
  const innerObject = query.sObject ?? '';
  if (outerObject.toLowerCase() === innerObject.toLowerCase()) {
    throw malformed('The inner and outer selects should not be on the same object type');
  }
  const pointsAt = ({ column }: FieldPath, object: string): readonly string[] =>
    column.type === 'id' ? [object] : (column.referenceTo ?? []);
  const outerTargets = pointsAt(outer, outerObject).map((name) => name.toLowerCase());
  const innerTargets = pointsAt(inner, innerObject);
  if (!innerTargets.some((name) => outerTargets.includes(name.toLowerCase()))) {
    throw malformed(
      `The selected field '${inner.column.name}' in the subquery and the left operand field in the where expression in the outer query '${outer.column.name}' should point to the same object type`,
    );
  }
}
