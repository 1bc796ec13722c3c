import type { Flow } from '../../../model/snapshot.ts';
import { flowMetadataReads, flowsPerTrip, restrictionIn, type SeenFlow } from '../parts/flows.ts';
import type { OrgReader } from '../reader/org-reader.ts';
import type { DetailsTrip } from './details.ts';

/**
 * Which flows restrict access, by flow Id: the first of them came with the details, every 25 more cost a trip.
 */
export async function readRestrictions(
  reader: OrgReader,
  openFlows: readonly SeenFlow[],
  { flowMetadata }: Pick<DetailsTrip, 'flowMetadata'>,
): Promise<ReadonlyMap<string, Flow['restricted']>> {
  const parts = [...flowMetadata];
  while (parts.length < openFlows.length) {
    const next = openFlows.slice(parts.length, parts.length + flowsPerTrip);
    const { metadata } = await reader.together({ metadata: flowMetadataReads(next) });
    parts.push(...metadata);
  }
  return new Map(parts.map((rows, index) => [openFlows[index]?.id ?? '', restrictionIn(rows)]));
}
