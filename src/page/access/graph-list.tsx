import { LongText } from '../parts/long-text.tsx';
import { Names } from '../parts/names.tsx';
import { type Branch, edgeText, nodeText } from './graph-tree.ts';

/** The graph in words: under each node what comes after it. */
export const GraphList = ({ branches }: { readonly branches: readonly Branch[] }) => (
  <ul class="access-tree">
    {branches.map(({ node, by, branches: next }) => {
      const way = by === null ? '' : edgeText(by);
      return (
        <li key={node.id}>
          {way !== '' && (
            <>
              <Names text={way} />:{' '}
            </>
          )}
          <LongText text={nodeText(node)} />
          {next.length > 0 && <GraphList branches={next} />}
        </li>
      );
    })}
  </ul>
);
