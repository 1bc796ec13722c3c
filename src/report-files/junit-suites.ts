import { SaxesParser } from 'saxes';
import type { Shard } from '../model/report-set.ts';
import { partOf, type WrongFile } from './report-file.ts';

/** A suite of a JUnit file: its very text, and what it tells. */
export interface Suite {
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The class of its first test; empty where it has none. */
  readonly className: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly failures: number;
  /** The types of its error elements. */
  readonly errors: readonly string[];
}

export interface Suites {
  /** The start tag of the whole. */
  readonly root: string;
  /** What the whole is called. */
  readonly name: string;
  readonly suites: readonly Suite[];
  /** Of which part of a run it says it is; null where it is the whole. */
  readonly shard: Shard | null;
}

type Open = { -readonly [K in keyof Omit<Suite, 'text'>]: Suite[K] } & { readonly start: number };

/** Cuts a JUnit file into its suites, each as it stands there. */
export function readSuites(text: string): Suites | WrongFile {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const suites: Suite[] = [];
  const path: string[] = [];
  let root: string | undefined;
  let called = '';
  let open: Open | undefined;
  let shard: Shard | null = null;
  /** Of the tag that ends here: `<` is in no tag but at its start. */
  const start = () => text.lastIndexOf('<', parser.position - 1);
  parser.on('doctype', () => {
    throw new SyntaxError('it has a document type');
  });
  parser.on('comment', (comment) => {
    const [, index, count] = /^syncgate shard (\d{1,6})\/(\d{1,6})$/u.exec(comment.trim())?.map(Number) ?? [];
    if (index !== undefined && count !== undefined) shard = partOf(index, count) ?? shard;
  });
  parser.on('opentag', ({ name, attributes }) => {
    path.push(name);
    if (path.length === 1) {
      root = text.slice(start(), parser.position);
      called = attributes.name ?? '';
    }
    if (path.join('/') === 'testsuites/testsuite') {
      open = { start: start(), attributes, className: '', properties: {}, failures: 0, errors: [] };
    }
    if (open !== undefined) tell(open, path, attributes);
  });
  parser.on('closetag', () => {
    if (open !== undefined && path.length === 2) {
      const { start: from, ...told } = open;
      suites.push({ ...told, text: text.slice(from, parser.position) });
      open = undefined;
    }
    path.pop();
  });
  try {
    parser.write(text).close();
  } catch {
    return { problem: 'it is no XML, or it was cut off' };
  }
  return root?.startsWith('<testsuites')
    ? { root, name: called, suites, shard }
    : { problem: 'it is XML, and no JUnit' };
}

function tell(open: Open, path: readonly string[], attributes: Readonly<Record<string, string>>): void {
  switch (path.slice(2).join('/')) {
    case 'properties/property':
      open.properties = { ...open.properties, [attributes.name ?? '']: attributes.value ?? '' };
      break;
    case 'testcase':
      open.className ||= attributes.classname ?? '';
      break;
    case 'testcase/failure':
      open.failures += 1;
      break;
    case 'testcase/error':
      open.errors = [...open.errors, attributes.type ?? ''];
      break;
  }
}
