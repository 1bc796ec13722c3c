import { describeAccess } from '../../engine/index.ts';
import type { Access, FlowAccess } from '../../model/access.ts';
import { flowName } from '../../salesforce/names.ts';
import { keyOf, type Permission } from './permissions.ts';

/** What the table of `syncgate access` says of this permission. */
export function sentencesOn(access: Access, permission: Permission): readonly string[] {
  const rows = describeAccess(only(access, permission));
  const row = rows.find(({ kind, what }) => kind === permission.kind && what === permission.title);
  if (row !== undefined) return row.sentences;
  const flow = flowOf(access, permission);
  return flow === undefined ? [] : [noGrantNeeded(flow)];
}

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
