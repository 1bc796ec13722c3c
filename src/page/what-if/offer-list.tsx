import { useId, useState } from 'preact/hooks';
import { gapSentence } from '../../engine/wording/gaps.ts';
import { DecisionBadge } from '../parts/decision-badge.tsx';
import { Names } from '../parts/names.tsx';
import { Some } from '../parts/some.tsx';
import type { Offer } from './offers.ts';
import type { Target } from './targets.ts';
import { kindOf, type Ticked } from './ticked.ts';

export interface OfferListProps {
  readonly target: Target;
  readonly ticked: Ticked;
  readonly offers: readonly Offer[];
  readonly change: (offer: Offer, on: boolean) => void;
}

/** What can be ticked in a target, to be searched. */
export function OfferList({ target, ticked, offers, change }: OfferListProps) {
  const mutes = target.kind === 'muting';
  const [onlyLacking, setOnlyLacking] = useState(!mutes && offers.some(({ isLacking }) => isLacking));
  const [text, setText] = useState('');
  const shown = offers.filter(
    (offer) =>
      (ticked.offered?.has(offer.key) ?? true) && (!onlyLacking || offer.isLacking) && isFound(offer, text),
  );
  return (
    <>
      <Filter {...{ text, setText, onlyLacking, setOnlyLacking }} />
      <fieldset class="what-if-ticks">
        <legend>{mutes ? 'Ticked is what is muted' : 'Ticked is what is granted there'}</legend>
        {shown.length === 0 && <p class="what-if-quiet">No permission that was read is like that.</p>}
        <Some key={`${text} ${onlyLacking}`} items={shown} most={60} noun="permission">
          {(offer) => <Tick key={offer.key} {...{ offer, ticked, change }} />}
        </Some>
      </fieldset>
    </>
  );
}

/** Every word of the text, in any case. */
const isFound = ({ names }: Offer, text: string): boolean =>
  text
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => names.toLowerCase().includes(word));

interface FilterProps {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly onlyLacking: boolean;
  readonly setOnlyLacking: (only: boolean) => void;
}

function Filter({ text, setText, onlyLacking, setOnlyLacking }: FilterProps) {
  const field = useId();
  return (
    <p class="what-if-line">
      <label for={field}>Find</label>
      <input
        id={field}
        type="search"
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <label>
        <input
          type="checkbox"
          checked={onlyLacking}
          onChange={({ currentTarget }) => setOnlyLacking(currentTarget.checked)}
        />{' '}
        Only what requirements lack
      </label>
    </p>
  );
}

interface TickProps {
  readonly offer: Offer;
  readonly ticked: Ticked;
  readonly change: (offer: Offer, on: boolean) => void;
}

function Tick({ offer, ticked, change }: TickProps) {
  const { title, key, entries, decision } = offer;
  const gap = ticked.unread[kindOf(entries)];
  const isTicked = ticked.keys.has(key);
  const refusal = isTicked ? null : ticked.refusal(entries);
  return (
    <li>
      <label>
        <input
          type="checkbox"
          checked={isTicked}
          disabled={gap !== undefined || refusal !== null}
          onChange={({ currentTarget }) => change(offer, currentTarget.checked)}
        />{' '}
        <Names text={title} />
      </label>{' '}
      <DecisionBadge decision={decision} />
      {gap !== undefined && <span class="what-if-quiet"> {gapSentence('What is ticked', gap)}</span>}
      {gap === undefined && refusal !== null && (
        <span class="what-if-quiet">
          {' '}
          Cannot be ticked here: <Names text={refusal} />.
        </span>
      )}
    </li>
  );
}
