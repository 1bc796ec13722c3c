import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Access } from '../../model/access.ts';
import { accessGraph, mostDrawn } from './access-graph.ts';
import { GraphDrawing } from './graph-drawing.tsx';
import { type Direction, layOut } from './graph-layout.ts';
import { GraphList } from './graph-list.tsx';
import { graphTree } from './graph-tree.ts';
import type { Permission } from './permissions.ts';

export interface GraphSectionProps {
  readonly access: Access;
  readonly permission: Permission;
}

/** From this width on there is room from left to right. */
const wide = 900;

/** The ways to a permission, drawn, and the same as a list. */
export function GraphSection({ access, permission }: GraphSectionProps) {
  const region = useRef<HTMLDivElement>(null);
  const [most, setMost] = useState(mostDrawn);
  const [direction, setDirection] = useState<Direction>('down');
  useLayoutEffect(() => {
    setDirection((region.current?.clientWidth ?? 0) >= wide ? 'across' : 'down');
  }, []);
  const graph = useMemo(() => accessGraph(access, permission, most), [access, permission, most]);
  const drawing = useMemo(() => layOut(graph, direction), [graph, direction]);
  const tree = useMemo(() => graphTree(graph), [graph]);
  return (
    <>
      <h4 id="access-graph">The ways to it</h4>
      {/** biome-ignore lint/a11y/useSemanticElements: what scrolls by itself has a name */}
      <div class="access-graph" role="region" aria-labelledby="access-graph" ref={region}>
        <GraphDrawing drawing={drawing} direction={direction} />
      </div>
      {graph.left > 0 && (
        <button type="button" onClick={() => setMost(most + mostDrawn)}>
          Draw {Math.min(graph.left, mostDrawn)} more ways of {graph.left}
        </button>
      )}
      <details>
        <summary>The same as a list</summary>
        {tree !== null && <GraphList branches={[tree]} />}
      </details>
    </>
  );
}
