/** Controls, and what is invisible or turns the reading direction: none of it reaches a terminal as it stands. */
const unshowable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

const most = 60;

/** Text of a file as a message shows it: on one line, without what moves a cursor, and cut where it is long. */
export function shownText(text: string): string {
  const cut = text.length > most ? `${text.slice(0, most - 1)}…` : text;
  return cut.replace(unshowable, (found) =>
    JSON.stringify(found)
      .slice(1, -1)
      .replace(/^[^\\]+$/u, escaped),
  );
}

const escaped = (found: string): string => `\\u${(found.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;

/**
 * A key as a message shows it, or null where it is no name: what was indented wrongly makes a key of anything, and
 * that may be a secret.
 */
export const shownName = (key: string): string | null =>
  /^[\p{L}\p{N}_$. -]{1,60}$/u.test(key) ? key : null;
