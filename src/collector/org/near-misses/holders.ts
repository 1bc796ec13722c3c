import type { Entry } from '../../../model/access.ts';
import type { Container, PermissionSetGroup } from '../../../model/container.ts';
import type { Gap } from '../../../model/part.ts';
import type { Flow } from '../../../model/snapshot.ts';
import { notCollected, ok } from '../../parts.ts';
import { flag, text, textOrNull } from '../parts/cells.ts';
import { identityOf, systemEntries } from '../parts/permission-sets.ts';
import type { Row } from '../reader/read.ts';

/**
 * A permission set or group that holds the entries it was found by. It is known in part only: what it holds
 * beside them was not asked for.
 */
export function holderOf(
  row: Row,
  entries: readonly Entry[],
  needed: readonly string[],
  flows: readonly Flow[],
): Container {
  const titleOf = () => textOrNull(row, 'PermissionSetGroup.MasterLabel') ?? undefined;
  return {
    ...identityOf(row, titleOf),
    completeness: { kind: 'partial', reason: foundOnly },
    systemPermissions: systemEntries(row, needed),
    objects: ok(objectsIn(entries)),
    fields: ok(fieldsIn(entries)),
    flows: ok(flowsIn(entries, flows)),
  };
}

const foundOnly: Gap = {
  code: 'not-collected',
  message: 'Only what it was found by was asked for, so what it holds beside that is not known',
};

/** The group that a found aggregate belongs to; undefined for a set of its own. */
export function groupFoundIn(row: Row): PermissionSetGroup | undefined {
  const id = textOrNull(row, 'PermissionSetGroupId');
  if (id === null) return undefined;
  return {
    id,
    apiName: text(row, 'PermissionSetGroup.DeveloperName'),
    title: text(row, 'PermissionSetGroup.MasterLabel'),
    status: text(row, 'PermissionSetGroup.Status'),
    sessionBased: flag(row, 'HasActivationRequired'),
    components: notCollected('the members of a group that is not assigned'),
  };
}

function objectsIn(entries: readonly Entry[]) {
  const found = entries.filter((entry) => entry.kind === 'object');
  const names = [...new Set(found.map(({ object }) => object))].toSorted();
  return names.map((object) => ({
    object,
    rights: [
      ...new Set(found.filter((entry) => entry.object === object).map(({ right }) => right)),
    ].toSorted(),
  }));
}

function fieldsIn(entries: readonly Entry[]) {
  const found = entries.filter((entry) => entry.kind === 'field');
  const names = new Map(found.map(({ object, field }) => [`${object}.${field}`, { object, field }]));
  return [...names]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { object, field }]) => ({
      object,
      field,
      // Edit brings Read with it.
      read: true,
      edit: found.some((entry) => entry.object === object && entry.field === field && entry.right === 'edit'),
    }));
}

function flowsIn(entries: readonly Entry[], flows: readonly Flow[]) {
  const names = entries.flatMap((entry) => (entry.kind === 'flow' ? [entry.flow] : []));
  const ids = flows
    .filter(({ name, namespace }) => names.includes(namespace === null ? name : `${namespace}__${name}`))
    .map(({ id }) => id);
  return [...new Set(ids)].toSorted().map((flowId) => ({ flowId }));
}
