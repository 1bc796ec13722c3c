import type { Report, Result } from '../../model/report.ts';
import { firstOf } from '../../plain/lists.ts';
import { judgedOtherwise } from '../judged-otherwise.ts';
import { LongText } from '../parts/long-text.tsx';

interface OtherwiseNoticeProps {
  readonly report: Report;
  /** What the page itself makes of the snapshot. */
  readonly judged: readonly Result[];
}

/** A page that does not agree with itself proves nothing, and says so. */
export function OtherwiseNotice({ report, judged }: OtherwiseNoticeProps) {
  const others = judgedOtherwise(report, judged);
  if (others.length === 0) return null;
  const names = firstOf([...new Set(others.map(({ requirement }) => requirement))]);
  return (
    <p role="alert" class="frame-otherwise">
      <LongText
        text={`The report in this file does not say what comes of the snapshot in it: ${names}. One of them was changed, or another version of syncgate wrote it. Audit again before you rely on either.`}
      />
    </p>
  );
}
