/**
 * Decodes the next bytes of a document. `broken`: after the text come bytes that are not of the encoding. What
 * of a character is cut off at the end waits for the next call; in the last one it is broken.
 */
export type Decode = (
  bytes: Uint8Array,
  last: boolean,
) => { readonly text: string; readonly broken: boolean };

/** The decoder of an encoding, named as `TextDecoder` names it. A byte order mark is not looked for. */
export function decoderOf(encoding: string): Decode {
  if (encoding === 'utf-8') return byWholeCharacters(wholeUtf8, readUtf8);
  if (encoding === 'utf-16le') return byWholeCharacters(wholeUtf16(1), readUtf16);
  if (encoding === 'utf-16be') return byWholeCharacters(wholeUtf16(0), swapped);
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  // None of these but GB 18030 has the replacement character itself, and there nobody writes it.
  return (bytes, last) => upTo(decoder.decode(bytes, { stream: !last }), (text) => text.indexOf('\uFFFD'));
}

type Reading = ReturnType<Decode>;

function upTo(text: string, find: (text: string) => number): Reading {
  const end = find(text);
  return end === -1 ? { text, broken: false } : { text: text.slice(0, end), broken: true };
}

/** `whole` tells how many of the bytes are whole characters; only those are read at once. */
function byWholeCharacters(whole: (bytes: Buffer) => number, read: (bytes: Buffer) => Reading): Decode {
  let rest = Buffer.alloc(0);
  return (bytes, last) => {
    const own = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const all = rest.length === 0 ? own : Buffer.concat([rest, own]);
    const end = whole(all);
    rest = Buffer.from(all.subarray(end));
    const reading = read(all.subarray(0, end));
    return { text: reading.text, broken: reading.broken || (last && rest.length > 0) };
  };
}

function wholeUtf8(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

const readUtf8 = (bytes: Buffer): Reading =>
  upTo(bytes.toString('utf8'), (text) => {
    let offset = 0;
    let from = 0;
    for (let at = text.indexOf('\uFFFD'); at !== -1; at = text.indexOf('\uFFFD', at + 1)) {
      offset += Buffer.byteLength(text.slice(from, at));
      from = at;
      // The character that stands for bytes that are none may also be meant.
      if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd) return at;
    }
    return -1;
  });

/** `high` is the place of a unit's higher byte: 0 or 1. */
const wholeUtf16 = (high: number) => (bytes: Buffer) => {
  const units = bytes.length - (bytes.length % 2);
  const last = bytes[units - 2 + high] ?? 0;
  return last >= 0xd8 && last < 0xdc ? units - 2 : units;
};

const swapped = (bytes: Buffer): Reading => readUtf16(Buffer.from(bytes).swap16());

const readUtf16 = (bytes: Buffer): Reading =>
  upTo(bytes.toString('utf16le'), (text) => (text.isWellFormed() ? -1 : text.search(/\p{Surrogate}/u)));
