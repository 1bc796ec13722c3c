import type { Access, Decision, FieldAccess, FieldRight } from '../model/access.ts';
import { objectRights, permissionLabel, rightLabels } from '../salesforce/labels.ts';
import { flowName, sameName } from '../salesforce/names.ts';

/** A decision by the name that it goes by in records, such as `Account: View All`. */
export type NamedDecision = readonly [name: string, decision: Decision];

const fieldRights = ['read', 'edit'] as const satisfies readonly FieldRight[];

export const objectPermission = (object: string, right: keyof typeof rightLabels): string =>
  `${object}: ${rightLabels[right]}`;

/** A field by its name as it was asked for. */
export const fieldPermission = (field: string, right: FieldRight): string =>
  `${field}: ${rightLabels[right]}`;

const fieldKey = ({ asked }: FieldAccess): string => `${asked.object}.${asked.field}`;

/**
 * Every decision on a single grant. Of a field what its field-level security says: what the subject can do with it
 * in the end is made of that and of its object's rights. Flows that anybody may run, and those that run in system
 * context, ask for no grant.
 */
export function namedDecisions({
  systemPermissions,
  objects,
  fields,
  flows,
}: Access): readonly NamedDecision[] {
  return [
    ...Object.entries(systemPermissions).map(([name, decision]): NamedDecision => {
      return [permissionLabel(name), decision];
    }),
    ...Object.values(objects).flatMap(({ object, rights }) =>
      objectRights.map((right): NamedDecision => [objectPermission(object, right), rights[right]]),
    ),
    ...Object.values(fields).flatMap((field) =>
      fieldRights.map((right): NamedDecision => {
        return [fieldPermission(fieldKey(field), right), field.fieldLevel[right]];
      }),
    ),
    ...(flows.status === 'ok' ? flows.value : []).flatMap(({ flow, context, run }): NamedDecision[] => {
      const open = flow.restricted.status === 'ok' && !flow.restricted.value;
      return open || context === 'system' ? [] : [[`Flow ${flowName(flow)}: Run`, run]];
    }),
  ];
}

/** Finds the names of what a decision that a result cites is made of; none where it is no decision of the access. */
export type NamesOf = (decision: Decision, about: string) => readonly string[];

/**
 * Decisions are told apart by identity, for what they are about is in the words of whoever cites them. Where several
 * names share one decision, those words choose, if they can.
 */
export function namesIn(access: Access): NamesOf {
  const names = new Map<Decision, string[]>();
  const add = (decision: Decision, more: readonly string[]) =>
    names.set(decision, [...(names.get(decision) ?? []), ...more]);
  const named = namedDecisions(access);
  const known = new Set(named.map(([name]) => name));
  for (const [name, decision] of named) add(decision, [name]);
  for (const field of Object.values(access.fields)) {
    for (const right of fieldRights) {
      if (!names.has(field.effective[right])) add(field.effective[right], madeOf(access, field, right));
    }
  }
  return (decision, about) => {
    const found = [...new Set(names.get(decision) ?? [])];
    const meant = found.filter((name) => about === name || about.startsWith(`${name} (`));
    const chosen = meant.length > 0 ? meant : found.length === 0 && known.has(about) ? [about] : found;
    return [...new Set(chosen.flatMap((name) => withRead(name, known)))];
  };
}

function madeOf({ objects }: Access, field: FieldAccess, right: FieldRight): readonly string[] {
  const own = Object.values(objects).filter(({ object }) => sameName(object, field.asked.object));
  return [
    fieldPermission(fieldKey(field), right),
    ...own.map(({ object }) => objectPermission(object, right)),
  ];
}

/** Edit on a field is worth nothing without Read, which Edit Read Only Fields does not bring along. */
function withRead(name: string, known: ReadonlySet<string>): readonly string[] {
  const field = fieldOf(name);
  const read = field === undefined ? name : fieldPermission(field, 'read');
  return known.has(read) ? [name, read] : [name];
}

/** The field that a permission is on, such as `Account.Industry`; undefined for every other permission. */
export const fieldOf = (permission: string): string | undefined =>
  /^([^ .:]+\.[^ :]+): (?:Read|Edit)$/u.exec(permission)?.[1];
