import type { Part } from '../../../model/part.ts';
import type { OrgCost } from '../../../model/snapshot.ts';
import type { Answers, Reads } from './read.ts';

/** Whose session it is. */
export interface Caller {
  readonly userId: string;
  readonly username: string;
}

/** A signed-in org, to be read and nothing else. */
export interface OrgReader {
  readonly instanceUrl: string;
  readonly organizationId: string | null;
  /** The version spoken, such as `67.0`. */
  readonly apiVersion: string;
  /** The newest version that the org offers. */
  readonly newestVersion: string;
  readonly caller: Part<Caller>;
  /**
   * Reads what does not depend on each other in one sequential round trip; long answers, and what an org
   * refuses at first, cost further ones.
   *
   * @throws CollectorError where nothing more can be read at all.
   */
  together<const R extends Reads>(reads: R): Promise<Answers<R>>;
  /** What reading has cost so far. */
  cost(): OrgCost;
  /** The org's own time at its latest answer, ISO 8601 UTC. */
  time(): string;
}

/** What is being read, and how many of how many. */
export interface Progress {
  readonly part: string;
  readonly done: number;
  readonly total: number;
}

export type OnProgress = (progress: Progress) => void;
