import type { HistoryRecord, RecordedResult, RecordedSubject } from '../model/history.ts';
import type {
  Change,
  Moment,
  PlaceTimeline,
  RequirementTimeline,
  SubjectTimeline,
  Timeline,
} from '../model/timeline.ts';
import { deepFreeze } from '../plain/deep-freeze.ts';
import { groupedBy } from '../plain/lists.ts';
import { causeSentence, unexplained } from './cause-words.ts';
import { explainChange, type Recorded } from './explain-change.ts';
import { byText } from './order.ts';

export interface TimelineFilter {
  /** Username, Id or persona. */
  readonly user?: string | undefined;
  readonly requirement?: string | undefined;
  /** Runs of earlier days are not shown, YYYY-MM-DD; what they came to is still known. */
  readonly since?: string | undefined;
}

interface Run {
  readonly record: HistoryRecord;
  readonly subject: RecordedSubject;
}

/** The verdicts over all these runs, in whatever order they come. */
export function makeTimeline(records: readonly HistoryRecord[], filter: TimelineFilter = {}): Timeline {
  const inOrder = records.toSorted(
    (a, b) =>
      Date.parse(a.collectedAt) - Date.parse(b.collectedAt) || byText(a.snapshotDigest, b.snapshotDigest),
  );
  const places = groupedBy(inOrder, ({ place }) => `${place.kind} ${place.name}`).map(
    (runs): PlaceTimeline => ({
      place: runs[runs.length - 1]?.place ?? runs[0].place,
      subjects: subjectsIn(runs, filter),
    }),
  );
  const shown = places.filter(({ subjects }) => subjects.length > 0);
  return deepFreeze({
    timelineVersion: 1,
    places: shown.toSorted((a, b) => byText(a.place.name, b.place.name)),
  });
}

function subjectsIn(
  records: readonly HistoryRecord[],
  { user, requirement, since = '' }: TimelineFilter,
): readonly SubjectTimeline[] {
  const runs = records.flatMap((record) => record.subjects.map((subject): Run => ({ record, subject })));
  return groupedBy(runs, ({ subject }) => subject.subject.id)
    .filter(([{ subject }]) => user === undefined || isCalled(subject, user))
    .flatMap((own): readonly SubjectTimeline[] => {
      const shown = own.filter(({ record }) => record.collectedAt.slice(0, 10) >= since);
      const last = shown.at(-1);
      if (last === undefined) return [];
      const requirements = requirementsOf(own)
        .filter((each) => requirement === undefined || each.requirement === requirement)
        .flatMap((each) => requirementTimeline(each, own, own.length - shown.length));
      const { subject } = last.subject;
      return requirements.length === 0
        ? []
        : [{ subject, runs: shown.map(({ record }) => record.collectedAt), requirements }];
    })
    .toSorted((a, b) => byText(a.subject.name, b.subject.name));
}

const isCalled = ({ subject }: RecordedSubject, user: string): boolean =>
  subject.id === user || subject.name.toLowerCase() === user.toLowerCase();

type Key = Pick<RecordedResult, 'pack' | 'requirement'>;

/** In the order of the last run that asked for them; what it did not ask for any more follows. */
function requirementsOf(runs: readonly Run[]): readonly Key[] {
  const found = new Map<string, Key>();
  for (const { subject } of runs.toReversed()) {
    for (const result of subject.results) {
      const key = JSON.stringify([result.pack, result.requirement]);
      if (!found.has(key)) found.set(key, result);
    }
  }
  return [...found.values()];
}

/** `skipped`: so many of the first runs are not shown. */
function requirementTimeline(
  { pack, requirement }: Key,
  runs: readonly Run[],
  skipped: number,
): readonly RequirementTimeline[] {
  const recorded = runs.map(({ record, subject }): (Recorded & { readonly at: string }) | null => {
    const result = subject.results.find((each) => each.pack === pack && each.requirement === requirement);
    return result === undefined ? null : { at: record.collectedAt, packs: record.packs, subject, result };
  });
  const asked = recorded.filter((each) => each !== null);
  const [last, first] = [asked.at(-1), asked[0]];
  if (last === undefined || first === undefined) return [];
  if (recorded.slice(skipped).every((each) => each === null)) return [];
  const pairs = asked.slice(1).map((to, index) => ({ from: asked[index] ?? to, to }));
  const turns = pairs.filter(({ from, to }) => !isSameVerdict(from.result, to.result));
  const shownFrom = runs[skipped]?.record.collectedAt ?? '';
  return [
    {
      pack,
      requirement,
      title: last.result.title,
      last: momentOf(last),
      since: turns.at(-1)?.to.at ?? first.at,
      verdicts: recorded
        .slice(skipped)
        .map((each) => each && { verdict: each.result.verdict, waived: each.result.waived }),
      changes: pairs
        .filter(({ from, to }) => to.at >= shownFrom && isChange(from.result, to.result))
        .map(({ from, to }) => changeOf(from, to)),
    },
  ];
}

const isSameVerdict = (one: RecordedResult, other: RecordedResult): boolean =>
  one.verdict === other.verdict && one.waived === other.waived;

/** Another verdict, weight, or another lack behind the same one. */
const isChange = (one: RecordedResult, other: RecordedResult): boolean =>
  !isSameVerdict(one, other) ||
  one.level !== other.level ||
  JSON.stringify(one.lacks) !== JSON.stringify(other.lacks);

const momentOf = ({ at, result: { verdict, waived, level, lacks } }: Recorded & { at: string }): Moment => ({
  ...{ at, verdict, waived, level, lacks },
});

function changeOf(from: Recorded & { at: string }, to: Recorded & { at: string }): Change {
  const causes = explainChange(from, to);
  const because =
    causes.length === 0 ? [unexplained] : [...new Set(causes.map((cause) => causeSentence(cause)))];
  return { from: momentOf(from), to: momentOf(to), causes, because };
}
