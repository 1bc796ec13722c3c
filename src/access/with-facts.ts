import type { Container, PermissionSetGroup } from '../model/container.ts';
import type { Part } from '../model/part.ts';
import type { Flow, OrgSnapshot, Snapshot } from '../model/snapshot.ts';
import { flowName, nameKey, sameName } from '../salesforce/names.ts';
import { joinedCatalogue } from './joined-catalogue.ts';
import { by } from './order.ts';
import { overlaid } from './overlay.ts';
import { aggregateOf } from './with-aggregates.ts';

/**
 * The org as the files would make it: its users, with the containers that the files define in place of the org's.
 * A permission set's file replaces it whole, a profile's changes what it mentions (Metadata API, "Profile": what is
 * left out stays); groups with a changed member are computed anew. What files cannot tell comes from the org.
 * @param source files alone: no facts joined yet, no aggregates.
 * @param facts must cover the needs of the source: see `uncovered` in uncovered-needs.ts.
 */
export function withFacts(source: Snapshot, facts: OrgSnapshot): Snapshot {
  if (source.source.kind !== 'source') throw new Error('Facts are joined with files');
  const flows = joinedFlows(source, facts);
  const flowIds = new Map(
    flows.map(({ id, name, namespace }) => [nameKey(flowName({ name, namespace })), id]),
  );
  const renamed = new Map<string, string>();
  const containers = joinedContainers(
    source.containers.map((each) => withFlowIds(each, flowIds)),
    facts,
    renamed,
  );
  const changed = new Set([...source.containers.map(({ id }) => renamed.get(id) ?? id)]);
  const groups = joinedGroups(source, facts, renamed);
  return {
    ...facts,
    collectedAt: source.collectedAt,
    source: { ...source.source, facts: { org: facts.source, collectedAt: facts.collectedAt } },
    cost: source.cost,
    needs: source.needs,
    catalogue: joinedCatalogue(source.catalogue, facts.catalogue),
    flows: source.needs.flows === true && facts.flows.status === 'ok' ? ok(flows) : facts.flows,
    containers: withNewAggregates(containers, groups, changed).toSorted(by(({ id }) => id)),
    groups: groups.toSorted(by(({ id }) => id)),
    warnings: [...facts.warnings, ...source.warnings],
  };
}

const ok = <T>(value: T): Part<T> => ({ status: 'ok', value });
const valuesOf = <T>(part: Part<readonly T[]>): readonly T[] => (part.status === 'ok' ? part.value : []);

/** Flows of the org, changed as their files say, and new ones. A flow keeps the Id that its grants go by. */
function joinedFlows(source: Snapshot, facts: OrgSnapshot): readonly Flow[] {
  const fromFiles = new Map(valuesOf(source.flows).map((flow) => [nameKey(flowName(flow)), flow]));
  const known = valuesOf(facts.flows).map((flow) => {
    const file = fromFiles.get(nameKey(flowName(flow)));
    fromFiles.delete(nameKey(flowName(flow)));
    return file === undefined ? flow : { ...file, id: flow.id };
  });
  return [...known, ...fromFiles.values()];
}

function withFlowIds(container: Container, ids: ReadonlyMap<string, string>): Container {
  const named = <T extends { readonly flowId: string }>(entry: T): T => ({
    ...entry,
    flowId: ids.get(nameKey(entry.flowId.replace(/^flow:/u, ''))) ?? entry.flowId,
  });
  const { flows, denials } = container;
  return {
    ...container,
    flows: flows.status === 'ok' ? ok(flows.value.map(named)) : flows,
    ...(denials && { denials: { ...denials, flows: denials.flows.map(named) } }),
  };
}

/** @param renamed filled: Ids of containers in files → Ids of the same in the org. */
function joinedContainers(
  files: readonly Container[],
  facts: OrgSnapshot,
  renamed: Map<string, string>,
): readonly Container[] {
  const unmatched = new Map(files.map((file) => [file.id, file]));
  const known = facts.containers.map((org) => {
    const file = [...unmatched.values()].find((each) => isSame(each, org));
    if (file === undefined) return org;
    unmatched.delete(file.id);
    renamed.set(file.id, org.id);
    return overlaid(org, file);
  });
  return [...known, ...unmatched.values()];
}

/** A profile is known by its label in an org, by its file name in files: `Admin` is System Administrator. */
function isSame(file: Container, org: Container): boolean {
  if (file.kind !== org.kind) return false;
  if (sameName(file.apiName, org.apiName)) return true;
  return file.kind === 'profile' && sameName(file.title, org.title);
}

function joinedGroups(
  source: Snapshot,
  facts: OrgSnapshot,
  renamed: ReadonlyMap<string, string>,
): readonly PermissionSetGroup[] {
  const inOrg = idsByName(facts.containers);
  const idOf = (id: string) => renamed.get(id) ?? inOrg.get(nameKey(id)) ?? id;
  const unmatched = new Map(
    source.groups.map((group) => [
      nameKey(group.apiName),
      {
        ...group,
        components:
          group.components.status === 'ok'
            ? ok({
                members: group.components.value.members.map(idOf),
                muting: group.components.value.muting.map(idOf),
              })
            : group.components,
      },
    ]),
  );
  const known = facts.groups.map((group) => {
    const file = unmatched.get(nameKey(group.apiName));
    unmatched.delete(nameKey(group.apiName));
    return file === undefined ? group : { ...file, id: group.id };
  });
  return [...known, ...unmatched.values()];
}

/** As files name them: `permission-set:Sync`. */
const idsByName = (containers: readonly Container[]): ReadonlyMap<string, string> =>
  new Map(containers.map(({ id, kind, apiName }) => [nameKey(`${kind}:${apiName}`), id]));

/** Aggregates of groups that the files change, or whose members or muting sets they change, computed anew. */
function withNewAggregates(
  containers: readonly Container[],
  groups: readonly PermissionSetGroup[],
  changed: ReadonlySet<string>,
): readonly Container[] {
  const byId = new Map(containers.map((each) => [each.id, each]));
  const isChanged = ({ at, components }: PermissionSetGroup): boolean =>
    at !== undefined ||
    (components.status === 'ok' &&
      [...components.value.members, ...components.value.muting].some((id) => changed.has(id)));
  const anew = groups.filter(isChanged);
  const of = (groupId: string) =>
    containers.find((each) => each.kind === 'group' && each.groupId === groupId);
  const computed = anew.map((group) => aggregateOf(group, byId, of(group.id)?.id ?? group.id));
  const replaced = new Set(computed.map(({ id }) => id));
  return [...containers.filter(({ id }) => !replaced.has(id)), ...computed];
}
