import { useRef, useState } from 'preact/hooks';
import { Names } from '../parts/names.tsx';
import type { Direction, LaidOut, LaidOutEdge, LaidOutNode } from './graph-layout.ts';
import { nodeText } from './graph-tree.ts';

export interface GraphDrawingProps {
  readonly drawing: LaidOut;
  readonly direction: Direction;
}

/** Draws a graph. Its nodes are one stop of the Tab key; arrows lead along them, and each shows what is beside it. */
export function GraphDrawing({ drawing, direction }: GraphDrawingProps) {
  const { width, height, nodes, edges } = drawing;
  const svg = useRef<SVGSVGElement>(null);
  const [at, setAt] = useState(0);
  const here = nodes[at]?.node.id;
  const onKeyDown = (event: KeyboardEvent) => {
    const to = nextNode(event.key, at, nodes.length);
    if (to === null) return;
    event.preventDefault();
    svg.current?.querySelectorAll('button')[to]?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: the nodes in it are pressed and read one by one
    <svg
      ref={svg}
      role="group"
      aria-label={`Ways drawn from ${direction === 'down' ? 'top to bottom' : 'left to right'}; the same stands below as a list`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      onKeyDown={onKeyDown}
    >
      <Arrows />
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: lines have no focus, and the list says them */}
      <g aria-hidden="true">
        {edges.map((edge) => (
          <Edge key={`${edge.edge.from}\n${edge.edge.to}`} {...edge} here={here} />
        ))}
      </g>
      {nodes.map((node, index) => (
        <Node key={node.node.id} {...node} isStop={index === at} enter={() => setAt(index)} />
      ))}
    </svg>
  );
}

const kinds: readonly LaidOutEdge['edge']['kind'][] = [
  'gives',
  'lapsed',
  'missing',
  'doubtful',
  'muted',
  'mutes',
];

const Arrows = () => (
  <defs>
    {kinds.map((kind) => (
      <marker
        key={kind}
        id={`access-arrow-${kind}`}
        class={`access-arrow access-edge-${kind}`}
        viewBox="0 0 10 10"
        refX="9"
        refY="5"
        markerUnits="userSpaceOnUse"
        markerWidth="10"
        markerHeight="10"
        orient="auto-start-reverse"
      >
        {/* What takes away ends in a bar. */}
        <path d={kind === 'mutes' ? 'M 7 0 L 9 0 L 9 10 L 7 10 z' : 'M 0 0 L 10 5 L 0 10 z'} />
      </marker>
    ))}
  </defs>
);

function Edge({ edge, points, label, here }: LaidOutEdge & { readonly here: string | undefined }) {
  const path = points
    .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'} ${x.toFixed(1)} ${y.toFixed(1)}`)
    .join(' ');
  const beside = edge.from === here || edge.to === here;
  return (
    <g class={`access-edge access-edge-${edge.kind}${beside ? ' access-beside' : ''}`}>
      <path d={path} marker-end={`url(#access-arrow-${edge.kind})`} />
      {label !== null && (
        <text x={label.x} y={label.y} text-anchor="middle" dominant-baseline="central">
          {label.text}
        </text>
      )}
    </g>
  );
}

interface NodeProps extends LaidOutNode {
  readonly isStop: boolean;
  readonly enter: () => void;
}

const Node = ({ node, x, y, width, height, isStop, enter }: NodeProps) => (
  <foreignObject x={x} y={y} width={width} height={height}>
    <button
      type="button"
      class={`access-node access-node-${node.kind} access-node-${node.standing}`}
      tabIndex={isStop ? 0 : -1}
      title={nodeText(node)}
      onFocus={enter}
      onClick={enter}
    >
      <span class="access-node-title">
        <Names text={node.title} />
      </span>
      <span class="access-node-words">
        <Names text={node.words} />
      </span>
    </button>
  </foreignObject>
);

function nextNode(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return Math.min(at + 1, count - 1);
    case 'ArrowUp':
    case 'ArrowLeft':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
