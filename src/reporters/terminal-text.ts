/**
 * What must never reach a terminal as it stands: controls (escape sequences, line breaks), formatting that is
 * invisible or turns the reading direction, characters without a shape, and halves of characters.
 */
const unshowable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/gu;

/** A joiner or a selector inside one emoji (a heart, a family, a keycap): harmless there. */
const emojiParts: readonly RegExp[] = [
  /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}])\u{fe0f}/gu,
  /(?<=(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Extended_Pictographic}\u{fe0f}))\u{200d}(?=\p{Extended_Pictographic})/gu,
  /(?<=[0-9#*])\u{fe0f}(?=\u{20e3})/gu,
];

/** Marks past the fourth on one letter: they climb over the neighbouring lines. */
const piledMarks = /(?<=\p{M}{4})\p{M}/gu;

/**
 * Text from anywhere (an org's names above all) as one line that is safe to print: every character that could
 * hide something, move the cursor or turn the line round is shown as an escape such as `\u001b`.
 */
export function terminalText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const kept = new Set(emojiParts.flatMap((part) => Array.from(text.matchAll(part), ({ index }) => index)));
  return text
    .replace(unshowable, (found, index: number) => (kept.has(index) ? found : escaped(found)))
    .replace(piledMarks, escaped);
}

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  return short[character] ?? (code > 0xffff ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`);
}
