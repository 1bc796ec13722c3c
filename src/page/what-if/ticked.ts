import { atomsIn, atomsOf } from '../../access/atoms.ts';
import type { Container, Entries, PermissionSetGroup } from '../../model/container.ts';
import type { Gap } from '../../model/part.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { type Refusal, refusedBy, refusedIn } from '../../what-if/savable.ts';
import type { Target } from './targets.ts';

/** What is ticked in a target, and what can be. */
export interface Ticked {
  readonly keys: ReadonlySet<string>;
  /** Null: everything. In a group only what its members grant, or a muting set already mutes. */
  readonly offered: ReadonlySet<string> | null;
  /** By kind of entry: why it is not known what is ticked. */
  readonly unread: Readonly<Partial<Record<keyof Entries, Gap>>>;
  /** Why the place would not let these be ticked: a clause; null where it would. */
  readonly refusal: (entries: Entries) => string | null;
}

export function tickedIn(snapshot: Snapshot, target: Target): Ticked {
  switch (target.kind) {
    case 'new-set':
      return { keys: new Set(), offered: null, unread: {}, refusal: firstBy(refusedIn(snapshot)) };
    case 'container': {
      const those = [target.container];
      const refusal = firstBy(refusedBy(target.container, snapshot));
      return { keys: keysIn(those), offered: null, unread: unreadIn(those), refusal };
    }
    case 'muting':
      return mutedIn(snapshot, target.group);
  }
}

function mutedIn(snapshot: Snapshot, group: PermissionSetGroup): Ticked {
  const { containers } = snapshot;
  const refusal = firstBy(refusedIn(snapshot));
  const { components } = group;
  if (components.status === 'unavailable') {
    const { reason } = components;
    const unread = { systemPermissions: reason, objects: reason, fields: reason, flows: reason };
    return { keys: new Set(), offered: null, unread, refusal };
  }
  const those = (ids: readonly string[]) => containers.filter(({ id }) => ids.includes(id));
  const muting = those(components.value.muting);
  const keys = keysIn(muting);
  const members = keysIn(those(components.value.members));
  return { keys, offered: new Set([...members, ...keys]), unread: unreadIn(muting), refusal };
}

const firstBy =
  (refused: Refusal): Ticked['refusal'] =>
  (entries) =>
    atomsIn(entries)
      .map(refused)
      .find((reason) => reason !== null) ?? null;

const keysIn = (containers: readonly Container[]): ReadonlySet<string> =>
  new Set(containers.flatMap(atomsOf).map(({ key }) => key));

const kinds = [
  'systemPermissions',
  'objects',
  'fields',
  'flows',
] as const satisfies readonly (keyof Entries)[];

function unreadIn(containers: readonly Container[]): Ticked['unread'] {
  const gaps = kinds.flatMap((kind) => {
    const part = containers.map((each) => each[kind]).find(({ status }) => status === 'unavailable');
    return part?.status === 'unavailable' ? [[kind, part.reason] as const] : [];
  });
  return Object.fromEntries(gaps);
}

/** Which kind of entry this is of. */
export const kindOf = (entries: Entries): keyof Entries =>
  kinds.find((kind) => entries[kind].length > 0) ?? 'systemPermissions';
