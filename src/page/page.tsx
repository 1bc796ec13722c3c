import { useMemo, useState } from 'preact/hooks';
import type { Change } from '../model/change.ts';
import type { PageDocument } from '../model/page.ts';
import { AccessView } from './access/access-view.tsx';
import { CompareView } from './compare/compare-view.tsx';
import { judgedSides } from './judged.ts';
import { VerdictView } from './verdict/verdict-view.tsx';
import type { ViewProps } from './view.ts';
import { WhatIfView } from './what-if/what-if-view.tsx';

const views = [
  { id: 'verdict', title: 'Verdict', View: VerdictView },
  { id: 'access', title: 'Access', View: AccessView },
  { id: 'what-if', title: 'What if', View: WhatIfView },
  { id: 'compare', title: 'Compare', View: CompareView },
] as const;

export function Page({ document }: { readonly document: PageDocument }) {
  const [changes, setChanges] = useState<readonly Change[]>([]);
  const [shown, show] = useState<(typeof views)[number]['id']>('verdict');
  const { read, tried } = useMemo(() => judgedSides(document, changes), [document, changes]);
  const props: ViewProps = { document, read, tried, changes, setChanges };
  const { View } = views.find(({ id }) => id === shown) ?? views[0];
  return (
    <>
      <header>
        <h1>syncgate</h1>
        <nav>
          {views
            .filter(({ id }) => id !== 'compare' || read.length > 1)
            .map(({ id, title }) => (
              <button
                type="button"
                key={id}
                aria-current={id === shown ? 'page' : undefined}
                onClick={() => show(id)}
              >
                {title}
              </button>
            ))}
        </nav>
      </header>
      <main>
        <View {...props} />
      </main>
    </>
  );
}
