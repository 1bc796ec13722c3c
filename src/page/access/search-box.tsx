import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Names } from '../parts/names.tsx';
import { FoundList } from './found-list.tsx';
import { type Findable, findables, notRead, search } from './search-permissions.ts';
import type { ShownAccess } from './shown-access.ts';

const most = 30;

export interface SearchBoxProps {
  readonly shown: ShownAccess;
  /** Leads to the cell of a permission. */
  readonly jump: (key: string) => void;
}

/** Finds any permission, object or field. WAI-ARIA Authoring Practices, "Combobox Pattern", with a list box. */
export function SearchBox({ shown, jump }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [unread, setUnread] = useState<Findable | null>(null);
  const { access, snapshot, permissions } = shown;
  const isAsked = query.trim() !== '';
  const all = useMemo(
    () => (isAsked ? findables([...permissions.values()], access, snapshot) : []),
    [permissions, access, snapshot, isAsked],
  );
  const { first, total } = useMemo(() => search(query, all, most), [query, all]);
  const isOpen = open && first.length > 0;
  useSlash(input);
  const choose = (found: Findable | undefined) => {
    if (found === undefined) return;
    setOpen(false);
    setUnread(found.permission === null ? found : null);
    if (found.permission !== null) jump(found.permission.key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && first.length > 0) {
      setActive(isOpen ? (active + step + first.length) % first.length : 0);
      setOpen(true);
    } else if (event.key === 'Enter' && isOpen) choose(first[active]);
    else if (event.key === 'Escape' && query !== '') {
      if (!isOpen) setQuery('');
      setOpen(false);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search class="access-search">
      <label for="access-query">Find a permission, object or field</label>
      <input
        id="access-query"
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-expanded={isOpen}
        aria-controls="access-found"
        aria-autocomplete="list"
        aria-activedescendant={isOpen ? `access-found-${active}` : undefined}
        aria-keyshortcuts="/"
        ref={input}
        value={query}
        onInput={({ currentTarget }) => {
          setQuery(currentTarget.value);
          setActive(0);
          setUnread(null);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <FoundList {...{ first, active, isOpen, choose }} />
      <p role="status">
        <SearchNote {...{ isAsked, total, unread }} />
      </p>
    </search>
  );
}

function SearchNote({
  isAsked,
  total,
  unread,
}: {
  readonly isAsked: boolean;
  readonly total: number;
  readonly unread: Findable | null;
}) {
  if (unread !== null) {
    return (
      <>
        <Names text={unread.title} /> is there; who may do what with it {notRead}.
      </>
    );
  }
  if (!isAsked) return null;
  if (total === 0) {
    return (
      <>
        Nothing that was read is called that. What no requirement asks for was not read: it may be there all
        the same.
      </>
    );
  }
  return <>{total > most ? `${total} found; the nearest ${most} are listed` : `${total} found`}</>;
}

/** The slash leads to the search, unless one is writing. */
function useSlash(input: { readonly current: HTMLInputElement | null }) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, target, ctrlKey, altKey, metaKey } = event;
      const writes = target instanceof Element && target.closest('input, textarea, select') !== null;
      if (key !== '/' || writes || ctrlKey || altKey || metaKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [input]);
}
