import type { Json } from '../model/part.ts';
import type { Path } from './problem.ts';
import { schemasAt } from './schemas-at.ts';

/** What of a document no message may show. */
export interface HiddenValues {
  /** Whether it stands at this path, or around it. */
  readonly isAt: (path: Path) => boolean;
  /** Whether it is this text, which an alias may have brought anywhere. */
  readonly isText: (text: string) => boolean;
}

/** What a schema marks `writeOnly`, and all that stands in it: a secret may be there that should not. */
export function hiddenValues(schema: object, root: Json): HiddenValues {
  const isHere = (path: Path) => schemasAt(schema, root, path).some(({ writeOnly }) => writeOnly === true);
  const texts = new Set<string>();
  const collect = (value: Json, path: Path, hidden: boolean): void => {
    const isHidden = hidden || isHere(path);
    if (isHidden && typeof value !== 'object') texts.add(String(value));
    for (const [key, inner] of entriesOf(value)) collect(inner, [...path, key], isHidden);
  };
  collect(root, [], false);
  return {
    isAt: (path) => [...path.keys(), path.length].some((length) => isHere(path.slice(0, length))),
    isText: (text) => texts.has(text) || looksSecret(text),
  };
}

function entriesOf(value: Json): readonly (readonly [string | number, Json])[] {
  if (Array.isArray(value)) return [...value.entries()];
  return value !== null && typeof value === 'object' ? Object.entries(value) : [];
}

/** Access tokens, SFDX auth URLs and private keys are known by their look, wherever they were put by mistake. */
export const looksSecret = (text: string): boolean =>
  /^00D\w{9,15}!|^eyJ[\w-]+\.[\w-]+\.|^force:\/\/|-----BEGIN|\/\/[^/@\s]*@/u.test(text);
