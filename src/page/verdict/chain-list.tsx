import { placeText } from '../../reporters/place-text.ts';
import { Names } from '../parts/names.tsx';
import type { Link } from './chain.ts';

/** A chain from left to right; where it breaks it says why. */
export const ChainList = ({ links }: { readonly links: readonly Link[] }) => (
  <ol class="verdict-chain">
    {links.map(({ text, broken, at }, index) => (
      <li key={`${index} ${text}`} class={broken === undefined ? undefined : 'verdict-broken'}>
        <Names text={text} />
        {at === undefined ? null : (
          <>
            {' '}
            <code>
              <Names text={placeText(at)} />
            </code>
          </>
        )}
        {broken === undefined ? null : (
          <strong>
            {' '}
            ✖ <Names text={broken} />
          </strong>
        )}
      </li>
    ))}
  </ol>
);
