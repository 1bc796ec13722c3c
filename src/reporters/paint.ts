export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

/** Paints text that fits on one line; without colour it gives the text back. */
export type Paint = (text: string, ...styles: readonly Style[]) => string;

/** On and off codes of ECMA-48, SGR. `util.styleText` would do, but this room knows no `node:` module. */
const codes: Readonly<Record<Style, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
};

export function painter(colour: boolean): Paint {
  if (!colour) return (text) => text;
  return (text, ...styles) =>
    text === ''
      ? text
      : styles.reduce((painted, style) => {
          const [on, off] = codes[style];
          return `\u001b[${on}m${painted}\u001b[${off}m`;
        }, text);
}
