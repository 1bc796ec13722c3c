import { SalesforceError } from '../emulated-org.ts';
import type { Condition } from './condition.ts';

const UNSUPPORTED = 'EXTERNAL_OBJECT_UNSUPPORTED_EXCEPTION';

/** Fields an equals on which tells the catalogue whose fields are asked for. */
const reified: ReadonlySet<string> = new Set([
  'entitydefinition.qualifiedapiname',
  'entitydefinitionid',
  'entitydefinition.durableid',
  'durableid',
]);

/**
 * Refuses what the metadata catalogue does not answer (Tooling API reference, SOQL operation limitations,
 * V): OR, NOT and `!=`, COUNT and GROUP BY, and fields of no named object. LIMIT it just ignores.
 * `DurableId >` is allowed, since it is how to page there (salesforce.md).
 */
export function checkCatalogueQuery(object: string, condition: Condition | undefined): void {
  if (condition !== undefined) checkOperators(condition);
  if (object === 'EntityDefinition' || hasReifiedFilter(condition)) return;
  throw new SalesforceError(
    400,
    UNSUPPORTED,
    `${object}: a filter on a reified column is required [EntityDefinitionId,DurableId]`,
  );
}

export function refuseCatalogueAggregate(): never {
  throw new SalesforceError(
    400,
    UNSUPPORTED,
    'The requested operation is not yet supported by this SObject storage type, contact salesforce.com support for more information.',
  );
}

function checkOperators(condition: Condition): void {
  if (condition.kind === 'or') throw new SalesforceError(400, UNSUPPORTED, 'Disjunctions not supported');
  if (condition.kind === 'and') {
    for (const part of condition.parts) checkOperators(part);
    return;
  }
  const isEquals = condition.kind === 'compare' && condition.comparator === '=';
  const isPaging =
    condition.kind === 'compare' &&
    condition.field.toLowerCase() === 'durableid' &&
    (condition.comparator === '>' || condition.comparator === '<');
  const isLike = condition.kind === 'compare' && condition.comparator === 'LIKE';
  if (!isEquals && !isPaging && !isLike) {
    throw new SalesforceError(400, UNSUPPORTED, 'Only equals comparisons permitted');
  }
}

function hasReifiedFilter(condition: Condition | undefined): boolean {
  if (condition?.kind === 'and') return condition.parts.some(hasReifiedFilter);
  return (
    condition?.kind === 'compare' &&
    condition.comparator === '=' &&
    reified.has(condition.field.toLowerCase())
  );
}
