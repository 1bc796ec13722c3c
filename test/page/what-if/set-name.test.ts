import { expect, test } from 'vitest';
import { faultOfName } from '../../../src/page/what-if/set-name.ts';

test.each(['A', 'Sync_Mend', 'Set1', 'a_1_b', 'x'.repeat(80)])(
  '%s is a name that Salesforce takes',
  (name) => {
    expect(faultOfName(name)).toBeNull();
  },
);

test.each([
  ['', 'is needed'],
  ['1st', 'begins with a letter'],
  ['_a', 'begins with a letter'],
  ['a__b', 'two underscores'],
  ['a_', 'end with an underscore'],
  ['a b', 'letters, digits and underscores'],
  ['a/../b', 'letters, digits and underscores'],
  ['Ä', 'begins with a letter'],
  ['aé', 'letters, digits and underscores'],
  ['x'.repeat(81), 'at most 80'],
])('%s is none, and it is said why', (name, why) => {
  expect(faultOfName(name)).toContain(why);
});
