import type { Needs } from '../../../model/needs.ts';
import type { Part } from '../../../model/part.ts';
import type { Flow } from '../../../model/snapshot.ts';
import type { Sight } from '../parts/auditor.ts';
import type { SeenFlow } from '../parts/flows.ts';
import type { Row } from '../reader/read.ts';
import type { DetailsTrip } from '../trips/details.ts';
import type { SubjectsTrip } from '../trips/subjects.ts';

/** Everything that was read, before it is put together. */
export interface ReadOrg {
  readonly needs: Needs;
  /** The subjects' User rows. */
  readonly people: readonly Row[];
  readonly first: SubjectsTrip;
  readonly details: DetailsTrip;
  readonly sight: Sight;
  /** In the order in which peers were asked for. */
  readonly profileIds: readonly string[];
  readonly flows: Part<readonly SeenFlow[]>;
  readonly restrictions: ReadonlyMap<string, Flow['restricted']>;
}
