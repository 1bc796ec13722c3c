import { useEffect, useMemo } from 'preact/hooks';
import type { Report, Result } from '../../model/report.ts';
import { amountText } from '../../reporters/amounts.ts';
import { Fold } from '../parts/fold.tsx';
import { useKept } from '../parts/kept.ts';
import { Names } from '../parts/names.tsx';
import { Some } from '../parts/some.tsx';
import { resultKey } from '../tried-report.ts';
import type { ViewProps } from '../view.ts';
import { filtered, noFilter } from './filter.ts';
import { FilterBar, firstReading } from './filter-bar.tsx';
import { namedIn, requirementName } from './named.ts';
import { ResultCard } from './result-card.tsx';
import { type Group, groupsOf } from './sorted.ts';

/** What failed in the words of the vendor's product, worst first, with its grounds, its source and how to mend it. */
export function VerdictView({ report, shown, subjectId, setSubjectId, place, printing }: ViewProps) {
  const [reading, setReading] = useKept('verdict', firstReading);
  const named = namedIn(report, place, subjectId);
  const objects = useMemo(() => new Set(shown.situation.snapshot.needs.objects), [shown]);
  const all = report.results;
  // Paper has everything, and what the address names is never filtered away.
  const wanted = printing ? all : filtered(all, reading.filter);
  const visible = named === undefined || wanted.includes(named) ? wanted : filtered(all, noFilter);
  const groups = groupsOf(visible, reading.grouping, objects);
  const ids = useMemo(
    () => new Map(all.map((result, index) => [resultKey(result), `result-${index}`])),
    [all],
  );
  const namedId = named === undefined ? undefined : ids.get(resultKey(named));
  useGoing(namedId, place);
  const cards = (group: Group) => (
    <Some
      items={group.results}
      most={mostCards}
      noun="requirement"
      all={printing || (named !== undefined && group.results.includes(named))}
      class="verdict-results"
    >
      {(result) => (
        <li key={resultKey(result)}>
          <ResultCard
            result={result}
            id={ids.get(resultKey(result)) ?? ''}
            name={requirementName(report, result)}
            several={report.subjects.length > 1}
            setup={reading.setup}
            unfolded={printing || reading.unfolded || result === named}
            printing={printing}
          />
        </li>
      )}
    </Some>
  );
  return (
    <>
      {printing ? null : <FilterBar {...{ report, reading, setSubjectId }} read={setReading} />}
      <p role="status" class="verdict-count">
        {countText(report, visible)}
      </p>
      {groups.map((group) => (
        <section key={`${group.settled} ${group.title}`} class="verdict-group">
          {group.settled ? (
            <Fold
              title={<GroupTitle group={group} />}
              open={printing || reading.unfolded || (named !== undefined && group.results.includes(named))}
            >
              {cards(group)}
            </Fold>
          ) : (
            <>
              <GroupTitle group={group} />
              {cards(group)}
            </>
          )}
        </section>
      ))}
    </>
  );
}

/** Of one group, before the reader asks for more: many users have many results. */
const mostCards = 100;

const GroupTitle = ({ group: { title, results } }: { readonly group: Group }) => (
  <h2>
    <Names text={title} /> ({results.length})
  </h2>
);

function countText({ results }: Report, visible: readonly Result[]): string {
  const all = amountText(results.length, 'requirement');
  return visible.length === results.length ? all : `${visible.length} of ${all}`;
}

/** Goes to what the address names, when it does and whenever it names something else. */
function useGoing(id: string | undefined, place: string): void {
  useEffect(() => {
    if (id === undefined) return;
    const heading = document.getElementById(id);
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  }, [id, place]);
}
