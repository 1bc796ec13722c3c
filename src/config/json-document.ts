import type { Json } from '../model/part.ts';
import { deepest, Misplaced } from './misplaced.ts';
import type { Parsed, Spot } from './parsed.ts';

/**
 * Reads strict JSON with the place of every part. `JSON.parse` decides what is JSON; the walk here finds
 * places, keys given twice (which `JSON.parse` swallows), and where it went wrong.
 */
export function parseJson(text: string): Parsed {
  try {
    const root = scan(text);
    return { value: JSON.parse(text) as Json, root };
  } catch (error) {
    if (error instanceof Misplaced) return { problems: [{ offset: error.offset, message: error.message }] };
    if (error instanceof SyntaxError) return { problems: [{ offset: 0, message: 'not JSON' }] };
    throw error;
  }
}

/** The text and how far it is read. */
interface Reader {
  readonly text: string;
  at: number;
}

function scan(text: string): Spot {
  const reader: Reader = { text, at: 0 };
  skipSpace(reader);
  if (reader.at === text.length) throw new Misplaced(0, 'the file is empty');
  const root = value(reader, 0);
  skipSpace(reader);
  if (reader.at < text.length) throw unexpected(reader, 'the end of the file');
  return root;
}

const matchAt = (reader: Reader, pattern: RegExp): string | undefined => {
  pattern.lastIndex = reader.at;
  return pattern.exec(reader.text)?.[0];
};

function skipSpace(reader: Reader): void {
  reader.at += matchAt(reader, /[ \t\r\n]*/y)?.length ?? 0;
}

function value(reader: Reader, depth: number): Spot {
  const offset = reader.at;
  if (depth > deepest) throw new Misplaced(offset, `nested more than ${deepest} deep`);
  const start = reader.text[reader.at];
  if (start === '{' || start === '[') {
    const inner = start === '{' ? members(reader, depth) : items(reader, depth);
    return { offset, end: reader.at, inner };
  }
  if (start === '"') string(reader, 'text in double quotes');
  else {
    const word = matchAt(reader, /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y);
    if (word === undefined) throw unexpected(reader, 'a value');
    reader.at += word.length;
  }
  return { offset, end: reader.at, inner: new Map() };
}

function members(reader: Reader, depth: number): ReadonlyMap<string, Spot> {
  const inner = new Map<string, Spot>();
  for (const _ of entries(reader, '{', '}')) {
    const key = reader.at;
    const name = string(reader, 'a key in double quotes');
    if (inner.has(name)) throw new Misplaced(key, 'the key is given twice');
    skipSpace(reader);
    take(reader, ':', `":" after the key`);
    skipSpace(reader);
    inner.set(name, { ...value(reader, depth + 1), key });
  }
  return inner;
}

function items(reader: Reader, depth: number): ReadonlyMap<string, Spot> {
  const inner = new Map<string, Spot>();
  for (const index of entries(reader, '[', ']')) inner.set(String(index), value(reader, depth + 1));
  return inner;
}

/** Stops at the start of every entry between two brackets, and takes the commas between them. */
function* entries(reader: Reader, open: string, close: string): Generator<number> {
  take(reader, open, `"${open}"`);
  skipSpace(reader);
  for (let index = 0; reader.text[reader.at] !== close || index > 0; index += 1) {
    yield index;
    skipSpace(reader);
    if (reader.text[reader.at] === close) break;
    take(reader, ',', `"," or "${close}"`);
    skipSpace(reader);
  }
  reader.at += 1;
}

function string(reader: Reader, expected: string): string {
  const { text, at } = reader;
  if (text[at] !== '"') throw unexpected(reader, expected);
  let end = at + 1;
  while (end < text.length && text[end] !== '"' && text[end] !== '\n') end += text[end] === '\\' ? 2 : 1;
  if (text[end] !== '"') throw new Misplaced(at, 'text that does not end: a double quote is missing');
  reader.at = end + 1;
  try {
    return JSON.parse(text.slice(at, end + 1)) as string;
  } catch {
    throw new Misplaced(at, 'text with a wrong escape or a control character in it');
  }
}

function take(reader: Reader, character: string, expected: string): void {
  if (reader.text[reader.at] !== character) throw unexpected(reader, expected);
  reader.at += 1;
}

/** Shows one character and no more: what stands there may be a secret in the wrong place. */
function unexpected({ text, at }: Reader, expected: string): Misplaced {
  const found = text.codePointAt(at);
  const what =
    found === undefined ? 'the file ends' : `there is ${JSON.stringify(String.fromCodePoint(found))}`;
  return new Misplaced(at, `expected ${expected}, but ${what}`);
}
