import type { AccessGraph, GraphEdge, GraphNode } from './graph-model.ts';

/** A graph as a nested list: a node, how one comes to it, and what comes after it. */
export interface Branch {
  readonly node: GraphNode;
  /** The edge to it; null at the start. */
  readonly by: GraphEdge | null;
  readonly branches: readonly Branch[];
}

/** Every way from the subject, unrolled: what several ways share stands in each of them. */
export function graphTree({ nodes, edges }: AccessGraph): Branch | null {
  const [start] = nodes;
  if (start === undefined) return null;
  const known = new Map(nodes.map((node) => [node.id, node]));
  const branch = (node: GraphNode, by: GraphEdge | null): Branch => ({
    node,
    by,
    branches: edges
      .filter(({ from }) => from === node.id)
      .flatMap((edge) => {
        const next = known.get(edge.to);
        return next === undefined ? [] : [branch(next, edge)];
      }),
  });
  return branch(start, null);
}

const edgeWords: Readonly<Record<GraphEdge['kind'], string>> = {
  gives: '',
  lapsed: 'no more',
  missing: 'not',
  doubtful: 'perhaps',
  muted: 'taken away',
  mutes: 'takes away',
};

/** How one comes to a node, in words. */
export const edgeText = ({ kind, words }: GraphEdge): string => (words === '' ? edgeWords[kind] : words);

/** A node in words: `permission set 'Sync extras'`. */
export const nodeText = ({ kind, title, words }: GraphNode): string =>
  kind === 'assignment' || kind === 'gap' ? `${title}: ${words}` : `${title} (${words})`;
