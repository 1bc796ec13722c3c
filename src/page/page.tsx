import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Change } from '../model/change.ts';
import type { PageDocument } from '../model/page.ts';
import { terminalText } from '../reporters/terminal-text.ts';
import { verdictHeads } from '../reporters/verdict-line.ts';
import { useAddress } from './address.ts';
import { BrokenView } from './frame/broken-view.tsx';
import { Choice } from './frame/choice.tsx';
import { Footer } from './frame/footer.tsx';
import { Header } from './frame/header.tsx';
import { OtherwiseNotice } from './frame/otherwise-notice.tsx';
import { Tabs } from './frame/tabs.tsx';
import { TriedNotice } from './frame/tried-notice.tsx';
import { judgedSides } from './judged.ts';
import { cut } from './parts/cut.ts';
import { usePrinting } from './printing.ts';
import { triedReport } from './tried-report.ts';
import type { ViewProps } from './view.ts';
import { views } from './views.ts';

/** Everything there is to see of a document: the frame, and in it the view that the address names. */
export function Page({ document: data }: { readonly document: PageDocument }) {
  const [changes, setChanges] = useState<readonly Change[]>([]);
  const [chosenSide, setSide] = useState(0);
  const [chosenSubject, setSubjectId] = useState<string | null>(null);
  const [address, go] = useAddress();
  const printing = usePrinting();
  const { read, tried } = useMemo(() => judgedSides(data, changes), [data, changes]);

  const shown = chosenSide === 0 ? tried : (read[chosenSide] ?? tried);
  const side = data.sides[chosenSide] ?? data.sides[0];
  const isTried = chosenSide === 0 && changes.length > 0;
  const report = useMemo(
    () => (isTried ? triedReport(side.report, shown.results) : side.report),
    [side, shown],
  );
  const subjects = shown.accesses.map(({ subject }) => subject);
  const subjectId = (subjects.find(({ id }) => id === chosenSubject) ?? subjects[0])?.id ?? null;
  const offered = views.filter(({ isFor }) => isFor(data));
  const view = offered.find(({ id }) => id === (printing ? 'verdict' : address.view)) ?? views[0];
  const { View } = view;
  const props: ViewProps = {
    ...{ document: data, read, tried, changes, setChanges, side: chosenSide, shown, report },
    ...{ subjectId, setSubjectId, printing },
    place: view.id === address.view ? address.place : '',
    setPlace: (place) => go({ view: view.id, place }),
  };
  useTitle(`${verdictHeads[report.verdict].words}: ${side.name} · syncgate`);

  return (
    <>
      <header class="frame-header">
        <button type="button" class="frame-skip" onClick={skipToView}>
          Skip to the view
        </button>
        <p class="frame-name">syncgate</p>
        <Header side={side} report={report} />
        <OtherwiseNotice report={side.report} judged={read[chosenSide] ?? read[0]} />
        <TriedNotice
          changes={changes.length}
          read={data.sides[0].report}
          tried={isTried ? report : data.sides[0].report}
          undo={() => setChanges([])}
        />
        {printing ? null : (
          <div class="frame-controls">
            {data.sides.length < 2 ? null : (
              <Choice
                label="Side"
                options={data.sides.map(({ name }, index) => ({ value: String(index), text: name }))}
                value={String(chosenSide)}
                choose={(value) => setSide(Number(value))}
              />
            )}
            {subjects.length < 2 ? null : (
              <Choice
                label="Who"
                options={subjects.map(({ id, name }) => ({ value: id, text: name }))}
                value={subjectId ?? ''}
                choose={setSubjectId}
              />
            )}
            <Tabs tabs={offered} shown={view.id} show={(id) => go({ view: id, place: '' })} />
          </div>
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
            <View {...props} />
          </BrokenView>
        </div>
      </main>
      <Footer report={report} printing={printing} />
    </>
  );
}

function useTitle(title: string): void {
  useEffect(() => {
    document.title = cut(terminalText(title), 120);
  }, [title]);
}

/** No link, whose address would take the place of the one that names the view. */
function skipToView(): void {
  document.getElementById('view')?.focus();
}
