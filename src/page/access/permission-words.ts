import { describeAccess } from '../../engine/index.ts';
import type { Access, FieldAccess, FlowAccess } from '../../model/access.ts';
import { flowName } from '../../salesforce/names.ts';
import { keyOf, type Permission } from './permissions.ts';

/**
 * What there is to say of a permission beside its grants, near misses and doubts, which are all listed: the sentences
 * of the table of `syncgate access`, unless a list says them.
 */
export function sentencesOn(access: Access, permission: Permission): readonly string[] {
  const { kind, title, decision } = permission;
  const row = describeAccess(only(access, permission)).find(
    (each) => each.kind === kind && each.what === title,
  );
  const flow = flowOf(access, permission);
  if (row === undefined) return flow === undefined ? [] : [noGrantNeeded(flow)];
  const field = kind === 'field' ? access.fields[beforeRight(permission.key)] : undefined;
  const unwritable =
    permission.key.endsWith(':edit') && field?.writable.status === 'ok' && !field.writable.value;
  const notes = unwritable ? ['Nobody can write it through the API, whatever is granted.'] : [];
  const isListed = decision !== null && (decision.decision !== 'denied' || decision.nearMisses.length > 0);
  return [...notes, ...(isListed ? row.sentences.slice(0, hasNote(field) ? 1 : 0) : row.sentences)];
}

/** Whether a field's first sentence is about which field it is. */
const hasNote = (field: FieldAccess | undefined): boolean =>
  field?.field.status === 'ok' && (field.field.value === null || field.foundBy !== 'name');

const nothing = { status: 'ok', value: [] } as const;

/** The access with one permission in it, so that nothing else has to be put into words. */
function only(access: Access, { kind, key }: Permission): Access {
  const empty = { systemPermissions: {}, objects: {}, fields: {}, flows: nothing, permissionSetLicenses: {} };
  switch (kind) {
    case 'system':
      return { ...access, ...empty, systemPermissions: picked(access.systemPermissions, key) };
    case 'object':
      return { ...access, ...empty, objects: picked(access.objects, beforeRight(key)) };
    case 'field':
      return { ...access, ...empty, fields: picked(access.fields, beforeRight(key)) };
    case 'flow':
      return { ...access, ...empty, flows: access.flows };
    case 'license':
      return { ...access, ...empty, permissionSetLicenses: access.permissionSetLicenses };
  }
}

export const beforeRight = (key: string): string => key.slice(0, key.lastIndexOf(':'));

const picked = <T>(record: Readonly<Record<string, T>>, name: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).filter(([each]) => each === name));

const flowOf = ({ flows }: Access, { key }: Permission): FlowAccess | undefined =>
  flows.status === 'ok' ? flows.value.find(({ flow }) => keyOf.flow(flowName(flow)) === key) : undefined;

const noGrantNeeded = ({ context }: FlowAccess): string =>
  context === 'system'
    ? 'It runs in system context, whoever the user is: it asks for no grant.'
    : 'It does not restrict who runs it: Run Flows is enough, and it asks for no grant of its own.';
