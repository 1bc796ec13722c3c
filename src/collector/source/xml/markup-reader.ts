import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { documentType, Malformed, plainWords } from './malformed.ts';
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
  /** Leaves out what somebody else has read: whole elements, from a place where `rests()` on. */
  readonly skipTo: (offset: number) => void;
  /** The document ends here. */
  readonly finish: () => void;
  /** Where the last tag or section ended. */
  readonly lastEnd: () => number;
  /** How far it has read. */
  readonly end: () => number;
  readonly version: () => string;
}

interface State {
  readonly parser: SaxesParser<{ xmlns: false; position: false }>;
  readonly source: SourceWindow;
  readonly listener: MarkupListener;
  readonly scope: Prefixes;
  readonly tagStart: () => number;
  /** What was fed last, where it stands in the document, and where saxes believes that it stands. */
  text: string;
  start: number;
  before: number;
  end: number;
  lastEnd: number;
  /** The last `<` before what was fed last. */
  lastOpening: number;
  depth: number;
  /** An element that has ended, if saxes has nothing to say against its end tag. */
  ended: SaxesTagPlain | undefined;
}

/** Deeper than any metadata, and shallow enough that what is open fits into memory. */
const deepest = 1000;
/** What saxes says of an end tag with another name, after it has told the element's end. */
const wrongEndTag = 'unexpected close tag.';
const textOutside = 'text data outside of root node.';

export function markupReader(source: SourceWindow, listener: MarkupListener): MarkupReader {
  const state: State = {
    parser: new SaxesParser({ xmlns: false, position: false }),
    source,
    listener,
    scope: prefixes(),
    tagStart: () => openingBefore(state, state.lastEnd),
    text: '',
    start: 0,
    before: 0,
    end: 0,
    lastEnd: 0,
    lastOpening: 0,
    depth: 0,
    ended: undefined,
  };
  listen(state);
  return {
    feed: (text) => feed(state, text),
    skipTo(offset) {
      state.end = offset;
      state.lastEnd = offset;
    },
    finish() {
      feed(state, '');
      state.parser.close();
    },
    lastEnd: () => state.lastEnd,
    end: () => state.end,
    version: () => state.parser.xmlDecl.version ?? '1.0',
  };
}

function feed(state: State, text: string): void {
  if (state.lastEnd !== state.end) state.lastOpening = openingBefore(state, state.end);
  state.before += state.text.length;
  state.text = text;
  state.start = state.end;
  state.end += text.length;
  state.parser.write(text);
  tellEnded(state);
}

/** With more than six handlers V8 keeps saxes' properties in a dictionary, which makes it six times slower. */
function listen(state: State): void {
  const { parser, listener } = state;
  parser.on('error', ({ message }) => fail(state, message));
  parser.on('doctype', () => {
    throw new Malformed(documentType, nextOutside(state));
  });
  parser.on('text', (text) => {
    tellEnded(state);
    if (state.depth > 0) listener.text(text);
  });
  parser.on('cdata', (text) => {
    tellEnded(state);
    state.lastEnd = position(state);
    listener.text(text);
  });
  parser.on('opentag', (tag) => {
    tellEnded(state);
    open(state, tag);
  });
  parser.on('closetag', (tag) => {
    tellEnded(state);
    state.lastEnd = position(state);
    state.ended = tag;
  });
}

function open(state: State, { name, attributes }: SaxesTagPlain): void {
  state.lastEnd = position(state);
  const tooDeep = `nests elements more than ${deepest} deep, which no metadata does`;
  const problem = state.depth === deepest ? tooDeep : state.scope.open(name, attributes);
  if (problem !== undefined) throw new Malformed(problem, state.tagStart());
  state.depth += 1;
  state.listener.open(localName(name), state.lastEnd, state.tagStart);
}

/** Offset of the last `<` before an offset: that of a tag, if the tag ends there, since none has another. */
function openingBefore({ text, start, lastOpening }: State, offset: number): number {
  const index = text.lastIndexOf('<', offset - start - 1);
  return index === -1 ? lastOpening : start + index;
}

function tellEnded(state: State): void {
  const { ended } = state;
  if (ended === undefined) return;
  state.ended = undefined;
  state.scope.close(ended.attributes);
  state.depth -= 1;
  state.listener.close(state.lastEnd, state.tagStart);
}

/** Where saxes stands in the document: after the character that it has read. */
const position = ({ parser, start, before }: State): number => start + parser.position - before;

/** Offset of the character read last, a line end of two counted as one; that of the end once it is reached. */
function lastRead(state: State): number {
  if (state.text === '') return state.end;
  const index = position(state) - state.start - 1;
  return state.start + (state.text.startsWith('\r\n', index - 1) ? index - 1 : index);
}

function fail(state: State, message: string): never {
  const { ended } = state;
  if (message === wrongEndTag && ended !== undefined) {
    throw new Malformed(`has another end tag where </${ended.name}> is due`, state.tagStart());
  }
  tellEnded(state);
  // saxes tells this late, and how late depends on the pieces that it is fed.
  const late = message === textOutside && state.text !== '';
  throw new Malformed(plainWords(message), late ? nextOutside(state) : lastRead(state));
}

/** What stands next after the last tag: not white space, comments, instructions or the XML declaration. */
function nextOutside({ source, lastEnd }: State): number {
  for (let at = lastEnd; ; ) {
    at = source.search(/[^ \t\r\n]/u, at);
    if (source.has('<!--', at)) at = source.search(/-->/u, at + 4) + 3;
    else if (source.has('<?', at)) at = source.search(/\?>/u, at + 2) + 2;
    else return at;
  }
}
