import { useEffect } from 'preact/hooks';
import type { PageDocument } from '../model/page.ts';
import { terminalText } from '../reporters/terminal-text.ts';
import { verdictHeads } from '../reporters/verdict-line.ts';
import { BrokenView } from './frame/broken-view.tsx';
import { Controls } from './frame/controls.tsx';
import { Footer } from './frame/footer.tsx';
import { Header } from './frame/header.tsx';
import { OtherwiseNotice } from './frame/otherwise-notice.tsx';
import { TriedNotice } from './frame/tried-notice.tsx';
import { cut } from './parts/cut.ts';
import { Printing, usePrinting } from './printing.ts';
import { useAddress } from './use-address.ts';
import { useSides } from './use-sides.ts';
import { views } from './views.ts';

/** Everything there is to see of a document: the frame, and in it the view that the address names. */
export function Page({ document: data }: { readonly document: PageDocument }) {
  const sides = useSides(data);
  const [address, go] = useAddress();
  const printing = usePrinting();
  const { report, changes, setChanges, triedFirst, read } = sides;
  const side = data.sides[sides.side] ?? data.sides[0];
  const offered = views.filter(({ isFor }) => isFor(data));
  const view = offered.find(({ id }) => id === (printing ? 'verdict' : address.view)) ?? views[0];
  const place = view.id === address.view ? address.place : '';
  useTitle(`${verdictHeads[report.verdict].words}: ${side.name} · syncgate`);
  return (
    <Printing.Provider value={printing}>
      <header class="frame-header">
        {/* No link, whose address would take the place of the one that names the view. */}
        <button type="button" class="frame-skip" onClick={() => document.getElementById('view')?.focus()}>
          Skip to the view
        </button>
        <p class="frame-name">syncgate</p>
        <Header side={side} report={report} />
        <OtherwiseNotice report={side.report} judged={read[sides.side]?.results ?? []} />
        <TriedNotice
          changes={changes.length}
          read={data.sides[0].report}
          tried={triedFirst}
          undo={() => setChanges([])}
        />
        {printing ? null : (
          <Controls sides={sides} tabs={offered} shown={view.id} show={(id) => go({ view: id, place: '' })} />
        )}
      </header>
      <main>
        <div
          id="view"
          class="frame-view"
          tabIndex={-1}
          {...(printing ? {} : { role: 'tabpanel', 'aria-labelledby': `tab-${view.id}` })}
        >
          <BrokenView key={view.id}>
            <view.View
              {...sides}
              place={place}
              setPlace={(to) => go({ view: view.id, place: to })}
              printing={printing}
            />
          </BrokenView>
        </div>
      </main>
      <Footer report={report} printing={printing} />
    </Printing.Provider>
  );
}

function useTitle(title: string): void {
  useEffect(() => {
    document.title = cut(terminalText(title), 120);
  }, [title]);
}
