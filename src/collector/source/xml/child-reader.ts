import type { Location } from '../../../model/part.ts';
import type { Entry, Leaf, XmlHandler } from './entry.ts';
import { Malformed } from './malformed.ts';
import type { MarkupListener } from './markup-reader.ts';
import type { SourceWindow } from './source-window.ts';

/** Tells an entry; `endOf` tells where it and its leaves end, by where they start. */
export type Tell = (entry: Entry, endOf: (start: number) => number) => void;

/** Puts entries together from markup. */
export interface ChildReader extends MarkupListener {
  /** How many elements are open. */
  readonly depth: () => number;
  /** Name of the child of the root that is open, or was last. */
  readonly child: () => string;
  /** Where the entry that is being put together starts. */
  readonly entryStart: () => number | undefined;
}

interface Draft {
  readonly name: string;
  readonly start: number;
  readonly leaves: Leaf[];
  readonly ends: Map<number, number>;
  text: string;
  /** Whether it holds elements, so that what text there is says nothing. */
  holds: boolean;
  leaf: { readonly name: string; readonly start: number; text: string; holds: boolean } | undefined;
}

export function childReader(source: SourceWindow, handler: XmlHandler, tell: Tell): ChildReader {
  let depth = 0;
  let child = '';
  let draft: Draft | undefined;
  return {
    depth: () => depth,
    child: () => child,
    entryStart: () => draft?.start,
    open(name, end, start) {
      depth += 1;
      if (depth === 1) openRoot(handler, name, start(), source.element(start(), end));
      else if (depth === 2) {
        child = name;
        draft = handler.wanted.has(name) ? draftOf(name, start()) : undefined;
      } else if (draft !== undefined) openWithin(draft, depth, name, start);
    },
    text(piece) {
      if (draft === undefined) return;
      if (depth === 2) draft.text += piece;
      else if (draft.leaf !== undefined) draft.leaf.text += piece;
    },
    close(end, start) {
      depth -= 1;
      if (depth === 0) handler.onEnd?.(source.element(start(), end));
      else if (depth === 2 && draft !== undefined) closeLeaf(draft, end);
      else if (depth === 1 && draft !== undefined) {
        const { ends, ...done } = draft;
        draft = undefined;
        tell(entryOf(done), (place) => ends.get(place) ?? end);
      }
    },
  };
}

function openRoot({ onRoot }: XmlHandler, name: string, start: number, at: Location): void {
  const refusal = onRoot(name, at);
  if (refusal !== undefined) throw new Malformed(refusal, start);
}

const draftOf = (name: string, start: number): Draft => ({
  name,
  start,
  leaves: [],
  ends: new Map(),
  text: '',
  holds: false,
  leaf: undefined,
});

const entryOf = ({ name, text, holds, leaves, start }: Omit<Draft, 'ends'>): Entry => ({
  name,
  text: holds ? '' : text,
  leaves,
  start,
});

function openWithin(draft: Draft, depth: number, name: string, start: () => number): void {
  draft.holds = true;
  if (depth === 3) draft.leaf = { name, start: start(), text: '', holds: false };
  else if (draft.leaf !== undefined) draft.leaf.holds = true;
}

function closeLeaf({ leaf, leaves, ends }: Draft, end: number): void {
  if (leaf === undefined || leaf.holds) return;
  leaves.push({ name: leaf.name, text: leaf.text, start: leaf.start });
  ends.set(leaf.start, end);
}
