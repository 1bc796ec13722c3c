import type { Access, Decision, Entry } from '../model/access.ts';
import { objectRights } from '../salesforce/labels.ts';
import { flowName } from '../salesforce/names.ts';

/**
 * The entry that would settle each decision of an access document, by the decision's identity, which evidence keeps.
 * What a subject can really do with a field is made of two decisions, each with an entry of its own, so it has none.
 */
export function entriesOf(access: Access): ReadonlyMap<Decision, Entry> {
  const { systemPermissions, objects, fields, flows } = access;
  return new Map<Decision, Entry>([
    ...Object.entries(systemPermissions).map(
      ([permission, decision]) => [decision, { kind: 'system', permission }] as const,
    ),
    ...Object.values(objects).flatMap(({ object, rights }) =>
      objectRights.map((right) => [rights[right], { kind: 'object', object, right }] as const),
    ),
    ...Object.values(fields).flatMap(({ asked, field, fieldLevel }) => {
      const name = (field.status === 'ok' && field.value?.name) || (asked.configured ?? asked.field);
      return (['read', 'edit'] as const).map(
        (right) => [fieldLevel[right], { kind: 'field', object: asked.object, field: name, right }] as const,
      );
    }),
    ...(flows.status === 'ok' ? flows.value : []).map(
      ({ flow, run }) => [run, { kind: 'flow', flow: flowName(flow) }] as const,
    ),
  ]);
}
