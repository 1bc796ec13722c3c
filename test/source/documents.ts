import type { Layout } from './layout.ts';
import type { Element } from './write-xml.ts';

/** One metadata file, before it is put down as XML. */
export interface Document {
  /** Below a package directory, without `-meta.xml`. */
  readonly path: string;
  /** Documents of the same name stay in one package directory. */
  readonly together: string;
  readonly root: string;
  readonly children: readonly Element[];
  /** The parts of decomposed sets have no namespace where others have one. */
  readonly bare?: true;
}

/** A component that is one file, alone in its package directory or not. */
export function documentOf(path: string, root: string, children: readonly Element[]): Document {
  return { path, together: path, root, children };
}

/** A name as a file name: signs are URL-encoded, with letters of other alphabets and spaces or without them. */
export function fileName(name: string, { fileNames }: Layout): string {
  const kept = fileNames === 'all encoded' ? /^[\w-]$/ : /^[\p{L}\p{N} _-]$/u;
  return [...name].map((letter) => (kept.test(letter) ? letter : encoded(letter))).join('');
}

const encoded = (letter: string): string =>
  [...Buffer.from(letter, 'utf8')]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
