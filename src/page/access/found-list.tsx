import { Names } from '../parts/names.tsx';
import { type Findable, notRead } from './search-permissions.ts';
import { StateMark } from './states.tsx';

interface FoundListProps {
  readonly first: readonly Findable[];
  readonly active: number;
  readonly isOpen: boolean;
  readonly choose: (found: Findable) => void;
}

/** The list of a combobox: its input keeps the focus and says which option is meant. */
export const FoundList = ({ first, active, isOpen, choose }: FoundListProps) => (
  // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the list of a combobox, whose input has the focus
  <ul id="access-found" role="listbox" aria-label="Found" hidden={!isOpen}>
    {isOpen &&
      first.map((found, index) => (
        <li
          id={`access-found-${index}`}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the input has the focus, and its keys
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          key={found.permission?.key ?? `unread ${found.title}`}
          // Before the input loses its focus, and with it the list.
          onMouseDown={(event) => {
            event.preventDefault();
            choose(found);
          }}
        >
          <Names text={found.title} />
          {found.aliases.map((alias) => (
            <span class="access-note" key={alias}>
              <Names text={alias} />
            </span>
          ))}
          {found.permission === null ? (
            <span class="access-note">{notRead}</span>
          ) : (
            <StateMark state={found.permission.state} />
          )}
        </li>
      ))}
  </ul>
);
