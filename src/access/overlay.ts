import type { Container, Entries } from '../model/container.ts';
import type { Part } from '../model/part.ts';
import { type Atom, atomsIn, atomsOf, entriesFrom } from './atoms.ts';
import { isDoubtful } from './doubtful.ts';

/**
 * A container of the org as its file would make it. A complete file replaces it. A partial one, as a profile's, adds
 * what it grants, takes what it denies, and leaves the rest (Metadata API, "Profile"). Where an entry of it cannot be
 * read, nobody knows what it would leave: only what it plainly says counts.
 */
export function overlaid(org: Container, file: Container): Container {
  const { id, groupId } = org;
  if (file.completeness.kind === 'complete' || file.kind !== 'profile') return { ...file, id, groupId };
  const read = [file.systemPermissions, file.objects, file.fields, file.flows];
  if (read.some(({ status }) => status === 'unavailable')) return { ...file, id, groupId };
  const denied = new Set(atomsIn(file.denials ?? none).map(({ key }) => key));
  const own = atomsOf(org);
  const granted = atomsOf(file).filter(takesEffectOn(org, own));
  const doubtful = isDoubtful(file);
  const mentioned = new Set([...denied, ...granted.map(({ key }) => key)]);
  const left = doubtful ? [] : own.filter(({ key }) => !mentioned.has(key));
  const joined = entriesFrom([...left, ...granted]);
  const over = <T>(part: Part<readonly T[]>, value: readonly T[]): Part<readonly T[]> =>
    part.status === 'ok' ? { status: 'ok', value } : part;
  return {
    ...file,
    ...{ id, groupId, completeness: doubtful ? file.completeness : org.completeness },
    systemPermissions: over(org.systemPermissions, joined.systemPermissions),
    objects: over(org.objects, joined.objects),
    fields: over(org.fields, joined.fields),
    flows: over(org.flows, joined.flows),
  };
}

/**
 * What a file adds to a standard profile, an org does not take: its permissions, and its rights on standard objects
 * (since API version 50.0), cannot be changed (Metadata API, "Profile"). What it takes away counts all the same.
 */
function takesEffectOn(org: Container, own: readonly Atom[]): (atom: Atom) => boolean {
  if (org.isCustom) return () => true;
  const held = new Set(own.map(({ key }) => key));
  const isFixed = (atom: Atom): boolean =>
    atom.kind === 'system' || (atom.kind === 'object' && !atom.object.includes('__'));
  return (atom) => held.has(atom.key) || !isFixed(atom);
}

const none: Entries = { systemPermissions: [], objects: [], fields: [], flows: [] };
