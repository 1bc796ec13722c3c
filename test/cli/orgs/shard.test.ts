import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readShard, shardOf } from '../../../src/cli/orgs/shard.ts';
import { runs } from '../../runs.ts';

const names = fc.uniqueArray(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,8}$/), { maxLength: 60 });
const shards = (all: readonly string[], count: number) =>
  Array.from({ length: count }, (_, index) => shardOf(all, { index: index + 1, count }));

describe('shards of a run over many orgs', () => {
  test('have every org once, and nearly the same number of them', () => {
    fc.assert(
      fc.property(names, fc.integer({ min: 1, max: 70 }), (all, count) => {
        const parts = shards(all, count);
        expect(parts.flat().sort()).toEqual(all.toSorted());
        const sizes = parts.map(({ length }) => length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
      runs(100),
    );
  });

  test('are the same whatever order the orgs are written in', () => {
    fc.assert(
      fc.property(names, fc.integer({ min: 1, max: 9 }), (all, count) => {
        expect(shards(all.toReversed(), count)).toEqual(shards(all, count));
      }),
      runs(100),
    );
  });

  test.each([
    ['1/1', { index: 1, count: 1 }],
    ['20/20', { index: 20, count: 20 }],
  ])('%s is one', (text, shard) => {
    expect(readShard(text)).toEqual(shard);
  });

  test.each(['0/4', '5/4', '1', '1/0', 'a/b', '1/4 ', '-1/4', '1.5/4', '', '1/9999999'])(
    '%j is none, and says how one is written',
    (text) => {
      expect(() => readShard(text)).toThrow(/Write it as --shard 2\/4/);
    },
  );
});
