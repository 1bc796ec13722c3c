import type { Container, Entries } from '../model/container.ts';
import type { Part } from '../model/part.ts';
import { atomsIn, atomsOf, entriesFrom } from './atoms.ts';

/**
 * A container of the org as its file would make it. A complete file replaces it. A partial one, as a profile's, adds
 * what it grants, takes what it denies, and leaves the rest (Metadata API, "Profile").
 */
export function overlaid(org: Container, file: Container): Container {
  const { id, groupId } = org;
  if (file.completeness.kind === 'complete' || file.kind !== 'profile') return { ...file, id, groupId };
  const read = [file.systemPermissions, file.objects, file.fields, file.flows];
  if (read.some(({ status }) => status === 'unavailable')) return { ...file, id, groupId };
  const denied = new Set(atomsIn(file.denials ?? none).map(({ key }) => key));
  const granted = atomsOf(file);
  const mentioned = new Set([...denied, ...granted.map(({ key }) => key)]);
  const joined = entriesFrom([...atomsOf(org).filter(({ key }) => !mentioned.has(key)), ...granted]);
  const over = <T>(part: Part<readonly T[]>, value: readonly T[]): Part<readonly T[]> =>
    part.status === 'ok' ? { status: 'ok', value } : part;
  return {
    ...file,
    ...{ id, groupId, completeness: org.completeness },
    systemPermissions: over(org.systemPermissions, joined.systemPermissions),
    objects: over(org.objects, joined.objects),
    fields: over(org.fields, joined.fields),
    flows: over(org.flows, joined.flows),
  };
}

const none: Entries = { systemPermissions: [], objects: [], fields: [], flows: [] };
