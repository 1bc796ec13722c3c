/** A text as one word of a POSIX shell, or of zsh. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** A text as one word of fish, where a backslash counts inside quotes too. */
export const fishQuoted = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** Words for a list that a shell splits and expands: one that it would not take as it stands is left out. */
export const plainWords = (words: readonly string[]): string =>
  words.filter((word) => /^[\w@.+-]+$/u.test(word)).join(' ');
