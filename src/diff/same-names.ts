import type { AccessDigest, GroupDigest, NamedContainer } from '../model/history.ts';
import { groupedBy } from '../plain/lists.ts';
import { nameKey } from '../salesforce/names.ts';

/** API names by the Ids of a place, as far as they are known. */
export type ApiNames = Readonly<Record<string, string>>;

/**
 * A digest in which everything goes by its name: the same set has another Id in another org, and none in files. What
 * two have one name for keeps its Id, since nobody can tell which of them is meant.
 */
export function withNamesForIds(digest: AccessDigest, apiNames: ApiNames): AccessDigest {
  const { containers, assignments, decided } = digest;
  const groups = (assignments.status === 'ok' ? assignments.value : []).flatMap(({ group }) => group ?? []);
  const ofContainer = keysOf(
    Object.entries(containers).map(([id, each]) => [id, containerKey(id, each, apiNames)]),
  );
  const ofGroup = keysOf(groups.map((group) => [group.id, groupKey(group, apiNames)]));
  const container = (id: string): string => ofContainer.get(id) ?? id;
  const groupId = (id: string | null): string | null => (id === null ? null : (ofGroup.get(id) ?? id));
  const group = (of: GroupDigest): GroupDigest => ({
    ...of,
    id: groupId(of.id) ?? of.id,
    members: of.members?.map(container) ?? null,
  });
  return {
    ...digest,
    containers: Object.fromEntries(Object.entries(containers).map(([id, each]) => [container(id), each])),
    assignments:
      assignments.status === 'unavailable'
        ? assignments
        : {
            status: 'ok',
            value: assignments.value.map((each) => ({
              ...each,
              container: container(each.container),
              group: each.group && group(each.group),
            })),
          },
    decided: decided.map((each) => ({
      ...each,
      ways: each.ways.map((way) => ({
        ...{ container: container(way.container), groupId: groupId(way.groupId) },
        ...{ members: way.members.map(container), by: way.by },
      })),
      misses: each.misses.map((miss) => ({
        ...{ kind: miss.kind, container: container(miss.container), groupId: groupId(miss.groupId) },
        mutedBy: miss.mutedBy === null ? null : container(miss.mutedBy),
      })),
    })),
  };
}

/** The name of a profile's own permission set is made up: profiles go by what they are called. */
function containerKey(id: string, { kind, title }: NamedContainer, apiNames: ApiNames): string {
  const name = kind !== 'profile' && Object.hasOwn(apiNames, id) ? apiNames[id] : undefined;
  return `${kind} ${nameKey(name ?? title)}`;
}

function groupKey({ id, title }: GroupDigest, apiNames: ApiNames): string {
  const name = Object.hasOwn(apiNames, id) ? apiNames[id] : undefined;
  return `through ${nameKey(name ?? title)}`;
}

function keysOf(named: readonly (readonly [id: string, key: string])[]): ReadonlyMap<string, string> {
  const once = [...new Map(named)].map(([id, key]) => ({ id, key }));
  return new Map(
    groupedBy(once, ({ key }) => key).flatMap((alike) =>
      alike.length === 1 ? [[alike[0].id, alike[0].key] as const] : [],
    ),
  );
}
