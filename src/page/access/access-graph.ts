import type { Access, Decision } from '../../model/access.ts';
import { rightLabels } from '../../salesforce/labels.ts';
import { sameName } from '../../salesforce/names.ts';
import { type GraphBuilder, graphBuilder } from './graph-builder.ts';
import type { AccessGraph, Half, NodeId, Span } from './graph-model.ts';
import { drawGap, drawGrant, drawMiss } from './graph-ways.ts';
import { beforeRight } from './permission-words.ts';
import type { Permission } from './permissions.ts';

/** More ways than these are counted, not drawn. */
export const mostDrawn = 12;

/** The graph of one permission, of which at most this many ways are drawn for each of its halves. */
export function accessGraph(access: Access, permission: Permission, most = mostDrawn): AccessGraph {
  const graph = graphBuilder();
  const { subject } = access;
  const start = graph.node('subject', {
    kind: 'subject',
    title: subject.name,
    words: subject.kind,
    standing: 'holds',
  });
  const goal = (id: string, title: string, decision: Decision): NodeId =>
    graph.node(id, {
      kind: 'permission',
      title,
      words: decision.decision,
      standing: standings[decision.decision],
    });
  if (permission.decision === null) return graph.built(0);
  const end = goal('goal', permission.title, permission.decision);
  const halves = halvesOf(access, permission);
  const left = halves.map((half, index) => {
    if (halves.length === 1) return drawWays(graph, { start, end, subject, half }, most);
    const { title, words, decision } = half;
    const own = goal(`half ${index}`, title, decision);
    graph.edge(own, end, edgeOf[decision.decision], words);
    return drawWays(graph, { start, end: own, subject, half }, most);
  });
  return graph.built(left.reduce((sum, each) => sum + each, 0));
}

const standings = { granted: 'holds', denied: 'lapsed', unknown: 'doubtful' } as const;
const edgeOf = { granted: 'gives', denied: 'missing', unknown: 'doubtful' } as const;

/** A right on a field is field-level security and the right on its object; all else is one thing. */
function halvesOf(
  { objects, fields }: Access,
  { kind, key, title, decision, fieldLevel }: Permission,
): readonly Half[] {
  if (decision === null) return [];
  const whole = { title, words: '', decision, isDirect: isRight(kind, key.slice(key.lastIndexOf(':') + 1)) };
  const field = kind === 'field' ? fields[beforeRight(key)] : undefined;
  if (field === undefined || fieldLevel === undefined) return [whole];
  const object = Object.values(objects).find((each) => sameName(each.object, field.asked.object));
  const right = key.endsWith(':edit') ? 'edit' : 'read';
  if (object === undefined) return [whole];
  return [
    {
      title: `${rightLabels[right]} on the field`,
      words: 'field-level security',
      decision: fieldLevel,
      isDirect: isRight('field', right),
    },
    {
      title: `${object.object}: ${rightLabels[right]}`,
      words: 'object permission',
      decision: object.rights[right],
      isDirect: isRight('object', right),
    },
  ];
}

/** Decisions are about one thing each, so that kind and right tell its own entries from others that imply it. */
const isRight =
  (kind: Permission['kind'], nameOrRight: string): Half['isDirect'] =>
  (entry) => {
    if (entry.kind !== kind) return false;
    if (entry.kind === 'system') return sameName(entry.permission, nameOrRight);
    return entry.kind === 'flow' || entry.right === nameOrRight;
  };

/** Draws at most so many ways and gives how many are left. */
function drawWays(graph: GraphBuilder, span: Span, most: number): number {
  const { decision } = span.half;
  if (decision.decision === 'granted') {
    for (const grant of decision.grants.slice(0, most)) drawGrant(graph, span, grant);
    return Math.max(0, decision.grants.length - most);
  }
  const gaps = decision.decision === 'unknown' ? decision.because : [];
  const drawnGaps = gaps.slice(0, most);
  const misses = decision.nearMisses.slice(0, most - drawnGaps.length);
  for (const gap of drawnGaps) drawGap(graph, span, gap);
  for (const miss of misses) drawMiss(graph, span, miss);
  if (drawnGaps.length + misses.length === 0)
    graph.edge(span.start, span.end, 'missing', 'nothing grants it');
  return gaps.length - drawnGaps.length + decision.nearMisses.length - misses.length;
}
