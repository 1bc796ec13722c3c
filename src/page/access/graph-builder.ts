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
    built: (left) => ({ nodes: [...nodes.values()], edges: [...edges.values()], left }),
  };
}
