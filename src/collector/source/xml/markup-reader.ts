import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { documentType, Malformed, plainWords } from './malformed.ts';
import { lastRead, moveOn, nextOutside, type Places, placesOf, position, tagStart } from './places.ts';
import { localName, type Prefixes, prefixes } from './prefixes.ts';
import type { SourceWindow } from './source-window.ts';

/** Is told the elements and texts of a document in their order. Offsets are of the document's text. */
export interface MarkupListener {
  /** A start tag, up to after its `>`. `start` finds its `<`, while this runs. */
  readonly open: (name: string, end: number, start: () => number) => void;
  readonly text: (text: string) => void;
  /** An end tag, or an empty element's only tag, told likewise. */
  readonly close: (end: number, start: () => number) => void;
}

/** Reads markup with saxes. Throws `Malformed` at the first thing that is wrong, and tells nothing after it. */
export interface MarkupReader {
  /** Reads on from where it left off, or was told to go on. */
  readonly feed: (text: string) => void;
  /** Leaves out what somebody else has read: whole elements, from the end of a tag on. */
  readonly skipTo: (offset: number) => void;
  /** The document ends here. */
  readonly finish: () => void;
  /** Where the last tag or section ended. */
  readonly lastEnd: () => number;
  /** How far the document was read. */
  readonly end: () => number;
  readonly version: () => string;
}

interface State {
  readonly parser: Places['parser'];
  readonly places: Places;
  readonly listener: MarkupListener;
  readonly scope: Prefixes;
  readonly start: () => number;
  depth: number;
  /** An element that has ended, if saxes has nothing to say against its end tag. */
  ended: SaxesTagPlain | undefined;
}

/** Deeper than any metadata, and shallow enough that what is open fits into memory. */
const deepest = 1000;
/** What saxes says of an end tag with another name, after it has told the element's end. */
const wrongEndTag = 'unexpected close tag.';
/** What saxes says late; how late depends on the pieces that it is fed. */
const textOutside = 'text data outside of root node.';

export function markupReader(source: SourceWindow, listener: MarkupListener): MarkupReader {
  const parser: Places['parser'] = new SaxesParser({ xmlns: false, position: false });
  const places = placesOf(parser, source);
  const start = () => tagStart(places);
  const state: State = { parser, places, listener, scope: prefixes(), start, depth: 0, ended: undefined };
  listen(state);
  return {
    feed: (text) => feed(state, text),
    skipTo(offset) {
      places.end = offset;
      places.lastEnd = offset;
    },
    finish() {
      feed(state, '');
      parser.close();
    },
    lastEnd: () => places.lastEnd,
    end: () => places.end,
    version: () => parser.xmlDecl.version ?? '1.0',
  };
}

function feed(state: State, text: string): void {
  moveOn(state.places, text);
  state.parser.write(text);
  tellEnded(state);
}

/** With more than six handlers V8 keeps saxes' properties in a dictionary, which makes it six times slower. */
function listen(state: State): void {
  const { parser, places, listener } = state;
  parser.on('error', ({ message }) => fail(state, message));
  parser.on('doctype', () => {
    throw new Malformed(documentType, nextOutside(places));
  });
  parser.on('text', (text) => {
    tellEnded(state);
    listener.text(text);
  });
  parser.on('cdata', (text) => {
    tellEnded(state);
    places.lastEnd = position(places);
    listener.text(text);
  });
  parser.on('opentag', (tag) => {
    tellEnded(state);
    places.lastEnd = position(places);
    open(state, tag);
  });
  parser.on('closetag', (tag) => {
    tellEnded(state);
    places.lastEnd = position(places);
    state.ended = tag;
  });
}

function open(state: State, { name, attributes }: SaxesTagPlain): void {
  const tooDeep = `nests elements more than ${deepest} deep, which no metadata does`;
  const problem = state.depth === deepest ? tooDeep : state.scope.open(name, attributes);
  if (problem !== undefined) throw new Malformed(problem, state.start());
  state.depth += 1;
  state.listener.open(localName(name), state.places.lastEnd, state.start);
}

function tellEnded(state: State): void {
  const { ended } = state;
  if (ended === undefined) return;
  state.ended = undefined;
  state.scope.close(ended.attributes);
  state.depth -= 1;
  state.listener.close(state.places.lastEnd, state.start);
}

function fail(state: State, message: string): never {
  const { ended, places } = state;
  if (message === wrongEndTag && ended !== undefined) {
    throw new Malformed(`has another end tag where </${ended.name}> is due`, state.start());
  }
  tellEnded(state);
  const isLate = message === textOutside && places.text !== '';
  throw new Malformed(plainWords(message), isLate ? nextOutside(places) : lastRead(places));
}
