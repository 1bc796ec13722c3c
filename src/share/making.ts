import type { NamedStandIn } from '../model/share-key.ts';
import type { Chance } from './seeded.ts';

/** What stand-ins are made with. */
export interface Making {
  readonly chance: Chance;
  /** Whether something that is really there looks so, or has something of it inside. */
  readonly isTaken: (standIn: string) => boolean;
  /** Whether something that is really there looks so. */
  readonly isThere: (standIn: string) => boolean;
  /** Stand-ins of an earlier time, which stay what they are. */
  readonly known: readonly NamedStandIn[];
  /** What of an API name's beginning is no secret, such as `iv__`: a stand-in begins so too. */
  readonly prefixOf: (name: string) => string;
}
