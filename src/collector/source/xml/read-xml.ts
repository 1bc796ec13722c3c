import { type ChildReader, childReader, type Tell } from './child-reader.ts';
import { decodeXml } from './decode-xml.ts';
import type { Entry, XmlHandler, XmlOutcome } from './entry.ts';
import { Malformed } from './malformed.ts';
import { type MarkupReader, markupReader } from './markup-reader.ts';
import { type PlainRuns, plainEnd, plainRuns } from './plain-runs.ts';
import { type SourceWindow, sourceWindow } from './source-window.ts';

export type { Entry, Leaf, XmlHandler, XmlOutcome } from './entry.ts';

/**
 * Reads one document from pieces of bytes, in one pass, and tells its entries as they come. `file` is how
 * locations name it. Never throws on what is in the document; what `chunks` or the handler throws goes through.
 */
export function readXml(file: string, chunks: Iterable<Uint8Array>, handler: XmlHandler): XmlOutcome {
  return readWith(plainRuns(handler.wanted), file, chunks, handler);
}

/**
 * The same, with the reader of plain runs: it takes them from saxes, which is ten times slower. Without one
 * saxes reads everything, and comes to the same.
 */
export function readWith(
  runs: PlainRuns | undefined,
  file: string,
  chunks: Iterable<Uint8Array>,
  handler: XmlHandler,
): XmlOutcome {
  const source = sourceWindow(file);
  const tell = teller(source, handler);
  const children = childReader(source, handler, tell);
  const reading: Reading = { runs, source, tell, children, markup: markupReader(source, children) };
  try {
    for (const piece of decodeXml(chunks)) {
      if ('problem' in piece) throw new Malformed(piece.problem, reading.markup.end());
      takeIn(reading, piece.text);
    }
    reading.markup.finish();
    return { status: 'ok' };
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return { status: 'malformed', message: error.message, at: source.locate(error.offset) };
  }
}

interface Reading {
  readonly runs: PlainRuns | undefined;
  readonly source: SourceWindow;
  readonly tell: Tell;
  readonly children: ChildReader;
  readonly markup: MarkupReader;
}

/** Tells entries with one `locate` for all of them, since most are told and never located. */
function teller(source: SourceWindow, { onEntry }: XmlHandler): Tell {
  let told = 0;
  let ends: (start: number) => number;
  const locate = (start: number) => {
    source.pass(told);
    return source.element(start, ends(start));
  };
  return (entry, endOf) => {
    told = entry.start;
    ends = endOf;
    onEntry(entry, locate);
  };
}

function takeIn(reading: Reading, piece: string): void {
  const { runs, source, children, markup } = reading;
  source.add(piece, children.entryStart() ?? (children.depth() > 1 ? markup.end() : markup.lastEnd()));
  if (runs === undefined) markup.feed(piece);
  else readPiece(reading, runs, piece);
}

function readPiece({ source, tell, children, markup }: Reading, runs: PlainRuns, text: string): void {
  const textStart = markup.end();
  let plain: Entry;
  const endOf = (start: number) => plainEnd(plain, start, source);
  const tellPlain = (entry: Entry) => {
    plain = entry;
    tell(entry, endOf);
  };
  let at = 0;
  let patience = 0;
  while (at < text.length) {
    if (rests(children, markup)) {
      at = runs(text, at, textStart, tellPlain, source.passLines);
      markup.skipTo(textStart + at);
      patience = 0;
    }
    // Up to where saxes may stand between two entries again; further each time that it does not.
    const awaited = children.depth() > 1 ? `</${children.child()}>` : '>';
    const found = text.indexOf(awaited, at + patience);
    const end = found === -1 ? text.length : found + awaited.length;
    markup.feed(text.slice(at, end));
    at = end;
    patience = 2 * patience + 1;
  }
}

/** Whether saxes stands between two children of the root, where a run may begin. XML 1.1 has other line ends. */
const rests = (children: ChildReader, markup: MarkupReader) =>
  children.depth() === 1 && markup.lastEnd() === markup.end() && markup.version() === '1.0';
