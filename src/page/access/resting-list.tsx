import { signOf } from '../../reporters/verdict-signs.ts';
import { LongText } from '../parts/long-text.tsx';
import { Names } from '../parts/names.tsx';
import { Folded } from './folded.tsx';
import type { Resting } from './requirements-on.ts';

/** The requirements that rest on a permission, those that fail by it first. */
export function RestingList({ resting }: { readonly resting: readonly Resting[] }) {
  if (resting.length === 0)
    return <p>No result rests on it: no requirement asks for it, or one that fails by something else.</p>;
  const inOrder = [...resting.filter(({ blamed }) => blamed), ...resting.filter(({ blamed }) => !blamed)];
  return (
    <>
      <h4>Requirements that rest on it</h4>
      <Folded items={inOrder} what="requirements" render={(each) => <RestingItem {...each} />} />
    </>
  );
}

function RestingItem({ result, blamed }: Resting) {
  const { verdict, waiver, title, requirement, message } = result;
  const [sign, word] = signOf({ verdict, waived: waiver !== null });
  return (
    <li class={blamed ? 'access-blames' : undefined}>
      <span aria-hidden="true">{sign}</span> {word}: <Names text={title} /> (<Names text={requirement} />)
      {!blamed && verdict === 'fail' && ', not because of this'}
      {blamed && (
        <p>
          <LongText text={message} />
        </p>
      )}
    </li>
  );
}
