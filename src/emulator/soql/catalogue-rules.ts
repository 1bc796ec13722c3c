import { SalesforceError } from '../emulated-org.ts';
import type { Condition } from './condition.ts';
import { malformed } from './query-error.ts';

const UNSUPPORTED = 'EXTERNAL_OBJECT_UNSUPPORTED_EXCEPTION';

/** Columns of which the catalogue wants one named: without it, it does not know whose fields are asked for. */
const reified: Readonly<Record<string, readonly string[]>> = {
  EntityDefinition: [],
  FieldDefinition: ['EntityDefinitionId', 'DurableId'],
  EntityParticle: ['EntityDefinitionId', 'FieldDefinitionId', 'DurableId'],
};

/**
 * Refuses what the metadata catalogue does not answer (Tooling API reference, SOQL operation limitations,
 * V): OR, NOT and `!=`, COUNT and GROUP BY; and fields of no named object (v: quoted in public code). LIMIT
 * it just ignores. IN is allowed, since tools use it (v), and `DurableId >`, which is how to page there
 * (docs/salesforce.md, "Does a field exist?").
 */
export function checkCatalogueQuery(object: string, condition: Condition | undefined): void {
  if (condition !== undefined) checkOperators(condition);
  const wanted = reified[object] ?? [];
  const accepted = new Set([
    ...wanted.map((name) => name.toLowerCase()),
    ...wanted.flatMap((name) => [
      name.replace(/Id$/, '.QualifiedApiName').toLowerCase(),
      name.replace(/Id$/, '.DurableId').toLowerCase(),
    ]),
  ]);
  if (wanted.length === 0 || namesOneOf(condition, accepted)) return;
  throw malformed(`${object}: a filter on a reified column is required [${wanted.join(',')}]`);
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
  if (!isAnswered(condition))
    throw new SalesforceError(400, UNSUPPORTED, 'Only equals comparisons permitted');
}

function isAnswered(condition: Condition): boolean {
  if (condition.kind === 'in') return !condition.negated;
  if (condition.kind !== 'compare') return false;
  const { comparator, field } = condition;
  if (comparator === '=' || comparator === 'LIKE') return true;
  return field.toLowerCase() === 'durableid' && (comparator === '>' || comparator === '<');
}

function namesOneOf(condition: Condition | undefined, fields: ReadonlySet<string>): boolean {
  if (condition?.kind === 'and') return condition.parts.some((part) => namesOneOf(part, fields));
  if (condition?.kind === 'in') return fields.has(condition.field.toLowerCase());
  return (
    condition?.kind === 'compare' && condition.comparator === '=' && fields.has(condition.field.toLowerCase())
  );
}
