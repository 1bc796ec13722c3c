import { Badge } from '../parts/badge.tsx';
import { LongText } from '../parts/long-text.tsx';
import { Names } from '../parts/names.tsx';
import { Some } from '../parts/some.tsx';
import type { Resting } from './requirements-on.ts';

/** The requirements that rest on a permission, those that fail by it first. */
export function RestingList({ resting }: { readonly resting: readonly Resting[] }) {
  if (resting.length === 0)
    return <p>No result rests on it: no requirement asks for it, or one that fails by something else.</p>;
  const inOrder = [...resting.filter(({ blamed }) => blamed), ...resting.filter(({ blamed }) => !blamed)];
  return (
    <>
      <h4>Requirements that rest on it</h4>
      <Some items={inOrder} most={10} noun="requirement">
        {(each) => <RestingItem key={each.result.requirement} {...each} />}
      </Some>
    </>
  );
}

function RestingItem({ result, blamed }: Resting) {
  const { verdict, waiver, title, requirement, message } = result;
  return (
    <li class={blamed ? 'access-blames' : undefined}>
      <Badge verdict={verdict} waived={waiver !== null} /> <Names text={title} /> (
      <Names text={requirement} />){!blamed && verdict === 'fail' && ', not because of this'}
      {blamed && (
        <p>
          <LongText text={message} />
        </p>
      )}
    </li>
  );
}
