import { entryLabel } from '../../engine/entry-label.ts';
import { gapWords } from '../../engine/wording/gaps.ts';
import { entryAt, missAt, placeText } from '../../engine/wording/places.ts';
import type { AssignmentRef, ContainerRef, Entry, Grant, NearMiss } from '../../model/access.ts';
import type { Gap, Location } from '../../model/part.ts';
import { dayOf } from '../../plain/days.ts';
import { containerKinds } from '../../salesforce/labels.ts';
import type { GraphBuilder } from './graph-builder.ts';
import type { EdgeKind, GraphNode, NodeId, Span } from './graph-model.ts';

/** Subject → assignment → group → container → members → entry → permission. */
export function drawGrant(graph: GraphBuilder, span: Span, grant: Grant): void {
  const { start, end } = span;
  const { container, through, members = [], entry } = grant;
  if (entry.kind === 'fixed') {
    // Nothing takes it away, so no assignment has to do with it.
    const fixed = graph.node(`fixed ${entry.what}`, {
      kind: 'entry',
      title: entry.what,
      words: 'needs no grant',
      standing: 'holds',
    });
    graph.edge(start, fixed, 'gives');
    graph.edge(fixed, end, 'gives');
    return;
  }
  const last = drawChain(graph, start, through, container, 'in-force');
  const target = drawEntry(graph, span, entry);
  const words = whereText(entryAt(entry));
  if (members.length === 0) graph.edge(last, target, 'gives', words);
  for (const member of members) {
    const node = drawContainer(graph, member, 'member');
    graph.edge(last, node, 'gives');
    graph.edge(node, target, 'gives', words);
  }
}

/** The same way, with what stands in it. */
export function drawMiss(graph: GraphBuilder, span: Span, miss: NearMiss): void {
  const { start, subject } = span;
  const { kind, container, through, mutedBy } = miss;
  const target = drawEntry(graph, span, miss.entry);
  const place = whereText(missAt(miss));
  const why = [tails[kind].words, place].filter((text) => text !== '').join(', ');
  if (through === null) {
    const node = drawContainer(graph, container, '', 'lapsed');
    graph.edge(start, node, 'missing', subject.kind === 'user' ? 'not assigned' : 'not in the persona');
    graph.edge(node, target, 'missing', place);
    return;
  }
  const last = drawChain(graph, start, through, container, kind);
  graph.edge(last, target, tails[kind].kind, why);
  if (kind !== 'muted' || mutedBy === undefined) return;
  const muting = drawContainer(graph, mutedBy);
  const group = drawGroup(graph, through);
  graph.edge(group ?? last, muting, 'mutes', 'mutes');
  graph.edge(muting, target, 'mutes', ['takes it away', place].filter((text) => text !== '').join(', '));
}

/** What could not be read may grant it. */
export function drawGap(graph: GraphBuilder, { start, end }: Span, gap: Gap): void {
  const node = graph.node(`gap ${gapWords(gap)}`, {
    kind: 'gap',
    title: gapWords(gap),
    words: 'not known',
    standing: 'doubtful',
  });
  graph.edge(start, node, 'doubtful');
  graph.edge(node, end, 'doubtful', 'may grant it');
}

const lapsedKinds = ['expired', 'inactive', 'revoked'] as const;
const isLapsed = (kind: Standing): kind is (typeof lapsedKinds)[number] =>
  (lapsedKinds as readonly string[]).includes(kind);

type Standing = NearMiss['kind'] | 'in-force';

/** How the last step of a way that misses is drawn, and what is said of it. */
const tails: Readonly<Record<NearMiss['kind'], { readonly kind: EdgeKind; readonly words: string }>> = {
  refused: { kind: 'missing', words: 'its entry says no' },
  expired: { kind: 'lapsed', words: '' },
  inactive: { kind: 'lapsed', words: '' },
  revoked: { kind: 'lapsed', words: '' },
  'session-based': { kind: 'doubtful', words: 'only in a session that has activated it' },
  'outdated-group': { kind: 'doubtful', words: 'has to be recalculated' },
  muted: { kind: 'muted', words: 'taken away' },
  'not-assigned': { kind: 'missing', words: '' },
};

/** Assignment, group and container; gives the last of them. */
function drawChain(
  graph: GraphBuilder,
  start: NodeId,
  through: AssignmentRef,
  container: ContainerRef,
  standing: Standing,
): NodeId {
  const lapsed = isLapsed(standing);
  const edge = lapsed ? 'lapsed' : 'gives';
  const assignment = graph.node(`assignment ${through.id}`, {
    kind: 'assignment',
    title: 'Assignment',
    words: assignmentWords(through, standing),
    standing: lapsed ? 'lapsed' : 'holds',
  });
  graph.edge(start, assignment, edge);
  const group = drawGroup(graph, through);
  if (group !== null) graph.edge(assignment, group, edge);
  if (container.kind === 'group' && group !== null) return group;
  const node = drawContainer(graph, container, group === null ? '' : 'member');
  graph.edge(group ?? assignment, node, edge);
  return node;
}

function assignmentWords({ expires }: AssignmentRef, standing: Standing): string {
  const day = expires === null ? '' : dayOf(expires);
  if (standing === 'expired') return day === '' ? 'expired' : `expired on ${day}`;
  if (standing === 'inactive') return 'not active';
  if (standing === 'revoked') return 'revoked';
  return day === '' ? 'without an end' : `until ${day}`;
}

function drawGroup(graph: GraphBuilder, { group }: AssignmentRef): NodeId | null {
  if (group === null) return null;
  const upToDate = group.status === 'Updated';
  return graph.node(`group ${group.id}`, {
    kind: 'group',
    title: group.title,
    words: upToDate ? containerKinds.group : `${containerKinds.group}, status ${group.status}`,
    standing: upToDate ? 'holds' : 'doubtful',
  });
}

function drawContainer(
  graph: GraphBuilder,
  { id, kind, title }: ContainerRef,
  role = '',
  standing: GraphNode['standing'] = 'holds',
): NodeId {
  const words = [containerKinds[kind], role].filter((text) => text !== '').join(', ');
  return graph.node(`container ${id}`, { kind, title, words, standing });
}

/** The permission, or the entry that implies it. */
function drawEntry(graph: GraphBuilder, { end, half }: Span, entry: Entry): NodeId {
  if (half.isDirect(entry)) return end;
  const title = entryLabel(entry);
  const node = graph.node(`entry ${title} for ${end}`, {
    kind: 'entry',
    title,
    words: 'entry',
    standing: 'holds',
  });
  graph.edge(node, end, 'gives', 'implies');
  return node;
}

const whereText = (at: Location | undefined): string => (at === undefined ? '' : placeText(at));
