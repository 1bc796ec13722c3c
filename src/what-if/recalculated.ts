import { type Atom, atomsOf } from '../access/atoms.ts';
import { viewAllFieldsGap } from '../access/way-doubts.ts';
import type { Container, PermissionSetGroup } from '../model/container.ts';
import type { Gap } from '../model/part.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { editContainer } from './edit-container.ts';
import { inPart } from './in-part.ts';
import { contentsOf, type Held, type MakeUp, makeUpOf } from './make-up.ts';

/** What was done to something that groups are made of. */
export interface Touch {
  readonly atoms: readonly Atom[];
  /** What it can do to a group: give it more, take from it, or either. */
  readonly way: 'adds' | 'takes' | 'both';
  /** Whether a group is made of it, or may be where it is not known of what it is made. */
  readonly touches: (group: PermissionSetGroup) => boolean;
  /** What is gone from a group of which that is not known. */
  readonly mutes?: (atom: Atom) => Held;
}

/**
 * The aggregates of groups after their members or muting sets changed, as Salesforce would make them again. Only what
 * the change touches is worked out; all else stays as the org answered it, which knows members that nobody can read.
 * A group that is not up to date keeps what it last gave: whether and when it is made again, nobody knows.
 */
export function recalculated(before: Snapshot, after: Snapshot, touch: Touch): Snapshot {
  const [then, now] = [byId(before), byId(after)];
  const groupsThen = new Map(before.groups.map((group) => [group.id, group]));
  const groupsNow = new Map(after.groups.map((group) => [group.id, group]));
  const hidden = viewAllFieldsGap(after);
  const containers = after.containers.map((container) => {
    const group = container.kind === 'group' ? groupsNow.get(container.groupId ?? '') : undefined;
    const was = groupsThen.get(group?.id ?? '');
    if (group === undefined || was === undefined || !touch.touches(group)) return container;
    if (group.status !== 'Updated') return container;
    const makeUps = [makeUpOf(was, then, hidden), makeUpOf(group, now, hidden)] as const;
    return aggregateAfter(container, group, makeUps, touch, after);
  });
  return { ...after, containers };
}

const byId = ({ containers }: Snapshot): ReadonlyMap<string, Container> =>
  new Map(containers.map((each) => [each.id, each]));

function aggregateAfter(
  aggregate: Container,
  group: PermissionSetGroup,
  [was, is]: readonly [MakeUp, MakeUp],
  touch: Touch,
  snapshot: Snapshot,
): Container {
  const { has } = contentsOf(aggregate, aggregate.id);
  const touched = new Set(touch.atoms.map(({ key }) => key));
  const settled = { yes: [] as Atom[], no: [] as Atom[], unknown: [] as Atom[] };
  const all = [...atomsOf(aggregate), ...was.atoms, ...is.atoms, ...touch.atoms];
  for (const atom of new Map(all.map((each) => [each.key, each])).values()) {
    const next = nextOf(atom, group, [was, is], touch, touched);
    const known = has(atom);
    const isNews = next !== null && next !== known && !(next === 'unknown' && staysSo(known, touch.way));
    if (isNews) settled[next].push(atom);
  }
  const { yes, no, unknown } = settled;
  const edited = editContainer(aggregate, { adds: yes, takes: no });
  const reason: Gap = {
    code: is.gap?.code ?? 'undocumented',
    message: `what this change makes of permission set group '${aggregate.title}' is not known in full: ${is.gap?.message ?? undocumented}`,
    ...(is.gap?.mend !== undefined && { mend: is.gap.mend }),
  };
  return inPart(edited, unknown, reason, snapshot);
}

const undocumented = 'whether muting Read on an object takes View All Fields with it is not documented';

/** Whether the group gives it now; null where the change has nothing to do with that. */
function nextOf(
  atom: Atom,
  { components }: PermissionSetGroup,
  [was, is]: readonly [MakeUp, MakeUp],
  { mutes }: Touch,
  touched: ReadonlySet<string>,
): Held | null {
  if (components.status === 'unavailable' && mutes) {
    const muted = mutes(atom);
    return muted === 'no' ? null : muted === 'yes' ? 'no' : 'unknown';
  }
  const next = given(is, atom);
  const differs = was.inMembers(atom) !== is.inMembers(atom) || was.inMuting(atom) !== is.inMuting(atom);
  return differs || (next === 'unknown' && touched.has(atom.key)) ? next : null;
}

function given({ inMembers, inMuting }: MakeUp, atom: Atom): Held {
  const [member, muted] = [inMembers(atom), inMuting(atom)];
  if (member === 'no' || muted === 'yes') return 'no';
  return member === 'yes' && muted === 'no' ? 'yes' : 'unknown';
}

/** More given to a group takes nothing from it, and less gives it nothing. */
const staysSo = (known: Held, way: Touch['way']): boolean =>
  (known === 'yes' && way === 'adds') || (known === 'no' && way === 'takes');
