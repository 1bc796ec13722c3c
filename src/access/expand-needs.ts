import type { Needs } from '../model/needs.ts';
import { frozenCopy } from '../plain/deep-freeze.ts';
import { sameName } from '../salesforce/names.ts';
import { systemCausesOf } from './implications.ts';

/**
 * Needs with all that must be read to decide them: the objects of fields, the system permissions that imply
 * access to objects or fields, and the assignments that everything comes by. Expanding twice changes nothing.
 */
export function expandNeeds(needs: Needs): Needs {
  const objects = withObjectsOfFields(needs);
  const systemPermissions = [
    ...(needs.systemPermissions ?? []),
    ...(needs.systemPermissions?.length ? systemCausesOf('system') : []),
    ...(objects.length > 0 ? systemCausesOf('object') : []),
    ...(needs.fields?.length ? systemCausesOf('field') : []),
  ];
  const decides = systemPermissions.length > 0 || needs.flows === true;
  return frozenCopy({
    ...needs,
    ...(systemPermissions.length > 0 && { systemPermissions: [...new Set(systemPermissions)].toSorted() }),
    ...(objects.length > 0 && { objects }),
    ...(decides && { assignments: true as const }),
  });
}

function withObjectsOfFields({ objects = [], fields = [] }: Needs): readonly string[] {
  const all = [...new Set(objects)];
  for (const { object } of fields) {
    if (!all.some((each) => sameName(each, object))) all.push(object);
  }
  return all.toSorted();
}
