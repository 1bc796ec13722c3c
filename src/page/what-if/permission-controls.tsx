import { useId, useMemo, useState } from 'preact/hooks';
import { gapSentence } from '../../engine/wording/gaps.ts';
import { shownText } from '../../plain/shown-text.ts';
import type { Judged } from '../judged.ts';
import { DecisionBadge } from '../parts/decision-badge.tsx';
import { Names } from '../parts/names.tsx';
import { Some } from '../parts/some.tsx';
import { type Offer, offersOf } from './offers.ts';
import { kindOf, type Target, type Ticked, targetsOf, tick, tickedIn, titleOf } from './targets.ts';
import type { Trying } from './trying.ts';
import { focusHome } from './use-focus-home.ts';

/** Permissions to be ticked and unticked: in a new set, in what the subject has, in the muting of its groups. */
export function PermissionControls({ before, tried, subjectId, changes, setChanges }: Trying) {
  const { snapshot } = tried.situation;
  const [targetId, setTarget] = useState('new-set');
  const title = useId();
  const targets = useMemo(() => targetsOf(snapshot, subjectId), [snapshot, subjectId]);
  const target = targets.find(({ id }) => id === targetId) ?? targets[0];
  const ticked = useMemo(() => target && tickedIn(snapshot, target), [snapshot, target]);
  const lacking = useMemo(() => lackingKeys(before, subjectId), [before, subjectId]);
  const offers = useMemo(
    () =>
      offersFor(tried, subjectId).map((each) => ({
        ...each,
        isLacking: each.isLacking || lacking.has(each.key),
      })),
    [tried, subjectId, lacking],
  );
  const record = snapshot.subjects.find(({ subject }) => subject.id === subjectId);
  if (target === undefined || ticked === undefined || record === undefined) return null;
  const change = ({ entries }: Offer, on: boolean) => {
    const done = tick(target, entries, on, { snapshot, subjectId });
    setChanges([...changes, done.change]);
    setTarget(done.targetId);
  };
  return (
    <section aria-labelledby={title}>
      <h3 id={title} {...focusHome}>
        Permissions
      </h3>
      {record.assignments.status === 'unavailable' ? (
        <p>{gapSentence('What is assigned', record.assignments.reason)}</p>
      ) : (
        <>
          <TargetChoice targets={targets} chosen={target} choose={setTarget} />
          <Offers key={target.kind} {...{ target, ticked, offers, change }} />
        </>
      )}
    </section>
  );
}

const offersFor = ({ accesses, results }: Judged, subjectId: string): readonly Offer[] => {
  const access = accesses.find(({ subject }) => subject.id === subjectId);
  return access === undefined ? [] : offersOf(access, results);
};

/** What was lacking stays in sight once it is ticked. */
const lackingKeys = (before: Judged, subjectId: string): ReadonlySet<string> =>
  new Set(
    offersFor(before, subjectId)
      .filter(({ isLacking }) => isLacking)
      .map(({ key }) => key),
  );

interface TargetChoiceProps {
  readonly targets: readonly Target[];
  readonly chosen: Target;
  readonly choose: (id: string) => void;
}

function TargetChoice({ targets, chosen, choose }: TargetChoiceProps) {
  const field = useId();
  return (
    <p class="what-if-line">
      <label for={field}>Change</label>
      <select id={field} value={chosen.id} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {targets.map((target) => (
          <option key={target.id} value={target.id}>
            {shownText(titleOf(target))}
          </option>
        ))}
      </select>
    </p>
  );
}

interface OffersProps {
  readonly target: Target;
  readonly ticked: Ticked;
  readonly offers: readonly Offer[];
  readonly change: (offer: Offer, on: boolean) => void;
}

function Offers({ target, ticked, offers, change }: OffersProps) {
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
