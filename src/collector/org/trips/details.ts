import type { FieldNeed, Needs } from '../../../model/needs.ts';
import type { Part } from '../../../model/part.ts';
import { candidatesFor } from '../../field-candidates.ts';
import type { Sight } from '../parts/auditor.ts';
import { catalogueOf, describeRead, type SeenCatalogue } from '../parts/catalogue.ts';
import { parsed } from '../parts/cells.ts';
import { type FieldToRead, fieldPermissionsRead } from '../parts/field-permissions.ts';
import { flowGrantsRead, flowMetadataReads, flowsPerTrip, type SeenFlow } from '../parts/flows.ts';
import { componentOf, isMutingSet } from '../parts/groups.ts';
import { objectPermissionsRead, objectsIn, permissionableObjectsRead } from '../parts/object-permissions.ts';
import { availablePermissions, mutingSetsRead, setsRead } from '../parts/permission-sets.ts';
import { peerCounts, peerExamples } from '../parts/profile-peers.ts';
import type { OrgReader } from '../reader/org-reader.ts';
import type { Row } from '../reader/read.ts';
import { chunked, fragment, type SoqlFragment } from '../soql.ts';
import { neededObjects, type SubjectsTrip } from './subjects.ts';

/** What the first trip leads to. */
export interface Leads {
  readonly needs: Needs;
  readonly first: SubjectsTrip;
  readonly sight: Sight;
  readonly profileIds: readonly string[];
  /** Flows whose metadata is to be read, all of them. */
  readonly openFlows: readonly SeenFlow[];
}

/** All that could not be asked for before the first answers: members, fields, peers, the first flows. */
export function readDetails(reader: OrgReader, leads: Leads) {
  const { needs, first, sight, profileIds, openFlows } = leads;
  const objects = neededObjects(needs);
  const { memberIds, mutingIds } = groupParts(first);
  const extra = inLists([...memberIds, ...mutingIds]);
  const all = inLists([...idsIn(first.permissionSets), ...memberIds, ...mutingIds]);
  const { toRead, unseen } = fieldsToRead(leads);
  const needed = neededPermissions(needs, first);
  const readFields = all.length > 0 && (toRead.length > 0 || unseen.length > 0);
  return reader.together({
    members: memberIds.length > 0 ? setsRead(chunked(memberIds), needed) : undefined,
    muting: mutingIds.length > 0 ? mutingSetsRead(chunked(mutingIds)) : undefined,
    objectPermissions:
      extra.length > 0 && objects.length > 0
        ? objectPermissionsRead(extra, objects, reader.newestVersion)
        : undefined,
    flowAccess: extra.length > 0 && needs.flows ? flowGrantsRead(extra) : undefined,
    fieldPermissions: readFields ? fieldPermissionsRead(all, toRead, unseen) : undefined,
    permissionableObjects: hasObjectWithoutRows(objects, first) ? permissionableObjectsRead : undefined,
    descriptions: undescribed(objects, first, sight).map(describeRead),
    peerCounts: needs.profilePeers ? peerCounts(profileIds) : [],
    peerExamples: needs.profilePeers ? peerExamples(profileIds) : [],
    flowMetadata: flowMetadataReads(openFlows.slice(0, flowsPerTrip)),
  });
}

export type DetailsTrip = Awaited<ReturnType<typeof readDetails>>;

/** Members and muting sets that are not assigned themselves. */
export function groupParts({ components, permissionSets }: SubjectsTrip) {
  const assigned = new Set(idsIn(permissionSets));
  const parts = parsed(components, (rows) => rows.map(componentOf));
  const ids = [...new Set(parts.status === 'ok' ? parts.value.map(({ id }) => id) : [])].toSorted();
  return {
    memberIds: ids.filter((id) => !isMutingSet(id) && !assigned.has(id)),
    mutingIds: ids.filter(isMutingSet),
  };
}

/** Needed permissions that this org has; to name another would fail the query. */
function neededPermissions(
  { systemPermissions = [] }: Needs,
  { permissionSets }: SubjectsTrip,
): readonly string[] {
  const available = availablePermissions(permissionSets);
  return available.status === 'ok' ? systemPermissions.filter((name) => available.value.includes(name)) : [];
}

/** Objects whose fields Tooling did not tell: describe is asked, and all their field permissions are read. */
export function undescribed(
  objects: readonly string[],
  { catalogues }: SubjectsTrip,
  sight: Sight,
): readonly string[] {
  return objects.filter((_, index) => {
    const rows = catalogues[index];
    return rows === undefined || catalogueOf(rows, sight) === undefined;
  });
}

function fieldsToRead({ needs, first, sight }: Leads) {
  const objects = neededObjects(needs);
  const seen = new Map<string, Part<SeenCatalogue> | undefined>(
    objects.map((name, index) => {
      const rows = first.catalogues[index];
      return [name.toLowerCase(), rows && catalogueOf(rows, sight)];
    }),
  );
  const withFields = new Set((needs.fields ?? []).map(({ object }) => object.toLowerCase()));
  return {
    toRead: fieldsIn(needs, (object) => seen.get(object.toLowerCase())),
    unseen: undescribed(objects, first, sight).filter((name) => withFields.has(name.toLowerCase())),
  };
}

/**
 * The fields that the needs may mean, in the catalogues that there are. Where only describe told the fields,
 * or nothing did, a field may be there and hidden: its rows are looked for by its name.
 */
export function fieldsIn(
  { fields = [] }: Needs,
  catalogue: (object: string) => Part<SeenCatalogue> | undefined,
): readonly FieldToRead[] {
  const found = fields.flatMap((need) => {
    const seen = catalogue(need.object);
    const known = seen?.status === 'ok' ? candidatesIn(need, seen.value) : [];
    return seen?.status === 'ok' && seen.value.seenBy === 'tooling' ? known : [...known, ...byName(need)];
  });
  return [
    ...new Map(
      found.toReversed().map((one) => [`${one.object}.${one.field}`.toLowerCase(), one] as const),
    ).values(),
  ];
}

function candidatesIn(need: FieldNeed, { fields, securedBy }: SeenCatalogue): readonly FieldToRead[] {
  return candidatesFor(need, fields)
    .filter(({ permissionable }) => permissionable)
    .map(({ name }) => ({ object: need.object, field: name, securedBy: securedBy.get(name) ?? name }));
}

const byName = ({ object, field, configured }: FieldNeed): readonly FieldToRead[] =>
  [field, configured].flatMap((name) => (name === undefined ? [] : { object, field: name, securedBy: name }));

function hasObjectWithoutRows(objects: readonly string[], { objectPermissions }: SubjectsTrip): boolean {
  if (objects.length === 0 || objectPermissions.status === 'unavailable') return false;
  const known = objectsIn(objectPermissions.value);
  return objects.some((name) => !known.has(name.toLowerCase()));
}

const inLists = (ids: readonly string[]): readonly SoqlFragment[] =>
  chunked([...new Set(ids)].toSorted(), 4_500).map((chunk) => fragment`${chunk}`);

const idsIn = (part: Part<readonly Row[]>): readonly string[] =>
  (part.status === 'ok' ? part.value : []).flatMap(({ Id }) => (typeof Id === 'string' ? Id : []));
