import { terminalText } from '../../reporters/terminal-text.ts';
import { cut } from './cut.ts';

/** What a person reads of it before knowing whether they want the rest. */
const longest = 1000;

/** Sentences with names from anywhere in them: where they are very long the rest is behind an expander. */
export function LongText({ text }: { readonly text: string }) {
  const shown = terminalText(text);
  if (shown.length <= longest) return <bdi>{shown}</bdi>;
  return (
    <details>
      <summary>
        <bdi>{cut(shown, 200)}</bdi> (all {shown.length} characters)
      </summary>
      <bdi>{shown}</bdi>
    </details>
  );
}
