import { decideAll } from '../../../src/access/decide-access.ts';
import { withAggregates } from '../../../src/access/with-aggregates.ts';
import { type Persona, withPersonas } from '../../../src/access/with-personas.ts';
import type { Access, Decision } from '../../../src/model/access.ts';
import type { ObjectRight } from '../../../src/model/container.ts';
import type { Location } from '../../../src/model/part.ts';
import type { Snapshot } from '../../../src/model/snapshot.ts';

/** `{ profile: 'P', permissionSets: ['A'] }` with what is left out. */
export const persona = (parts: Partial<Persona>): Persona => ({
  name: 'sync',
  profile: null,
  permissionSets: [],
  permissionSetGroups: [],
  ...parts,
});

export function accessTo(files: Snapshot, parts: Partial<Persona>): Access {
  const [access] = decideAll(withPersonas(withAggregates(files), [persona(parts)], new Map()));
  if (access === undefined) throw new Error('No persona');
  return access;
}

/** The decision on `ApiEnabled`, `Account: edit`, or of field-level security on `Account.Site: edit`. */
export function decisionOn(access: Access, about: string): Decision {
  const [name = '', right = ''] = about.split(': ');
  const decision = name.includes('.')
    ? access.fields[name]?.fieldLevel[right as 'read' | 'edit']
    : right === ''
      ? access.systemPermissions[name]
      : access.objects[name]?.rights[right as ObjectRight];
  if (decision === undefined) throw new Error(`No decision on ${about}`);
  return decision;
}

const placeText = (at: Location | undefined): string => (at ? `@${at.file}:${at.line}` : '');

/** A decision with its places: `granted by Sync@Sync.xml:31`, `denied (refused Sync@Sync.xml:33), add at Sync.xml:92`. */
export function placedSummary(decision: Decision): string {
  if (decision.decision === 'granted') {
    const grants = decision.grants.map(({ container, entry, members = [] }) => {
      const from = members.length > 0 ? ` from ${members.map(({ title }) => title).join('+')}` : '';
      return `${container.title}${entry.kind === 'fixed' ? '' : placeText(entry.at)}${from}`;
    });
    return `granted by ${grants.join(', ')}`;
  }
  const why =
    decision.decision === 'unknown' ? `: ${decision.because.map(({ code }) => code).join(', ')}` : '';
  const misses = decision.nearMisses.map(
    ({ kind, container, entry, mutedBy }) =>
      `${kind} ${container.title}${entry.kind === 'fixed' ? '' : placeText(entry.at)}${mutedBy ? ` by ${mutedBy.title}${placeText(mutedBy.entryAt)}` : ''}`,
  );
  const add = decision.place ? `, add${placeText(decision.place.at)}` : '';
  return `${decision.decision}${why}${misses.length > 0 ? ` (${misses.join('; ')})` : ''}${add}`;
}
