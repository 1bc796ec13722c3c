import { keysOf, type Target } from '../access/ways.ts';
import type { Access, Decision, Entry } from '../model/access.ts';
import { objectRights, permissionLabel, rightLabels } from '../salesforce/labels.ts';
import { flowName } from '../salesforce/names.ts';

/** One permission of a subject: what would grant it by itself, and what was decided. */
export interface Permission {
  /** Such as `Account: Read`. */
  readonly name: string;
  readonly entry: Exclude<Entry, { readonly kind: 'fixed' }>;
  readonly target: Target;
  /** The same for every spelling and in every case. */
  readonly key: string;
  readonly decision: Decision;
}

/** Every permission that was asked about. Of fields their field-level security; fields without it have none to grant. */
export function permissionsOf({ systemPermissions, objects, fields, flows }: Access): readonly Permission[] {
  return [
    ...Object.entries(systemPermissions).map(([permission, decision]) =>
      made(
        permissionLabel(permission),
        { kind: 'system', permission },
        { kind: 'system', permission },
        decision,
      ),
    ),
    ...Object.values(objects).flatMap(({ object, rights }) =>
      objectRights.map((right) => {
        const entry = { kind: 'object', object, right } as const;
        return made(`${object}: ${rightLabels[right]}`, entry, entry, rights[right]);
      }),
    ),
    ...Object.values(fields).flatMap(({ asked, field, fieldLevel }) => {
      if (field.status === 'ok' && !field.value?.permissionable) return [];
      const { object } = asked;
      const name = (field.status === 'ok' && field.value?.name) || (asked.configured ?? asked.field);
      return (['read', 'edit'] as const).map((right) => {
        const entry = { kind: 'field', object, field: name, right } as const;
        const target = { ...entry, spellings: [name] };
        return made(`${object}.${name}: ${rightLabels[right]}`, entry, target, fieldLevel[right]);
      });
    }),
    ...(flows.status === 'ok' ? flows.value : []).map(({ flow, run }) => {
      const name = flowName(flow);
      const target = { kind: 'flow', flow: name, flowId: flow.id } as const;
      return made(`Flow ${name}: Run`, { kind: 'flow', flow: name }, target, run);
    }),
  ];
}

const made = (name: string, entry: Permission['entry'], target: Target, decision: Decision): Permission => ({
  name,
  entry,
  target,
  key: keysOf(target).join(),
  decision,
});

/** The key of an entry that grants something; flows are known by name there. */
export const keyOfEntry = (entry: Permission['entry']): string =>
  entry.kind === 'flow'
    ? `flow ${entry.flow}`
    : keysOf(entry.kind === 'field' ? { ...entry, spellings: [entry.field] } : entry).join();
