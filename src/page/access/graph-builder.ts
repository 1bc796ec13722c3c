import type { AccessGraph, EdgeKind, GraphEdge, GraphNode, NodeId } from './graph-model.ts';

/** Collects nodes and edges, each once. */
export interface GraphBuilder {
  /** Adds a node unless it is there, and gives its id. */
  readonly node: (id: NodeId, node: Omit<GraphNode, 'id'>) => NodeId;
  /** Adds an edge unless the two have one. */
  readonly edge: (from: NodeId, to: NodeId, kind: EdgeKind, words?: string) => void;
  readonly built: (left: number) => AccessGraph;
}

export function graphBuilder(): GraphBuilder {
  const nodes = new Map<NodeId, GraphNode>();
  const edges = new Map<string, GraphEdge>();
  return {
    node: (id, node) => {
      if (!nodes.has(id)) nodes.set(id, { id, ...node });
      return id;
    },
    edge: (from, to, kind, words = '') => {
      const key = JSON.stringify([from, to]);
      if (!edges.has(key)) edges.set(key, { from, to, kind, words });
    },
    built: (left) => ({ nodes: inOrder(nodes, [...edges.values()]), edges: [...edges.values()], left }),
  };
}

/** As one comes by them on the ways from the first one, way by way; what all lead to comes last. */
function inOrder(nodes: ReadonlyMap<NodeId, GraphNode>, edges: readonly GraphEdge[]): readonly GraphNode[] {
  const passed = new Set<NodeId>();
  const ordered: NodeId[] = [];
  const pass = (id: NodeId): void => {
    if (passed.has(id)) return;
    passed.add(id);
    for (const { to } of edges.filter(({ from }) => from === id).toReversed()) pass(to);
    ordered.unshift(id);
  };
  for (const id of nodes.keys()) pass(id);
  return ordered.flatMap((id) => nodes.get(id) ?? []);
}
