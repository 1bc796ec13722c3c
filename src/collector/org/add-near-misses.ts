import type { Entry } from '../../model/access.ts';
import type { Container, PermissionSetGroup } from '../../model/container.ts';
import type { OrgSnapshot, Snapshot } from '../../model/snapshot.ts';
import { frozenCopy } from '../../plain/deep-freeze.ts';
import { CollectorError } from './collector-error.ts';
import { mends } from './mends.ts';
import { holderCondition } from './near-misses/holder-conditions.ts';
import { groupFoundIn, holderOf } from './near-misses/holders.ts';
import { parsed } from './parts/cells.ts';
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
  snapshot: OrgSnapshot,
  missing: readonly Entry[],
): Promise<OrgSnapshot> {
  const searches = searchesFor(snapshot, missing);
  if (searches.length === 0) return snapshot;
  const found = await holdersFound(reader, searches);
  return frozenCopy(enriched(snapshot, reader, missing, found));
}

/** What was found, by Id. */
type Found = ReadonlyMap<string, { readonly row: Row; readonly entries: readonly Entry[] }>;

async function holdersFound(reader: OrgReader, searches: readonly Search[]): Promise<Found> {
  const found = new Map<string, { readonly row: Row; readonly entries: readonly Entry[] }>();
  const parts = await askedFor(reader, searches);
  for (const [index, { entry }] of searches.entries()) {
    const part = parts[index];
    for (const row of part?.status === 'ok' ? part.value : []) {
      const id = String(row.Id);
      found.set(id, { row, entries: [...(found.get(id)?.entries ?? []), entry] });
    }
  }
  return found;
}

/** Calls that ran out, or a session that ended, must not cost the audit that is already there. */
async function askedFor(reader: OrgReader, searches: readonly Search[]) {
  try {
    const { holders } = await reader.together({ holders: searches.map(({ read }) => read) });
    return holders;
  } catch (error) {
    if (error instanceof CollectorError && !['aborted', 'refused-by-guard'].includes(error.kind)) return [];
    throw error;
  }
}

interface Search {
  readonly entry: Entry;
  readonly read: RowsRead;
}

function searchesFor(snapshot: Snapshot, missing: readonly Entry[]): readonly Search[] {
  const available = availableIn(snapshot);
  const permissions = permissionsIn(missing).filter((name) => available.includes(name));
  const flows = snapshot.flows.status === 'ok' ? snapshot.flows.value : [];
  const distinct = [...new Map(missing.map((entry) => [JSON.stringify(entry), entry])).values()];
  const known = snapshot.containers
    .map(({ id }) => id)
    .filter((id) => id.startsWith('0PS'))
    .slice(0, mostExcluded);
  const others = known.length > 0 ? fragment` AND Id NOT IN ${known}` : fragment``;
  const select = fragment`${setColumns(permissions)}, ${columns('PermissionSetGroup.DeveloperName', 'PermissionSetGroup.MasterLabel', 'PermissionSetGroup.Status')}`;
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

const permissionsIn = (entries: readonly Entry[]): readonly string[] => [
  ...new Set(entries.flatMap((entry) => (entry.kind === 'system' ? entry.permission : []))),
];

function enriched(
  snapshot: OrgSnapshot,
  reader: OrgReader,
  missing: readonly Entry[],
  found: Found,
): OrgSnapshot {
  const flows = snapshot.flows.status === 'ok' ? snapshot.flows.value : [];
  const containers = new Map<string, Container>(
    snapshot.containers.map((container) => [container.id, container]),
  );
  const groups = new Map<string, PermissionSetGroup>(snapshot.groups.map((group) => [group.id, group]));
  for (const [id, { row, entries }] of found) {
    if (containers.has(id)) continue;
    const holder = parsed({ status: 'ok', value: row }, () => ({
      container: holderOf(row, entries, permissionsIn(missing), flows),
      group: groupFoundIn(row),
    }));
    if (holder.status === 'unavailable') continue;
    containers.set(id, holder.value.container);
    const { group } = holder.value;
    if (group !== undefined && !groups.has(group.id)) groups.set(group.id, group);
  }
  return {
    ...snapshot,
    cost: reader.cost(),
    containers: sortedById([...containers.values()]),
    groups: sortedById([...groups.values()]),
  };
}
