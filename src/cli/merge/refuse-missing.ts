import type { Shard } from '../../model/report-set.ts';
import { firstOf } from '../../plain/lists.ts';
import { wrongUsage } from '../failure.ts';

/** More names than this help nobody. */
const mostNamed = 10;

/**
 * A shard whose job made no report takes its orgs with it, and what the others found would look like all of it.
 * Throws where a run was split and one of its parts is not there.
 */
export function refuseMissing(shards: readonly Shard[]): void {
  for (const [count, ofRun] of Map.groupBy(shards, (shard) => shard.count)) {
    const there = new Set(ofRun.map(({ index }) => index));
    const missing = Array.from({ length: count }, (_, at) => at + 1).filter((index) => !there.has(index));
    if (missing.length === 0) continue;
    const named = missing.map((index) => `${index}/${count}`);
    throw wrongUsage(
      `there is no report of --shard ${firstOf(named, mostNamed)}, so nothing is known of its orgs. Run it again, and merge its report with the others`,
    );
  }
}
