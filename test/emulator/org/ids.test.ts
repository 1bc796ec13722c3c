import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeId, readId, withChecksum } from '../../../src/emulator/org/ids.ts';
import { runs } from '../../runs.ts';

// Ids of a real org, with the checksums Salesforce gave them.
test.each([
  '0PSDo000000HgIgOAK',
  '0PSDo000000HgJDOA0',
  '005Do000000PVvJIAW',
  '00eDo000000gtbIIAQ',
  '100Do000000CgMAIA0',
])('the checksum of %s is the one Salesforce gives', (id) => expect(withChecksum(id.slice(0, 15))).toBe(id));

test('an Id with its capitals lost is mended by its checksum', () => {
  expect(readId('0psdo000000hgigoak')).toBe('0PSDo000000HgIgOAK');
  expect(readId('0PSDO000000HGIGOAK')).toBe('0PSDo000000HgIgOAK');
});

test.each(['', '005', 'someone@example.com', '005Do000000PVvJIAW1', '005Do000000PV-J'])(
  '%j is no Id',
  (text) => {
    expect(readId(text)).toBeUndefined();
  },
);

test('Ids are their own, whatever their number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (one, other) => {
      const id = makeId('005', one);
      expect(id).toMatch(/^005gS0[0-9a-zA-Z]{12}$/);
      expect(readId(id.slice(0, 15))).toBe(id);
      expect(readId(id.toUpperCase())).toBe(id);
      expect(id === makeId('005', other)).toBe(one === other);
    }),
    runs(100),
  );
});
