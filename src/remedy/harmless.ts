import { atomsIn } from '../access/atoms.ts';
import { entriesOf, type RequirementStanding } from '../engine/index.ts';
import type { Access, Entry } from '../model/access.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { flowName } from '../salesforce/names.ts';
import { type Keys, type Rights, withRequired } from './rights.ts';

/**
 * As many of these rights as make no requirement worse: a pack may forbid something, or two things together. The ones
 * that targets rest on are taken first.
 */
export function harmlessAmong(
  keys: Keys,
  likely: Keys,
  rights: Rights,
  isHarmless: (keys: Keys) => boolean,
): Keys {
  if (isHarmless(keys)) return keys;
  const weight = (key: string): number => (likely.has(key) ? 0 : (rights.get(key)?.weight ?? 0));
  const inTurn = [...keys].sort((one, other) => weight(one) - weight(other));
  let taken: Keys = new Set();
  for (const key of inTurn) {
    const more = new Set([...taken, ...withRequired([key], rights)]);
    if (more.size === taken.size || [...more].some((each) => !keys.has(each))) continue;
    if (isHarmless(more)) taken = more;
  }
  return taken;
}

/**
 * The rights that would settle what these results rest on, and those that the subject holds and will not keep, with all
 * that they require.
 */
export function likelyRights(
  targets: readonly RequirementStanding[],
  access: Access,
  snapshot: Snapshot,
  rights: Rights,
): Keys {
  const entries = entriesOf(access);
  const cited = targets.flatMap(({ evidence }) =>
    evidence.flatMap((each) => (each.kind === 'decision' ? [each.decision] : [])),
  );
  const held = [...entries.keys()].filter(({ decision }) => decision === 'granted');
  const direct = [...cited, ...held].flatMap((decision) => keysFor(entries.get(decision), snapshot));
  return withRequired(
    direct.filter((key) => rights.has(key)),
    rights,
  );
}

function keysFor(entry: Entry | undefined, { flows }: Snapshot): readonly string[] {
  const none = { systemPermissions: [], objects: [], fields: [], flows: [] };
  if (entry === undefined || entry.kind === 'fixed') return [];
  if (entry.kind === 'system') return keysIn({ ...none, systemPermissions: [entry] });
  if (entry.kind === 'object')
    return keysIn({ ...none, objects: [{ object: entry.object, rights: [entry.right] }] });
  if (entry.kind === 'field')
    return keysIn({ ...none, fields: [{ ...entry, read: true, edit: entry.right === 'edit' }] });
  const known = flows.status === 'ok' ? flows.value : [];
  const named = known.filter((flow) => flowName(flow) === entry.flow);
  return keysIn({ ...none, flows: named.map(({ id }) => ({ flowId: id })) });
}

const keysIn = (entries: Parameters<typeof atomsIn>[0]): readonly string[] =>
  atomsIn(entries).map(({ key }) => key);
