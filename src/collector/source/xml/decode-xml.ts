import { type Decode, decoderOf } from './decoders.ts';
import { type Encoding, encodingOf, headLength } from './encoding.ts';

/** A piece of a document's text; or why no more of it can be read. */
export type Piece = { readonly text: string } | { readonly problem: string };

/**
 * The text of an XML document, without its byte order mark, in pieces; none ends within a character or between
 * `\r` and `\n`. A problem is the last piece, and stands where the text before it ends.
 */
export function* decodeXml(chunks: Iterable<Uint8Array>): Generator<Piece> {
  let encoding: Encoding | undefined;
  let decode: Decode | undefined;
  let held = '';
  for (const { bytes, last } of portions(chunks)) {
    const first = encoding === undefined || decode === undefined;
    if (encoding === undefined || decode === undefined) {
      const found = encodingOf(bytes);
      if ('problem' in found) return yield found;
      encoding = found;
      decode = decoderOf(found.name);
    }
    const decoded = decode(first ? bytes.subarray(encoding.mark) : bytes, last);
    const text = held + decoded.text;
    if (decoded.broken) {
      yield { text };
      return yield { problem: notOf(encoding) };
    }
    held = !last && text.endsWith('\r') ? '\r' : '';
    yield { text: held === '' ? text : text.slice(0, -1) };
  }
}

const notOf = ({ name }: Encoding) =>
  `holds bytes that are not ${name.toUpperCase()}: name its encoding in its first line, or save it as UTF-8`;

interface Portion {
  readonly bytes: Uint8Array;
  readonly last: boolean;
}

/** What is decoded at once: small enough for the processor's cache. */
const mostAtOnce = 65_536;

/** The same bytes in other pieces: the first one shows the encoding, none is large, and the last is empty. */
function* portions(chunks: Iterable<Uint8Array>): Generator<Portion> {
  let head: Uint8Array | undefined = new Uint8Array();
  for (const chunk of chunks) {
    const bytes: Uint8Array = head === undefined ? chunk : Buffer.concat([head, chunk]);
    if (head !== undefined && bytes.length < headLength) {
      head = bytes;
      continue;
    }
    head = undefined;
    for (let at = 0; at < bytes.length; at += mostAtOnce) {
      yield { bytes: bytes.subarray(at, at + mostAtOnce), last: false };
    }
  }
  if (head !== undefined) yield { bytes: head, last: false };
  yield { bytes: new Uint8Array(), last: true };
}
