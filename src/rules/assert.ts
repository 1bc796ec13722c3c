import type { ObjectRight } from '../model/container.ts';
import type { Evidence } from '../model/rule.ts';
import { firstOf } from '../plain/lists.ts';
import { permissionLabel, rightLabels } from '../salesforce/labels.ts';
import { mayDependOn } from './assertion/dependence.ts';
import { documentFor } from './assertion/document.ts';
import { documentShape } from './assertion/document-shape.ts';
import { type Held, hold } from './assertion/hold.ts';
import { needsOf, needsSchema } from './assertion/needs-option.ts';
import type { JsonSchema } from './assertion/schema-keywords.ts';
import { schemaProblems } from './assertion/schema-problems.ts';
import { defineRule } from './define-rule.ts';
import { decided, fact, gap } from './evidence.ts';

export const assert = defineRule({
  meta: {
    id: 'assert',
    title: 'Assertion on the access document',
    rationale:
      'The way out for what no other rule knows: a JSON Schema that the access document of the user must satisfy. What could not be known stays so: where a schema comes to one verdict if an unknown permission is granted and to another if it is not, the requirement is inconclusive.',
    options: {
      type: 'object',
      additionalProperties: false,
      required: ['needs', 'schema'],
      properties: {
        needs: needsSchema,
        schema: {
          $ref: 'https://json-schema.org/draft/2020-12/schema',
          description:
            'The JSON Schema (2020-12) for those parts of the access document. A decision is {"decision": "granted"} or {"decision": "denied"}; a part is {"status": "ok", "value": …}. What the document never has, and what is not evaluated, is refused.',
        },
        message: { type: 'string', description: 'What is asserted, as a sentence without a full stop' },
      },
    },
    example: {
      message: 'The user may read reports without View All Data, in a sandbox alone',
      needs: { organization: true, systemPermissions: ['RunReports', 'ViewAllData'] },
      schema: {
        properties: {
          organization: { properties: { value: { properties: { isSandbox: { const: true } } } } },
          systemPermissions: {
            properties: {
              RunReports: { properties: { decision: { const: 'granted' } } },
              ViewAllData: { properties: { decision: { const: 'denied' } } },
            },
          },
        },
      },
    },
    messages: {
      holds: '{claim}: this holds',
      broken: '{claim}: this does not hold ({where})',
      unknown: '{claim}: whether this holds could not be known',
    },
    failures: ['broken'],
  },
  needs: ({ needs }) => needsOf(needs),
  problems({ needs: option, schema }) {
    const needs = needsOf(option);
    const problems = schemaProblems(schema as JsonSchema, documentShape(needs), '/schema');
    if (problems.length > 0) return problems;
    return Object.keys(option)
      .filter((name) => !mayDependOn(schema as JsonSchema, [name]))
      .map((name) => ({ path: `/needs/${name}`, message: `The schema says nothing about "${name}".` }));
  },
  *check(access, { needs, schema, message }, say) {
    const held = hold(schema as JsonSchema, documentFor(access, needsOf(needs)));
    const claim = message ?? `What is asserted about ${firstOf(Object.keys(needs))}`;
    const evidence = evidenceOf(held);
    if (held.outcome === 'pass') yield say.pass('holds', { claim }, evidence);
    else if (held.outcome === 'inconclusive') yield say.inconclusive('unknown', { claim }, evidence);
    else
      yield say.fail('broken', { claim, where: firstOf(held.errors.map(({ at }) => at || '/')) }, evidence);
  },
});

/** A list that an assertion looks through may be long: what is wrong in it is told by its errors. */
const mostFacts = 10;

function evidenceOf({ document, errors }: Held): readonly Evidence[] {
  return [
    ...errors.map(({ at, error }) => fact(at || '/', error)),
    ...document.facts.slice(0, mostFacts).map(({ path, value }) => fact(about(path), value)),
    ...document.decisions.map(({ path, decision }) => decided(about(path), decision)),
    ...document.unavailable.map(({ path, reason }) => gap(about(path), reason)),
  ];
}

/** A place in the document as other rules name it: `Account: View All`. */
function about([part, name, ...rest]: readonly (string | number)[]): string {
  if (part === 'systemPermissions') return permissionLabel(String(name));
  const right = String(rest[1]);
  const label = Object.hasOwn(rightLabels, right) ? rightLabels[right as ObjectRight] : right;
  if (part === 'objects') return `${name}: ${label}`;
  if (part === 'fields' && rest[0] === 'fieldLevel') return `${name}: ${label} (field-level security)`;
  if (part === 'fields' && rest[0] === 'effective') return `${name}: ${label}`;
  return [part, name, ...rest].filter((step) => step !== 'value' && step !== undefined).join(' ');
}
