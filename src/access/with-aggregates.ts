import type { Completeness, Container, Entries, PermissionSetGroup } from '../model/container.ts';
import type { Gap, Part } from '../model/part.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { listed } from '../plain/lists.ts';
import { containerKinds } from '../salesforce/labels.ts';
import { type Atom, atomsOf, entriesFrom, mutedBy, withRequired } from './atoms.ts';
import { by } from './order.ts';

/**
 * Adds the aggregate of every group that has none: what its members grant, without what its muting sets take away.
 * Metadata files have no aggregates; an org computes the same (Salesforce Help, "Permission Set Groups").
 */
export function withAggregates(snapshot: Snapshot): Snapshot {
  const containers = new Map(snapshot.containers.map((each) => [each.id, each]));
  const there = new Set(
    snapshot.containers.flatMap(({ kind, groupId }) => (kind === 'group' ? (groupId ?? []) : [])),
  );
  const computed = snapshot.groups
    .filter(({ id }) => !there.has(id))
    .map((group) => aggregateOf(group, containers, group.id));
  return { ...snapshot, containers: [...snapshot.containers, ...computed].toSorted(by(({ id }) => id)) };
}

/**
 * One group's aggregate. What its known members grant is granted, unless a muting set may take it; what nobody is
 * known to grant may come from a member that could not be read.
 * @param id the Id that assignments know the aggregate by.
 */
export function aggregateOf(
  group: PermissionSetGroup,
  containers: ReadonlyMap<string, Container>,
  id: string,
): Container {
  const { apiName, title, at, components } = group;
  const identity = {
    ...{ id, kind: 'group' as const, title, apiName, isCustom: true, sessionBased: group.sessionBased },
    ...{ groupId: group.id, license: null, ...(at && { at }) },
  };
  if (components.status === 'unavailable') return unread(identity, components.reason);
  const members = components.value.members.map((each) => seen(each, containers));
  const muting = components.value.muting.map((each) => seen(each, containers));
  const memberDoubts = members.flatMap(({ doubt }) => doubt ?? []);
  const mutingDoubts = muting.flatMap(({ doubt }) => doubt ?? []);
  const muted = mutedBy(muting.flatMap(({ atoms }) => atoms));
  const given = withRequired(members.flatMap(({ atoms }) => atoms));
  const unclear = given.filter((atom) => muted.spares(atom) && muted.mayTake(atom));
  const granted =
    mutingDoubts.length > 0 ? [] : given.filter((atom) => muted.spares(atom) && !muted.mayTake(atom));
  const doubts = [...memberDoubts, ...mutingDoubts, ...(unclear.length > 0 ? [undocumented] : [])];
  return {
    ...identity,
    ...parts(entriesFrom(firstOfEach(granted))),
    ...(doubts.length > 0 && { denials: entriesFrom(firstOfEach(muted.atoms)) }),
    completeness: doubts.length === 0 ? { kind: 'complete' } : partial(title, doubts),
  };
}

const undocumented: Gap = {
  code: 'undocumented',
  message: 'whether muting Read on an object takes View All Fields with it is not documented',
  mend: 'mute View All Fields too',
};

interface Seen {
  readonly atoms: readonly Atom[];
  /** What is not known of it. */
  readonly doubt: Gap | null;
}

function seen(id: string, containers: ReadonlyMap<string, Container>): Seen {
  const container = containers.get(id);
  if (container === undefined) return { atoms: [], doubt: missing(id) };
  const { completeness, systemPermissions, objects, fields, flows } = container;
  const gap = [systemPermissions, objects, fields, flows].find(({ status }) => status === 'unavailable');
  const doubt =
    gap?.status === 'unavailable' ? gap.reason : completeness.kind === 'partial' ? completeness.reason : null;
  return { atoms: atomsOf(container), doubt };
}

/** Ids of what comes from files say what it is: `permission-set:Sync`. */
function missing(id: string): Gap {
  const [, kind, name] = /^(permission-set|muting):(.+)$/su.exec(id) ?? [];
  const what = containerKinds[kind === 'muting' ? 'muting' : 'permission-set'];
  return {
    code: 'source-cannot-tell',
    message: `${what} '${name ?? id}' has no file`,
    mend: `retrieve ${what} '${name ?? id}' (--write-manifest FILE), or give --facts FILE, a snapshot of the org`,
  };
}

function partial(title: string, doubts: readonly Gap[]): Completeness {
  const messages = [...new Set(doubts.map(({ message }) => message))];
  const mends = [...new Set(doubts.flatMap(({ mend }) => mend ?? []))];
  const at = doubts.find((each) => each.at)?.at;
  return {
    kind: 'partial',
    reason: {
      code: doubts[0]?.code ?? 'source-cannot-tell',
      message: `permission set group '${title}' is known in part only: ${listed(messages)}`,
      ...(mends.length > 0 && { mend: mends.join('; ') }),
      ...(at && { at }),
    },
  };
}

type Identity = Omit<
  Container,
  'completeness' | 'systemPermissions' | 'objects' | 'fields' | 'flows' | 'denials'
>;

function unread(identity: Identity, reason: Gap): Container {
  const part = { status: 'unavailable' as const, reason };
  return {
    ...identity,
    completeness: { kind: 'partial', reason },
    ...{ systemPermissions: part, objects: part, fields: part, flows: part },
  };
}

const ok = <T>(value: T): Part<T> => ({ status: 'ok', value });

const parts = ({ systemPermissions, objects, fields, flows }: Entries) => ({
  systemPermissions: ok(systemPermissions),
  objects: ok(objects),
  fields: ok(fields),
  flows: ok(flows),
});

/** What several members grant is there once, as the first of them has it. */
function firstOfEach(atoms: readonly Atom[]): readonly Atom[] {
  const byKey = new Map(atoms.toReversed().map((atom) => [atom.key, atom]));
  return [...byKey.values()].toSorted(by(({ key }) => key));
}
