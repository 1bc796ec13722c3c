import type { SourceProblem } from './metadata-file.ts';

/** Files that were passed over, for each reason one problem at the first of them: there may be thousands alike. */
export function passedOver(
  files: readonly { readonly shown: string; readonly why: string }[],
): readonly SourceProblem[] {
  const groups = Map.groupBy(files, ({ why }) => why);
  return [...groups].map(([why, group]) => {
    const names = group.map(({ shown }) => shown).sort();
    const [first = ''] = names;
    const name = first.slice(first.lastIndexOf('/') + 1);
    const more = names.length === 1 ? '' : ` (and ${names.length - 1} more like it)`;
    return {
      message: `'${name}' was passed over${more}: it ${why}`,
      at: { file: first, line: 1, column: 1 },
    };
  });
}
