import type { PageDocument, PageSide } from '../model/page.ts';
import type { Report } from '../model/report.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { pageDocumentOf } from '../page/document.ts';
import { placeTitle } from '../reporters/place-title.ts';
import { wrongUsage } from './failure.ts';
import type { Question } from './question.ts';

/** What a run read, asked and found. */
export interface ReportedRun {
  readonly question: Question;
  readonly snapshot: Snapshot;
  readonly report: Report;
}

/** A run as one side of a page. */
const sideOf = ({ snapshot, report }: ReportedRun): PageSide => ({
  ...{ name: placeTitle(report.source), snapshot, report },
});

/**
 * Loads what writes pages.
 *
 * @throws Refusal (2) where syncgate runs from its sources and the page has not been built yet.
 */
export async function documentWriter(): Promise<(document: PageDocument) => string> {
  const { renderHtml } = await import('../reporters/report-html.ts');
  const { pageShell } = await import('../page/shell/page-shell.js').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw wrongUsage(
      'the page is not built yet, which syncgate needs for html. Run `npm run page` in its folder, and run this again',
    );
  });
  return (document) => renderHtml(document, pageShell);
}

/** The same, for a run by itself. */
export async function pageWriter(): Promise<(run: ReportedRun) => string> {
  const write = await documentWriter();
  return (run) => write(pageDocumentOf(run.question, sideOf(run)));
}
