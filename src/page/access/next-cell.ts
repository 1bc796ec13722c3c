/** A cell of a grid, counted from 0. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

const page = 10;

/**
 * Where a key leads in a grid; null where it leads nowhere, so that the browser may do what it does.
 * WAI-ARIA Authoring Practices, "Treegrid Pattern": arrows, Home and End in the row and with Ctrl in the grid.
 */
export function nextCell(
  key: string,
  withControl: boolean,
  { row, column }: CellPosition,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): CellPosition | null {
  const to = (nextRow: number, nextColumn: number): CellPosition => ({
    row: within(nextRow, rows),
    column: within(nextColumn, columns),
  });
  switch (key) {
    case 'ArrowRight':
      return to(row, column + 1);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowUp':
      return to(row - 1, column);
    case 'PageDown':
      return to(row + page, column);
    case 'PageUp':
      return to(row - page, column);
    case 'Home':
      return to(withControl ? 0 : row, 0);
    case 'End':
      return to(withControl ? rows - 1 : row, columns - 1);
    default:
      return null;
  }
}

const within = (index: number, count: number): number => Math.max(0, Math.min(index, count - 1));
