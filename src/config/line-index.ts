import type { Location } from '../model/part.ts';

/**
 * Turns offsets of a text into lines and columns, both from 1, columns in UTF-16 units. Lines end with
 * `\n`, `\r\n` or `\r`, as JSON and YAML have them.
 */
export function lineIndex(text: string, file: string): (offset: number) => Location {
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\n|\r/gu), ({ index, 0: end }) => index + end.length)];
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
