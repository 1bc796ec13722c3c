import type { Location } from '../../model/part.ts';
import { placeText } from '../../reporters/place-text.ts';
import { LongText } from '../parts/long-text.tsx';

export const PlaceItem = ({ at }: { readonly at: Location | undefined }) =>
  at === undefined ? null : (
    <li>
      <Place at={at} />
    </li>
  );

/** In source: where it stands, and what stands there. */
export const Place = ({ at }: { readonly at: Location }) => (
  <>
    <code>
      <LongText text={placeText(at)} />
    </code>
    {at.snippet !== undefined && (
      <pre>
        <LongText text={at.snippet} />
      </pre>
    )}
  </>
);
