import type { Result } from '../../model/report.ts';
import { baselineSentence } from '../../reporters/baseline-words.ts';
import { levelWords } from '../../reporters/level-words.ts';
import { placeText } from '../../reporters/place-text.ts';
import { LongText } from '../parts/long-text.tsx';
import { Some } from '../parts/some.tsx';

/** What stands beside a result: its waiver, who weighs it otherwise, what it was before, and where it is in files. */
export function ResultFacts({ result, all }: { readonly result: Result; readonly all: boolean }) {
  const facts = factsOf(result);
  return (
    <>
      {facts.map(({ label, text }) => (
        <p key={label}>
          <span class="parts-label">{label}:</span> <LongText text={text} />
        </p>
      ))}
      {result.related.length === 0 ? null : (
        <>
          <h4>In files</h4>
          <Some items={result.related} most={10} noun="place" all={all}>
            {({ at, text }, index) => (
              <li key={index}>
                <code>
                  <LongText text={placeText(at)} />
                </code>
                : <LongText text={text} />
              </li>
            )}
          </Some>
        </>
      )}
    </>
  );
}

function factsOf(result: Result): readonly { readonly label: string; readonly text: string }[] {
  const { waiver, at } = result;
  const change = levelWords(result);
  const before = baselineSentence(result);
  return [
    ...(waiver === null
      ? []
      : [{ label: 'Waived', text: `until ${waiver.expires} by ${waiver.owner}: ${waiver.reason}` }]),
    ...(change === null ? [] : [{ label: 'Level', text: change }]),
    ...(before === null ? [] : [{ label: 'Baseline', text: before }]),
    ...(at === null ? [] : [{ label: 'At', text: `${placeText(at)}${at.snippet ? `: ${at.snippet}` : ''}` }]),
  ];
}
