import { useRef } from 'preact/hooks';

interface TabsProps {
  readonly tabs: readonly { readonly id: string; readonly title: string }[];
  readonly shown: string;
  readonly show: (id: string) => void;
}

const steps: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowRight: (index, last) => (index === last ? 0 : index + 1),
  ArrowLeft: (index, last) => (index === 0 ? last : index - 1),
  Home: () => 0,
  End: (_, last) => last,
};

/** The views as tabs (https://www.w3.org/WAI/ARIA/apg/patterns/tabs/): arrows go from one to the next and show it. */
export function Tabs({ tabs, shown, show }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const step = (event: KeyboardEvent) => {
    const to = steps[event.key]?.(
      tabs.findIndex(({ id }) => id === shown),
      tabs.length - 1,
    );
    const tab = to === undefined ? undefined : tabs[to];
    if (tab === undefined) return;
    event.preventDefault();
    show(tab.id);
    list.current?.querySelector<HTMLElement>(`#tab-${tab.id}`)?.focus();
  };
  return (
    <div class="frame-tabs" role="tablist" aria-label="Views" ref={list} onKeyDown={step}>
      {tabs.map(({ id, title }) => (
        <button
          type="button"
          role="tab"
          key={id}
          id={`tab-${id}`}
          aria-selected={id === shown}
          aria-controls="view"
          tabIndex={id === shown ? 0 : -1}
          onClick={() => show(id)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
