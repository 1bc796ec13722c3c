import { useId, useMemo, useState } from 'preact/hooks';
import { gapSentence } from '../../engine/wording/gaps.ts';
import { shownText } from '../../plain/shown-text.ts';
import type { Judged } from '../judged.ts';
import { OfferList } from './offer-list.tsx';
import { type Offer, offersOf } from './offers.ts';
import { type Target, targetsOf, tick, titleOf } from './targets.ts';
import { tickedIn } from './ticked.ts';
import type { Trying } from './trying.ts';
import { focusHome } from './use-focus-home.ts';

/** Permissions to be ticked and unticked: in a new set, in what the subject has, in the muting of its groups. */
export function PermissionControls(trying: Trying) {
  const { tried, subjectId } = trying;
  const title = useId();
  const record = tried.situation.snapshot.subjects.find(({ subject }) => subject.id === subjectId);
  return (
    <section aria-labelledby={title}>
      <h3 id={title} {...focusHome}>
        Permissions
      </h3>
      {record?.assignments.status === 'unavailable' ? (
        <p>{gapSentence('What is assigned', record.assignments.reason)}</p>
      ) : (
        <Ticking {...trying} />
      )}
    </section>
  );
}

function Ticking({ before, tried, subjectId, changes, setChanges }: Trying) {
  const { snapshot } = tried.situation;
  const [targetId, setTarget] = useState('new-set');
  const targets = useMemo(() => targetsOf(snapshot, subjectId), [snapshot, subjectId]);
  const target = targets.find(({ id }) => id === targetId) ?? targets[0];
  const ticked = useMemo(() => tickedIn(snapshot, target), [snapshot, target]);
  const lacking = useMemo(() => lackingKeys(before, subjectId), [before, subjectId]);
  const offers = useMemo(
    () =>
      offersFor(tried, subjectId).map((each) => ({
        ...each,
        isLacking: each.isLacking || lacking.has(each.key),
      })),
    [tried, subjectId, lacking],
  );
  const change = ({ entries }: Offer, on: boolean) => {
    const done = tick(target, entries, on, { snapshot, subjectId });
    setChanges([...changes, done.change]);
    setTarget(done.targetId);
  };
  return (
    <>
      <TargetChoice targets={targets} chosen={target} choose={setTarget} />
      <OfferList key={target.kind} {...{ target, ticked, offers, change }} />
    </>
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
