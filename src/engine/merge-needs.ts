import type { FieldNeed, Needs } from '../model/needs.ts';
import { deepFreeze } from '../plain/deep-freeze.ts';
import { byText, sortedUnique } from './order.ts';

const flags = [
  'organization',
  'user',
  'profile',
  'login',
  'profilePeers',
  'limits',
  'flows',
  'assignments',
] as const;
const lists = ['systemPermissions', 'objects', 'permissionSetLicenses'] as const;

/**
 * One need that covers them all: sorted, nothing twice. Fields are merged by object and name as they are
 * spelt, because the access document answers by that spelling; the first label and configured name stay.
 */
export function mergeNeeds(needs: readonly Needs[]): Needs {
  const fields = mergeFields(needs.flatMap((need) => need.fields ?? []));
  return deepFreeze({
    ...Object.fromEntries(
      flags.filter((flag) => needs.some((need) => need[flag])).map((flag) => [flag, true]),
    ),
    ...Object.fromEntries(
      lists
        .map((list) => [list, sortedUnique(needs.flatMap((need) => need[list] ?? []))] as const)
        .filter(([, names]) => names.length > 0),
    ),
    ...(fields.length > 0 && { fields }),
  });
}

function mergeFields(fields: readonly FieldNeed[]): readonly FieldNeed[] {
  const merged = new Map<string, FieldNeed>();
  for (const field of fields) {
    const key = `${field.object}.${field.field}`;
    merged.set(key, { ...field, ...merged.get(key) });
  }
  return [...merged].sort(([a], [b]) => byText(a, b)).map(([, field]) => field);
}
