import { SaxesParser } from 'saxes';
import type { Location } from '../../../../src/model/part.ts';
import type { Told } from './read-all.ts';

interface Element {
  readonly name: string;
  readonly start: number;
  readonly inner: Element[];
  text: string;
  end: number;
}

/** What a whole text tells, read the simplest way; undefined where it is not well-formed. */
export function oracle(text: string, wanted: readonly string[]): Told | undefined {
  const open: Element[] = [];
  let root: (Element & { readonly tagEnd: number }) | undefined;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('no document types');
  });
  parser.on('opentag', ({ local }) => {
    const start = text.lastIndexOf('<', parser.position - 1);
    const element = { name: local, start, inner: [], text: '', end: 0 };
    open.at(-1)?.inner.push(element);
    root ??= Object.assign(element, { tagEnd: parser.position });
    open.push(element);
  });
  const add = (piece: string) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += piece;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => Object.assign(open.pop() ?? {}, { end: parser.position }));
  try {
    parser.write(text).close();
  } catch {
    return undefined;
  }
  return root && toldOf(text, root, wanted);
}

function toldOf(text: string, root: Element & { readonly tagEnd: number }, wanted: readonly string[]): Told {
  const endTag = text.lastIndexOf('<', root.end - 1);
  return {
    outcome: { status: 'ok' },
    root: [{ name: root.name, at: place(text, root.start, root.tagEnd) }],
    entries: root.inner
      .filter(({ name }) => wanted.includes(name))
      .map((entry) => {
        const leaves = entry.inner.filter(({ inner }) => inner.length === 0);
        return {
          name: entry.name,
          text: entry.inner.length === 0 ? entry.text : '',
          start: entry.start,
          leaves: leaves.map(({ name, text: own, start }) => ({ name, text: own, start })),
          at: place(text, entry.start, entry.end),
          leavesAt: leaves.map(({ start, end }) => place(text, start, end)),
        };
      }),
    end: [place(text, endTag, root.end)],
  };
}

export function place(text: string, start: number, end?: number): Location {
  const lines = text.slice(0, start).split(/\r\n|\r|\n/);
  const at = { file: 'f.xml', line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  if (end === undefined) return at;
  return { ...at, snippet: text.slice(start, Math.min(end, start + 500)).split(/[\r\n]/)[0] ?? '' };
}
