import { useLayoutEffect, useState } from 'preact/hooks';
import { type MatrixRow, type ObjectRows, objectOf } from './matrix-rows.ts';

/** A row of the matrix as it is shown now. */
export interface ShownRow {
  readonly row: MatrixRow;
  /** The object it is, or belongs to. */
  readonly of: ObjectRows;
  readonly unfolded: boolean;
}

/** Rows more at a time: what a browser draws without being felt. */
export const rowsAtATime = 60;

/** All rows that are not folded away, in order. */
export const shownRows = (objects: readonly ObjectRows[], open: ReadonlySet<string>): readonly ShownRow[] =>
  objects.flatMap((of) => {
    const unfolded = open.has(of.object.name);
    const own: ShownRow = { row: of.object, of, unfolded };
    return unfolded ? [own, ...of.fields.map((row): ShownRow => ({ row, of, unfolded: false }))] : [own];
  });

/** Which objects show their fields, and how many rows there are room for. What is chosen is always shown. */
export function useUnfolded(objects: readonly ObjectRows[], chosen: string | null) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [room, setRoom] = useState(rowsAtATime);
  const rows = shownRows(objects, open);
  // Only when something is chosen: to fold it away again is up to the reader.
  useLayoutEffect(() => {
    const of = chosen === null ? undefined : objectOf(objects, chosen);
    if (of === undefined || chosen === null) return;
    const isOwn = of.object.cells.some((cell) => cell?.key === chosen);
    const opened = isOwn ? open : new Set([...open, of.object.name]);
    setOpen(opened);
    const index = shownRows(objects, opened).findIndex(({ row }) =>
      row.cells.some((cell) => cell?.key === chosen),
    );
    setRoom((now) => Math.max(now, Math.ceil((index + 1) / rowsAtATime) * rowsAtATime));
  }, [chosen]);
  return {
    rows: rows.slice(0, room),
    hidden: Math.max(0, rows.length - room),
    showMore: () => setRoom((now) => now + rowsAtATime),
    toggle: (name: string) =>
      setOpen((now) => (now.has(name) ? without(now, name) : new Set([...now, name]))),
  };
}

const without = (names: ReadonlySet<string>, name: string): ReadonlySet<string> =>
  new Set([...names].filter((each) => each !== name));
