/** Everything that a document says, in small letters: its strings and keys, and the words in them. */
export function saidIn(document: unknown): ReadonlySet<string> {
  const said = new Set<string>();
  const add = (text: string) => {
    const lower = text.toLowerCase();
    if (said.has(lower)) return;
    said.add(lower);
    for (const [word] of lower.matchAll(/[\p{L}\p{N}_@.:/-]+/gu)) said.add(word);
    for (const [word] of lower.matchAll(/[\p{L}\p{N}_]+/gu)) {
      said.add(word);
      // A stand-in gets its namespace and suffix last.
      for (const piece of word.split('__')) said.add(piece.replace(/^insideview_/u, ''));
    }
  };
  const walk = (value: unknown): void => {
    if (typeof value === 'string') add(value);
    else if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        add(key);
        walk(inner);
      }
    }
  };
  walk(document);
  return said;
}

/**
 * Whether a stand-in is said there, or has something of it inside: `user-12` has `user-1`. What has no digit of its
 * number in it is of every stand-in alike, and says nothing.
 */
export function isSaid(standIn: string, said: ReadonlySet<string>): boolean {
  const text = standIn.toLowerCase();
  if (said.has(text)) return true;
  const digits = /\d+/u.exec(text);
  if (digits === null) return false;
  const end = digits.index + digits[0].length;
  for (let from = 0; from < end; from += 1) {
    for (let to = Math.max(digits.index + 1, from + 3); to <= text.length; to += 1) {
      if (said.has(text.slice(from, to))) return true;
    }
  }
  return false;
}
