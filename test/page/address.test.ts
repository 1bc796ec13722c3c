import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressOf, readAddress } from '../../src/page/address.ts';
import { runs } from '../runs.ts';

test.each([
  ['', { view: '', place: '' }],
  ['#access', { view: 'access', place: '' }],
  ['#verdict/account-access', { view: 'verdict', place: 'account-access' }],
  ['#verdict/my-pack%2Faccount-access', { view: 'verdict', place: 'my-pack/account-access' }],
  ['#verdict/%', { view: 'verdict', place: '' }],
])('the address %j names a view, and a place in it', (hash, address) => {
  expect(readAddress(hash)).toEqual(address);
});

test('whatever a place is called, its address leads there', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (place) => {
      expect(readAddress(addressOf({ view: 'verdict', place }))).toEqual({ view: 'verdict', place });
    }),
    runs(100),
  );
});
