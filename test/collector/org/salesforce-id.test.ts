import { describe, expect, test } from 'vitest';
import { longId, looksLikeId } from '../../../src/collector/org/salesforce-id.ts';

describe('the 18-character form of an Id', () => {
  // Pairs as Salesforce documentation and recorded answers have them.
  test.each([
    ['0015000000Gv7qJ', '0015000000Gv7qJAAR'],
    ['00eDo000000gtbI', '00eDo000000gtbIIAQ'],
    ['00eDo000000QNyq', '00eDo000000QNyqIAG'],
    ['00eDo000000gtbc', '00eDo000000gtbcIAA'],
  ])('of %s is %s', (short, long) => {
    expect(longId(short)).toBe(long);
    expect(longId(long)).toBe(long);
  });
});

describe('a text', () => {
  test.each([
    ['005Do000000gtbI', true],
    ['005Do000000gtbIIAQ', true],
    ['005Do000000gtb', false],
    ['00eDo000000gtbI', false],
    ['005@acme.example', false],
  ])('%s looks like a user Id: %s', (text, expected) => {
    expect(looksLikeId(text, '005')).toBe(expected);
  });
});
