import type { Report } from '../../model/report.ts';
import { Choice } from '../frame/choice.tsx';
import { type Filter, noFilter } from './filter.ts';
import type { Setup } from './mend.tsx';
import { type Grouping, groupings, type Kind, kindTitles } from './sorted.ts';

/** How the reader wants to see the results. */
export interface Reading {
  readonly filter: Filter;
  readonly grouping: Grouping;
  readonly setup: Setup;
  readonly unfolded: boolean;
}

export const firstReading: Reading = {
  filter: noFilter,
  grouping: 'verdict',
  setup: 'lightning',
  unfolded: false,
};

interface FilterBarProps {
  readonly report: Report;
  readonly reading: Reading;
  readonly read: (reading: Reading) => void;
  /** Who is looked at in the other views. */
  readonly setSubjectId: (id: string) => void;
}

const anything = { value: '', text: 'All' };
const levels = ['error', 'warning', 'note'].map((level) => ({ value: level, text: level }));
const optionsOf = (titles: Readonly<Record<string, string>>) =>
  Object.entries(titles).map(([value, text]) => ({ value, text }));

export function FilterBar({ report, reading, read, setSubjectId }: FilterBarProps) {
  const { filter } = reading;
  const narrow = (part: Partial<Filter>) => read({ ...reading, filter: { ...filter, ...part } });
  return (
    <search class="verdict-bar" aria-label="Requirements">
      <label class="frame-choice">
        <span>Search</span>{' '}
        <input
          type="search"
          value={filter.text}
          onInput={({ currentTarget }) => narrow({ text: currentTarget.value })}
        />
      </label>
      <Choice
        label="Verdict"
        options={[anything, ...optionsOf(kindTitles)]}
        value={filter.kind}
        choose={(kind) => narrow({ kind: kind as Kind | '' })}
      />
      <Choice
        label="Level"
        options={[anything, ...levels]}
        value={filter.level}
        choose={(level) => narrow({ level: level as Filter['level'] })}
      />
      {report.subjects.length < 2 ? null : (
        <Choice
          label="Results of"
          options={[anything, ...report.subjects.map(({ id, name }) => ({ value: id, text: name }))]}
          value={filter.subjectId}
          choose={(subjectId) => {
            narrow({ subjectId });
            if (subjectId !== '') setSubjectId(subjectId);
          }}
        />
      )}
      <Choice
        label="Group by"
        options={optionsOf(groupings)}
        value={reading.grouping}
        choose={(grouping) => read({ ...reading, grouping: grouping as Grouping })}
      />
      <Choice
        label="Steps for"
        options={optionsOf({ lightning: 'Lightning Experience', classic: 'Salesforce Classic' })}
        value={reading.setup}
        choose={(setup) => read({ ...reading, setup: setup as Setup })}
      />
      {report.baseline === null ? null : (
        <label class="frame-choice">
          <input
            type="checkbox"
            checked={filter.onlyNew}
            onChange={({ currentTarget }) => narrow({ onlyNew: currentTarget.checked })}
          />{' '}
          Only what is new
        </label>
      )}
      <button
        type="button"
        aria-pressed={reading.unfolded}
        onClick={() => read({ ...reading, unfolded: !reading.unfolded })}
      >
        Unfold all
      </button>
    </search>
  );
}
