import type { Shard } from '../../model/report-set.ts';
import { wrongUsage } from '../failure.ts';

/** Reads `--shard 2/4`. */
export function readShard(text: string): Shard {
  const [, index, count] = /^(\d{1,6})\/(\d{1,6})$/u.exec(text)?.map(Number) ?? [];
  if (index === undefined || count === undefined || index < 1 || index > count) {
    throw wrongUsage(`--shard ${text} is no part of a whole. Write it as --shard 2/4, the second of four`);
  }
  return { index, count };
}

/**
 * The names that belong to a shard. They are dealt out in the order of their code units, so that the same names
 * always come to the same shards, whose sizes differ by one at most.
 */
export const shardOf = (names: readonly string[], { index, count }: Shard): readonly string[] =>
  names.toSorted().filter((_, place) => place % count === index - 1);
