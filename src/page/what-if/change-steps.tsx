import { useId } from 'preact/hooks';
import { changeSentence } from '../../what-if/change-text.ts';
import { LongText } from '../parts/long-text.tsx';
import { namingSnapshot, withoutChange } from './change-list.ts';
import type { Trying } from './trying.ts';
import { focusHome } from './use-focus-home.ts';

/** The changes that are being tried, in their order, each with a way back. */
export function ChangeSteps({ before, changes, setChanges }: Trying) {
  const title = useId();
  const named = namingSnapshot(before.situation, changes);
  return (
    <section aria-labelledby={title}>
      <h3 id={title} {...focusHome}>
        Being tried
      </h3>
      {changes.length === 0 ? (
        <p class="what-if-quiet">
          Nothing yet: what is chosen under Assignments, Permissions or Org and sync stands here.
        </p>
      ) : (
        <>
          <ol class="what-if-steps">
            {changes.map((change, index) => (
              <li key={index}>
                <LongText text={changeSentence(change, named)} />{' '}
                <button type="button" onClick={() => setChanges(withoutChange(changes, index))}>
                  Undo <span class="parts-unseen">step {index + 1}</span>
                </button>
              </li>
            ))}
          </ol>
          <button type="button" onClick={() => setChanges([])}>
            Undo all
          </button>
        </>
      )}
    </section>
  );
}
