import { addNearMisses } from '../collector/org/add-near-misses.ts';
import { collectOrg } from '../collector/org/collect-org.ts';
import { CollectorError, type CollectorErrorKind } from '../collector/org/collector-error.ts';
import { type OrgReader, openOrg } from '../collector/org/open-org.ts';
import type { UserSelection } from '../collector/org/users.ts';
import type { Entry } from '../model/access.ts';
import type { Needs } from '../model/needs.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { Refusal } from './failure.ts';
import { type Progress, progressOn } from './progress.ts';
import { proxiesOf } from './proxies.ts';
import { selectUsers } from './select-users.ts';
import { type OrgChoice, signIn } from './sign-in.ts';
import type { World } from './world.ts';

/** A live org, and what is wanted of it. */
export interface Reading {
  readonly org: OrgChoice;
  readonly apiVersion?: string | undefined;
  /** Undefined where nobody is named. */
  readonly users: UserSelection | undefined;
  readonly needs: Needs;
  /** What is not settled by a first reading, and worth looking for who else would grant it. */
  readonly missing: (snapshot: Snapshot) => readonly Entry[];
  /** Default: one line on standard error. */
  readonly progress?: Progress;
}

/**
 * Reads what is needed of a live org, and goes back once more for near misses where something is missing.
 */
export const readLiveOrg = (reading: Reading, world: World): Promise<Snapshot> =>
  withLiveOrg(reading, world, (reader) => readWith(reader, reading));

/**
 * Opens a live org and uses it; what leaves nothing to read is a refusal.
 * This file alone brings in the org collector: what runs offline never loads it.
 */
export async function withLiveOrg<T>(
  reading: Pick<Reading, 'org' | 'apiVersion' | 'progress'>,
  world: World,
  use: (reader: OrgReader) => Promise<T>,
): Promise<T> {
  const { org, apiVersion, progress = progressOn(world.notices) } = reading;
  try {
    const reader = await openOrg(await signIn(org, world), {
      ...(apiVersion !== undefined && { apiVersion }),
      onProgress: progress.show,
      signal: world.signal,
      proxies: proxiesOf(world),
    });
    return await use(reader);
  } catch (error) {
    if (!(error instanceof CollectorError)) throw error;
    throw new Refusal(asked.includes(error.kind) ? 2 : 4, error.message, { cause: error });
  } finally {
    progress.clear();
  }
}

/** Trouble with what was asked for, which the user can ask otherwise. */
const asked: readonly CollectorErrorKind[] = ['usage', 'user-not-seen'];

async function readWith(reader: OrgReader, { users, needs, missing }: Reading): Promise<Snapshot> {
  const snapshot = await collectOrg(reader, { users: await selectUsers(reader, users), needs });
  const entries = missing(snapshot);
  return entries.length === 0 ? snapshot : addNearMisses(reader, snapshot, entries);
}
