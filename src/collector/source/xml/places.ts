import type { SaxesParser } from 'saxes';
import type { SourceWindow } from './source-window.ts';

type Parser = SaxesParser<{ xmlns: false; position: false }>;

/** Where saxes stands: it counts what it is fed, which is not all of the document. Offsets are of the document. */
export interface Places {
  readonly parser: Parser;
  readonly source: SourceWindow;
  /** What was fed last, where it stands, and how much was fed before. */
  text: string;
  start: number;
  before: number;
  /** How far the document was read, by saxes or somebody else. */
  end: number;
  /** Where the last tag or section ended. */
  lastEnd: number;
  /** The last `<` before what was fed last. */
  lastOpening: number;
}

export const placesOf = (parser: Parser, source: SourceWindow): Places => ({
  parser,
  source,
  text: '',
  start: 0,
  before: 0,
  end: 0,
  lastEnd: 0,
  lastOpening: 0,
});

/** Takes note of what is fed next. */
export function moveOn(places: Places, text: string): void {
  if (places.lastEnd !== places.end) places.lastOpening = openingBefore(places, places.end);
  places.before += places.text.length;
  places.text = text;
  places.start = places.end;
  places.end += text.length;
}

/** After the character that was read last. */
export const position = ({ parser, start, before }: Places): number => start + parser.position - before;

/** The character that was read last, a line end of two counted as one; the end once that is reached. */
export function lastRead(places: Places): number {
  const { text, start, end } = places;
  if (text === '') return end;
  const index = position(places) - start - 1;
  return start + (text.startsWith('\r\n', index - 1) ? index - 1 : index);
}

/** The `<` of the tag that ended last: there is no other one in a tag. */
export const tagStart = (places: Places): number => openingBefore(places, places.lastEnd);

function openingBefore({ text, start, lastOpening }: Places, offset: number): number {
  const index = text.lastIndexOf('<', offset - start - 1);
  return index === -1 ? lastOpening : start + index;
}

/** What stands next after the last tag: not white space, comments, instructions or the XML declaration. */
export function nextOutside({ source, lastEnd }: Places): number {
  for (let at = lastEnd; ; ) {
    at = source.search(/[^ \t\r\n]/u, at);
    if (source.has('<!--', at)) at = source.search(/-->/u, at + 4) + 3;
    else if (source.has('<?', at)) at = source.search(/\?>/u, at + 2) + 2;
    else return at;
  }
}
