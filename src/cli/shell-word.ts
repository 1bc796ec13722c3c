/** What a shell takes for one word, as it stands. */
export const shellWord = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${printable(text).replaceAll("'", "'\\''")}'`;

/** A path of the user's own may hold a line break, and must not look like two. */
export const printable = (text: string): string => text.replace(/\p{Cc}/gu, '?');
