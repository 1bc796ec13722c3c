import { expect, test } from 'vitest';
import { nextCell } from '../../../src/page/access/next-cell.ts';

const size = { rows: 30, columns: 8 };

test.each([
  ['ArrowRight', false, [3, 2], [3, 3]],
  ['ArrowRight', false, [3, 7], [3, 7]],
  ['ArrowLeft', false, [3, 0], [3, 0]],
  ['ArrowDown', false, [3, 2], [4, 2]],
  ['ArrowDown', false, [29, 2], [29, 2]],
  ['ArrowUp', false, [0, 2], [0, 2]],
  ['PageDown', false, [3, 2], [13, 2]],
  ['PageDown', false, [25, 2], [29, 2]],
  ['PageUp', false, [3, 2], [0, 2]],
  ['Home', false, [3, 2], [3, 0]],
  ['End', false, [3, 2], [3, 7]],
  ['Home', true, [3, 2], [0, 0]],
  ['End', true, [3, 2], [29, 7]],
] as const)(
  '%s (with Ctrl: %s) leads from %j to %j',
  (key, withControl, [row, column], [toRow, toColumn]) => {
    expect(nextCell(key, withControl, { row, column }, size)).toEqual({ row: toRow, column: toColumn });
  },
);

test.each(['a', 'Enter', ' ', 'Tab', 'Escape', '/'])('%j leads nowhere', (key) => {
  expect(nextCell(key, false, { row: 1, column: 1 }, size)).toBeNull();
});
