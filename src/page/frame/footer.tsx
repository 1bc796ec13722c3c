import type { Report } from '../../model/report.ts';
import { skippedBlock, unreadBlock, waiversBlock, warningsBlock } from '../../reporters/reading-blocks.ts';
import { reportDetails } from '../../reporters/report-head.ts';
import type { Paragraph } from '../../reporters/text-block.ts';
import { Fold } from '../parts/fold.tsx';
import { Paragraphs } from '../parts/paragraphs.tsx';

/** What could not be read, what is odd in what was, and how this came to be. */
export function Footer({ report, printing }: { readonly report: Report; readonly printing: boolean }) {
  const blocks: readonly (readonly [string, readonly Paragraph[]])[] = [
    [`What could not be read (${report.unread.length})`, unreadBlock(report.unread, true)],
    [`Waivers (${report.waivers.length})`, waiversBlock(report, true)],
    [`Warnings of the reading (${report.warnings.length})`, warningsBlock(report.warnings, true)],
    [`Skipped (${report.skipped.length})`, skippedBlock(report.skipped)],
    ['About this run', reportDetails(report)],
  ];
  return (
    <footer class="frame-footer">
      {blocks.map(([title, list]) =>
        list.length === 0 ? null : (
          <Fold key={title} title={title} open={printing}>
            <Paragraphs list={list} all={printing} />
          </Fold>
        ),
      )}
      <p>
        {report.tool.name} {report.tool.version}. This page holds everything that was read, and asks no
        network for anything: treat the file as you would treat the snapshot.
      </p>
    </footer>
  );
}
