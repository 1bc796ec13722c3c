import type { VendorMessage } from './found.ts';
import { stemsOf } from './words.ts';

/** A sentence of so many telling words is not met by chance. */
const fewestWords = 3;
const reach = 300;

/**
 * Where a text speaks of a message that a pack knows. A pack tells such a message in its own words, and so do people:
 * all its telling words have to stand in one line, whatever their endings.
 */
export function vendorMessagesIn(
  text: string,
  from: number,
  to: number,
  messages: readonly VendorMessage[],
): readonly { readonly message: VendorMessage; readonly at: number }[] {
  const lower = text.toLowerCase();
  return messages.flatMap((message) => {
    const stems = [...new Set(stemsOf(message.message))];
    const [anchor] = stems.toSorted((a, b) => b.length - a.length);
    if (
      anchor === undefined ||
      stems.length < fewestWords ||
      stems.some((stem) => !lower.includes(stem.replace(/y$/, '')))
    ) {
      return [];
    }
    return linesWith(lower, anchor, from, to)
      .filter(({ line }) => {
        const said = new Set(stemsOf(line));
        return stems.every((stem) => said.has(stem));
      })
      .map(({ at }) => ({ message, at }));
  });
}

/** Each line with a word in it, once; of a long one what stands around. */
function linesWith(text: string, word: string, from: number, to: number) {
  const lines: { readonly at: number; readonly line: string }[] = [];
  let place = from;
  for (let at = text.indexOf(word, place); at !== -1 && at < to; at = text.indexOf(word, place)) {
    const start = Math.max(text.lastIndexOf('\n', at) + 1, at - reach);
    const end = text.indexOf('\n', at);
    const stop = end === -1 ? at + reach : Math.min(end, at + reach);
    lines.push({ at, line: text.slice(start, stop) });
    place = Math.max(stop, at + word.length);
  }
  return lines;
}
