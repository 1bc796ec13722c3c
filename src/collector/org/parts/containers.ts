import type { Container, FieldEntry, FlowEntry, ObjectEntry } from '../../../model/container.ts';
import type { Gap, Part } from '../../../model/part.ts';
import { unavailable } from '../../parts.ts';
import { mends } from '../mends.ts';
import type { Row } from '../reader/read.ts';
import { type Identity, systemEntries } from './permission-sets.ts';

/** Entries by container Id, each kind with what happened when it was read. */
export interface Entries {
  readonly objects: Part<ReadonlyMap<string, readonly ObjectEntry[]>>;
  readonly fields: Part<ReadonlyMap<string, readonly FieldEntry[]>>;
  readonly flows: Part<ReadonlyMap<string, readonly FlowEntry[]>>;
}

/** A container that was read whole, as far as the needs go. */
export function completeContainer(
  identity: Identity,
  row: Row,
  permissions: Part<readonly string[]>,
  entries: Entries,
): Container {
  return {
    ...identity,
    completeness: { kind: 'complete' },
    systemPermissions: permissions.status === 'ok' ? systemEntries(row, permissions.value) : permissions,
    objects: entriesFor(identity.id, entries.objects),
    fields: entriesFor(identity.id, entries.fields),
    flows: entriesFor(identity.id, entries.flows),
  };
}

/** A container that must be there, since something points at it, and that the org did not show. */
export function hiddenContainer(id: string, kind: Container['kind'], groupId: string | null): Container {
  const gap: Gap = {
    code: 'auditor-blind',
    message: `The org did not show the permission set ${id}, although it is assigned or a member of a group`,
    mend: mends.viewSetup,
  };
  const hidden = unavailable(gap);
  return {
    id,
    kind,
    title: id,
    apiName: id,
    completeness: { kind: 'partial', reason: gap },
    isCustom: false,
    sessionBased: false,
    groupId,
    license: null,
    systemPermissions: hidden,
    objects: hidden,
    fields: hidden,
    flows: hidden,
  };
}

/** In an answer that is complete, no entry is an empty list. */
function entriesFor<T>(id: string, part: Part<ReadonlyMap<string, readonly T[]>>): Part<readonly T[]> {
  return part.status === 'ok' ? { status: 'ok', value: part.value.get(id) ?? [] } : part;
}

export const sortedById = <T extends { readonly id: string }>(list: readonly T[]): readonly T[] =>
  list.toSorted((one, other) => (one.id < other.id ? -1 : Number(one.id > other.id)));
