import { placeText } from '../../reporters/place-text.ts';
import type { Paragraph } from '../../reporters/text-block.ts';
import { LongText } from './long-text.tsx';
import { Some } from './some.tsx';

/** What the table of a report says in paragraphs, as a list: place, label and text of each. */
export function Paragraphs({
  list,
  all = false,
}: {
  readonly list: readonly Paragraph[];
  readonly all?: boolean;
}) {
  return (
    <Some items={list} most={50} noun="line" all={all}>
      {({ text, label = '', place }, index) => (
        <li key={index}>
          {label.trim() === '' ? null : <span class="parts-label">{label.trim()} </span>}
          {place === undefined ? null : (
            <code>
              <LongText text={placeText(place)} />
            </code>
          )}
          {place === undefined || text === '' ? null : ': '}
          {text === '' ? null : <LongText text={text} />}
        </li>
      )}
    </Some>
  );
}
