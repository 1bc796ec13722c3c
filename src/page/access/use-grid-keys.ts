import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { nextCell } from './next-cell.ts';

/**
 * Makes a table with the role of a grid one stop of the Tab key, inside of which arrows lead from cell to cell. A cell's
 * button has the focus for it, so that Enter presses it. The stop is kept in the elements alone: to render thousands
 * of cells again for each arrow would be felt.
 */
export function useGridKeys(table: RefObject<HTMLTableElement | null>) {
  useLayoutEffect(() => {
    const grid = table.current;
    if (grid === null || grid.querySelector('tbody [tabindex="0"]') !== null) return;
    const first = grid.tBodies[0]?.rows[0]?.cells[0];
    if (first !== undefined) targetIn(first).tabIndex = 0;
  });
  return {
    onFocusIn: ({ target }: FocusEvent) => {
      const cell =
        target instanceof Element ? target.closest<HTMLTableCellElement>('tbody td, tbody th') : null;
      if (cell === null) return;
      for (const stop of table.current?.querySelectorAll<HTMLElement>('tbody [tabindex="0"]') ?? [])
        stop.tabIndex = -1;
      targetIn(cell).tabIndex = 0;
    },
    onKeyDown: (event: KeyboardEvent) => {
      const { key, ctrlKey, target } = event;
      const cell =
        target instanceof Element ? target.closest<HTMLTableCellElement>('tbody td, tbody th') : null;
      const row = cell?.closest('tr');
      const rows = table.current?.tBodies[0]?.rows;
      if (cell === null || row == null || rows === undefined || event.altKey || event.metaKey) return;
      const from = { row: row.sectionRowIndex, column: cell.cellIndex };
      const to = nextCell(key, ctrlKey, from, { rows: rows.length, columns: row.cells.length });
      const next = to === null ? undefined : rows[to.row]?.cells[to.column];
      if (next === undefined) return;
      event.preventDefault();
      targetIn(next).focus();
    },
  };
}

const targetIn = (cell: HTMLTableCellElement): HTMLElement => cell.querySelector('button') ?? cell;
