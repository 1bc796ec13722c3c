import type { PageDocument } from '../model/page.ts';
import type { Report } from '../model/report.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { placeTitle } from '../reporters/place-title.ts';
import { wrongUsage } from './failure.ts';
import type { Question } from './question.ts';

/** What a run read, asked and found. */
export interface ReportedRun {
  readonly question: Question;
  readonly snapshot: Snapshot;
  readonly report: Report;
}

const pageDocument = ({ question: { packs, settings }, snapshot, report }: ReportedRun): PageDocument => ({
  ...{ pageVersion: 1, packs, settings },
  sides: [{ name: placeTitle(report.source), snapshot, report }],
});

/**
 * Loads what writes pages.
 *
 * @throws Refusal (2) where syncgate runs from its sources and the page has not been built yet.
 */
export async function pageWriter(): Promise<(run: ReportedRun) => string> {
  const { renderHtml } = await import('../reporters/report-html.ts');
  const { pageShell } = await import('../page/shell/page-shell.js').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw wrongUsage(
      'the page is not built yet, which syncgate needs for html. Run `npm run page` in its folder, and run this again',
    );
  });
  return (run) => renderHtml(pageDocument(run), pageShell);
}
