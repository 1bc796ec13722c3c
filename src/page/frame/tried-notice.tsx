import type { Report } from '../../model/report.ts';
import { amountText } from '../../reporters/amounts.ts';
import { verdictHeads } from '../../reporters/verdict-line.ts';

interface TriedNoticeProps {
  readonly changes: number;
  /** As it was read. */
  readonly read: Report;
  /** As it would be. */
  readonly tried: Report;
  readonly undo: () => void;
}

/** Says, and lets be undone, that what is shown is not what was read. It is there before, so that it is announced. */
export function TriedNotice({ changes, read, tried, undo }: TriedNoticeProps) {
  return (
    <div class="frame-tried" role="status">
      {changes === 0 ? null : (
        <p>
          <strong>What if:</strong> with {amountText(changes, 'change')} it would be{' '}
          {verdictHeads[tried.verdict].words}; as it was read it is {verdictHeads[read.verdict].words}.{' '}
          <button type="button" onClick={undo}>
            Undo all changes
          </button>
        </p>
      )}
    </div>
  );
}
