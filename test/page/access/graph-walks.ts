import type { AccessGraph, GraphNode } from '../../../src/page/access/graph-model.ts';

/** Every edge on a line: `sync@example.com → Assignment`, `M ⇢ Account: Read (takes it away)`. */
export function edgeLines({ nodes, edges }: AccessGraph): readonly string[] {
  const titles = new Map(nodes.map(({ id, title }) => [id, title]));
  return edges.map(
    ({ from, to, kind, words }) =>
      `${titles.get(from)} ${kind} ${titles.get(to)}${words === '' ? '' : ` (${words})`}`,
  );
}

/** Every walk from the first node to the end, as the ids on it. */
export function walksOf({ nodes, edges }: AccessGraph): readonly (readonly string[])[] {
  const walk = (id: string): readonly (readonly string[])[] => {
    const next = edges.filter(({ from }) => from === id);
    return next.length === 0 ? [[id]] : next.flatMap(({ to }) => walk(to).map((rest) => [id, ...rest]));
  };
  const [start] = nodes;
  return start === undefined ? [] : walk(start.id);
}

export const nodeWith = ({ nodes }: AccessGraph, title: string): GraphNode => {
  const node = nodes.find((each) => each.title === title);
  if (node === undefined) throw new Error(`No node ${title} among ${nodes.map((each) => each.title)}`);
  return node;
};
