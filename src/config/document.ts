import type { Json, Location } from '../model/part.ts';
import { parseJson } from './json-document.ts';
import { lineIndex } from './line-index.ts';
import type { Spot } from './parsed.ts';
import type { Path, Problem } from './problem.ts';

/** A file's data, and where each part of it stands. */
export interface Document {
  readonly value: Json;
  /** Where the value at a path starts; the nearest part around it where there is none. */
  readonly valueAt: (path: Path) => Location;
  /** Where the key of the value at a path starts. */
  readonly keyAt: (path: Path) => Location;
  /** The last line of the value at a path. */
  readonly lastLineOf: (path: Path) => number;
}

/**
 * Reads a JSON or YAML file (by its extension, JSON if it is neither). Problems come with their place, the
 * first ones first. YAML's reader is loaded only when there is YAML to read.
 */
export async function readDocument(
  text: string,
  file: string,
): Promise<{ readonly document: Document } | { readonly problems: readonly Problem[] }> {
  const plain = text.replace(/^\uFEFF/u, '');
  const locate = lineIndex(plain, file);
  const nul = plain.indexOf('\0');
  if (nul >= 0) return { problems: [{ ...locate(nul), message: notText }] };
  const parsed = /\.ya?ml$/iu.test(file)
    ? (await import('./yaml-document.ts')).parseYaml(plain)
    : parseJson(plain);
  if ('problems' in parsed) {
    const problems = parsed.problems.map(({ offset, message }) => ({ ...locate(offset), message }));
    return { problems };
  }
  const { value, root } = parsed;
  return {
    document: {
      value,
      valueAt: (path) => locate(spotAt(root, path).offset),
      keyAt: (path) => {
        const spot = spotAt(root, path);
        return locate(spot.key ?? spot.offset);
      },
      lastLineOf: (path) => {
        const { offset, end } = spotAt(root, path);
        return locate(offset + plain.slice(offset, end).trimEnd().length).line;
      },
    },
  };
}

const notText = 'a NUL character: this is no text in UTF-8. Save the file as UTF-8';

function spotAt(root: Spot, path: Path): Spot {
  let spot = root;
  for (const key of path) {
    const inner = spot.inner.get(String(key));
    if (inner === undefined) return spot;
    spot = inner;
  }
  return spot;
}
