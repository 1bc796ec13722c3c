import type { EdgeLabel, GraphLabel, NodeLabel, Point } from '@dagrejs/dagre';
import { Graph, layout } from '@dagrejs/dagre';
import { displayWidth } from '../../reporters/display-width.ts';
import { terminalText } from '../../reporters/terminal-text.ts';
import { cutText } from '../../reporters/wrap-text.ts';
import type { AccessGraph, GraphEdge, GraphNode } from './graph-model.ts';

/** A graph with a place for everything, in pixels from its upper left corner. */
export interface LaidOut {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly LaidOutNode[];
  readonly edges: readonly LaidOutEdge[];
}

export interface LaidOutNode {
  readonly node: GraphNode;
  /** Of its upper left corner. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface LaidOutEdge {
  readonly edge: GraphEdge;
  readonly points: readonly Point[];
  /** What is said of it, short enough for its place, whose middle this is. */
  readonly label: { readonly text: string; readonly x: number; readonly y: number } | null;
}

/** A screen that is not wide has its graph from top to bottom. */
export type Direction = 'down' | 'across';

const nodeWidth = 168;
const lineHeight = 18;
const padding = 12;
const columnsInNode = 20;
const mostLines = 3;
const labelColumns = 26;
const columnWidth = 7;

/** Gives every node and edge its place. */
export function layOut({ nodes, edges }: AccessGraph, direction: Direction): LaidOut {
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>();
  graph.setGraph({
    rankdir: direction === 'down' ? 'TB' : 'LR',
    nodesep: 24,
    ranksep: direction === 'down' ? 24 : 32,
    marginx: 8,
    marginy: 8,
  });
  for (const node of nodes) graph.setNode(node.id, { width: nodeWidth, height: heightOf(node) });
  const labels = edges.map(({ words }) =>
    words === '' ? '' : cutText(terminalText(words), labelColumns)[0],
  );
  edges.forEach(({ from, to }, index) => {
    const width = displayWidth(labels[index] ?? '') * columnWidth;
    graph.setEdge(from, to, width === 0 ? {} : { width, height: lineHeight, labelpos: 'c' });
  });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    nodes: nodes.map((node) => placed(node, graph.node(node.id))),
    edges: edges.map((edge, index) => drawn(edge, graph.edge(edge.from, edge.to), labels[index] ?? '')),
  };
}

function heightOf({ title, words }: GraphNode): number {
  const lines = (text: string) =>
    Math.min(mostLines, Math.ceil(displayWidth(terminalText(text).slice(0, 200)) / columnsInNode));
  return (lines(title) + lines(words)) * lineHeight + padding;
}

const placed = (node: GraphNode, { x = 0, y = 0, width, height }: NodeLabel): LaidOutNode => ({
  node,
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
});

const drawn = (edge: GraphEdge, { points = [], x = 0, y = 0 }: EdgeLabel, text: string): LaidOutEdge => ({
  edge,
  points,
  label: text === '' ? null : { text, x, y },
});
