import type { Entry } from '../../model/access.ts';
import type { Container, PermissionSetGroup, Snapshot } from '../../model/snapshot.ts';
import { deepFreeze } from './deep-freeze.ts';
import { mends } from './mends.ts';
import { holderCondition } from './near-misses/holder-conditions.ts';
import { groupFoundIn, holderOf } from './near-misses/holders.ts';
import { parsed, text } from './parts/cells.ts';
import { sortedById } from './parts/containers.ts';
import { setColumns } from './parts/permission-sets.ts';
import type { OrgReader } from './reader/org-reader.ts';
import type { Row, RowsRead } from './reader/read.ts';
import { columns, fragment, soql } from './soql.ts';

/** At most so many searches, in one round trip. */
const mostSearches = 25;
/** So many holders of one entry are worth telling. */
const mostHolders = 5;
/** Ids already known that are left out of a search; the query has to fit into an address. */
const mostExcluded = 200;

/**
 * Searches the whole org for permission sets and groups that hold what is missing and are not in the snapshot
 * yet: the way to mend it may be to assign one of them. One round trip; none where nothing is missing. A
 * search that the org refuses finds nothing: near misses are advice, no decision rests on them.
 *
 * @param missing the first 25 distinct entries are searched for.
 */
export async function addNearMisses(
  reader: OrgReader,
  snapshot: Snapshot,
  missing: readonly Entry[],
): Promise<Snapshot> {
  const searches = searchesFor(snapshot, missing);
  if (searches.length === 0) return snapshot;
  const { found } = await reader.together({ found: searches.map(({ read }) => read) });
  const rows = new Map<string, Row>();
  const entries = new Map<string, Entry[]>();
  for (const [index, part] of found.entries()) {
    const entry = searches[index]?.entry;
    if (part.status === 'unavailable' || entry === undefined) continue;
    for (const row of part.value) {
      const id = text(row, 'Id');
      rows.set(id, row);
      entries.set(id, [...(entries.get(id) ?? []), entry]);
    }
  }
  return deepFreeze(structuredClone(enriched(snapshot, reader, rows, entries)));
}

interface Search {
  readonly entry: Entry;
  readonly read: RowsRead;
}

function searchesFor(snapshot: Snapshot, missing: readonly Entry[]): readonly Search[] {
  const available = availableIn(snapshot);
  const flows = snapshot.flows.status === 'ok' ? snapshot.flows.value : [];
  const distinct = [...new Map(missing.map((entry) => [JSON.stringify(entry), entry])).values()];
  const known = snapshot.containers
    .map(({ id }) => id)
    .filter((id) => id.startsWith('0PS'))
    .slice(0, mostExcluded);
  const others = known.length > 0 ? fragment` AND Id NOT IN ${known}` : fragment``;
  const select = fragment`${setColumns(neededIn(snapshot))}, ${columns('PermissionSetGroup.DeveloperName', 'PermissionSetGroup.MasterLabel', 'PermissionSetGroup.Status')}`;
  return distinct
    .flatMap((entry) => {
      const condition = holderCondition(entry, flows, available);
      if (condition === undefined) return [];
      const query = soql`SELECT ${select} FROM PermissionSet WHERE IsOwnedByProfile = false AND ${condition}${others} ORDER BY Label LIMIT ${mostHolders}`;
      const part = 'permission sets that would grant what is missing';
      return [{ entry, read: { kind: 'rows' as const, part, soql: [query], mend: mends.viewSetup } }];
    })
    .slice(0, mostSearches);
}

const availableIn = ({ availablePermissions }: Snapshot): readonly string[] =>
  availablePermissions.status === 'ok' ? availablePermissions.value : [];

/** Needed permissions that the org has. */
const neededIn = (snapshot: Snapshot): readonly string[] =>
  availableIn(snapshot).filter((name) => snapshot.needs.systemPermissions?.includes(name));

function enriched(
  snapshot: Snapshot,
  reader: OrgReader,
  rows: ReadonlyMap<string, Row>,
  entries: ReadonlyMap<string, readonly Entry[]>,
): Snapshot {
  const flows = snapshot.flows.status === 'ok' ? snapshot.flows.value : [];
  const containers = new Map<string, Container>(
    snapshot.containers.map((container) => [container.id, container]),
  );
  const groups = new Map<string, PermissionSetGroup>(snapshot.groups.map((group) => [group.id, group]));
  for (const [id, row] of rows) {
    if (containers.has(id)) continue;
    const found = parsed({ status: 'ok', value: row }, () => ({
      container: holderOf(row, entries.get(id) ?? [], neededIn(snapshot), flows),
      group: groupFoundIn(row),
    }));
    if (found.status === 'unavailable') continue;
    containers.set(id, found.value.container);
    const { group } = found.value;
    if (group !== undefined && !groups.has(group.id)) groups.set(group.id, group);
  }
  return {
    ...snapshot,
    cost: reader.cost(),
    containers: sortedById([...containers.values()]),
    groups: sortedById([...groups.values()]),
  };
}
