import { expect, test } from 'vitest';
import { amountText, bytesText, numberText } from '../../src/reporters/amounts.ts';

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [40_213, '40,213'],
  [1_234_567, '1,234,567'],
])('the number %d is told as %s', (amount, text) => {
  expect(numberText(amount)).toBe(text);
});

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1.0 kB'],
  [999_949, '999.9 kB'],
  [999_950, '1.0 MB'],
  [4_123_456, '4.1 MB'],
  [2_500_000_000, '2.5 GB'],
  [9_000_000_000_000_000, '9000.0 TB'],
])('%d bytes are told as %s', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});

test('one is told as one', () => {
  expect([amountText(1, 'file'), amountText(2, 'file'), amountText(2, 'entry', 'entries')]).toEqual([
    '1 file',
    '2 files',
    '2 entries',
  ]);
});
