import { decideAccess } from '../../../src/access/decide-access.ts';
import { expandNeeds } from '../../../src/access/expand-needs.ts';
import { missingEntries } from '../../../src/access/missing-entries.ts';
import { addNearMisses } from '../../../src/collector/org/add-near-misses.ts';
import { collectOrg } from '../../../src/collector/org/collect-org.ts';
import { type OpenOptions, openOrg } from '../../../src/collector/org/open-org.ts';
import type { OrgDescription } from '../../../src/emulator/org-description.ts';
import { type Fault, startEmulator } from '../../../src/emulator/start.ts';
import type { Access } from '../../../src/model/access.ts';
import type { Needs } from '../../../src/model/needs.ts';
import type { Snapshot } from '../../../src/model/snapshot.ts';

/** What the product made of an org, one access document a user, in the order of `org.audit`. */
export interface Audited {
  readonly snapshot: Snapshot;
  readonly access: readonly { readonly username: string; readonly access: Access }[];
}

export interface AuditOptions extends OpenOptions {
  readonly faults?: readonly Fault[];
  /** Also search for unassigned sets that hold what the first user lacks. */
  readonly searchNearMisses?: boolean;
}

/** Audits a described org as the product does: through HTTP, the collector, and access. */
export async function audit(org: OrgDescription, needs: Needs, options: AuditOptions = {}): Promise<Audited> {
  const { faults = [], searchNearMisses = false, ...open } = options;
  const emulator = await startEmulator({ org, latencyMs: 0, faults });
  try {
    const { instanceUrl, accessToken } = emulator;
    const reader = await openOrg({ instanceUrl, accessToken }, { retries: 0, ...open });
    const names = org.audit.map(({ username }) => username);
    const collected = await collectOrg(reader, { users: names, needs: expandNeeds(needs) });
    const [first] = decided(collected);
    const snapshot =
      searchNearMisses && first
        ? await addNearMisses(reader, collected, missingEntries(first.access))
        : collected;
    return { snapshot, access: decided(snapshot) };
  } finally {
    await emulator.close();
  }
}

const decided = (snapshot: Snapshot): Audited['access'] =>
  snapshot.subjects.map(({ subject }) => ({
    username: subject.name,
    access: decideAccess(snapshot, subject.id),
  }));
