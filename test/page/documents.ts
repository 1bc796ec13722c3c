import { reportOn } from '../../src/cli/audit.ts';
import { missingFor } from '../../src/cli/missing.ts';
import { type Question, questionNeeds } from '../../src/cli/question.ts';
import { addNearMisses } from '../../src/collector/org/add-near-misses.ts';
import { collectOrg } from '../../src/collector/org/collect-org.ts';
import { openOrg } from '../../src/collector/org/open-org.ts';
import { signInWithToken } from '../../src/collector/org/sign-in.ts';
import { loadScenario } from '../../src/emulator/scenarios/load-scenario.ts';
import { startEmulator } from '../../src/emulator/start.ts';
import builtIn from '../../src/generated/built-in-packs.json' with { type: 'json' };
import type { LoadedPack, Settings } from '../../src/model/pack.ts';
import type { PageDocument, PageSide } from '../../src/model/page.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { hostileCopy } from './hostile-copy.ts';

/** Packs and settings as they are where nobody chooses anything. */
export const question: Question = {
  packs: builtIn as unknown as readonly LoadedPack[],
  settings: {
    ...{ variant: null, features: {}, parameters: {}, fieldNames: {} },
    ...{ failOn: 'error', levels: {}, waivers: [] },
  },
};

const collected = new Map<string, Promise<Snapshot>>();

/** What is read of a built-in scenario: of its users to audit, and others who are named; each is read once. */
export function scenarioSnapshot(name: string, others: readonly string[] = []): Promise<Snapshot> {
  const key = JSON.stringify([name, others]);
  const snapshot = collected.get(key) ?? collect(name, others);
  collected.set(key, snapshot);
  return snapshot;
}

async function collect(name: string, others: readonly string[]): Promise<Snapshot> {
  const emulator = await startEmulator({ org: await loadScenario(name), latencyMs: 0 });
  try {
    const reader = await openOrg(signInWithToken(emulator), { wait: async () => {} });
    const users = [...emulator.users.map(({ username }) => username), ...others];
    const snapshot = await collectOrg(reader, { users, needs: questionNeeds(question) });
    return await addNearMisses(reader, snapshot, missingFor(question)(snapshot));
  } finally {
    await emulator.close();
  }
}

/** One side of a page: a snapshot, and the report that an audit makes of it. */
export const sideOf = (name: string, snapshot: Snapshot, asked: Question = question): PageSide => ({
  name,
  snapshot,
  report: reportOn({ question: asked, snapshot, snapshotFile: null }),
});

/** A page document as `--format html` makes it of a scenario; `settings` in place of the plain ones. */
export async function scenarioDocument(
  name: string,
  settings: Partial<Settings> = {},
): Promise<PageDocument> {
  const asked = { ...question, settings: { ...question.settings, ...settings } };
  return { pageVersion: 1, ...asked, sides: [sideOf(name, await scenarioSnapshot(name), asked)] };
}

/** A document on two users. */
export async function twoUsers(name: string, other: string): Promise<PageDocument> {
  return { pageVersion: 1, ...question, sides: [sideOf(name, await scenarioSnapshot(name, [other]))] };
}

/** Two scenarios side by side. */
export async function twoSides(before: string, after: string): Promise<PageDocument> {
  const [first, second] = await Promise.all([scenarioSnapshot(before), scenarioSnapshot(after)]);
  return { pageVersion: 1, ...question, sides: [sideOf(before, first), sideOf(after, second)] };
}

/** The drifted org and the pack, every text in them that somebody could choose hostile. */
export async function hostileDocument(): Promise<PageDocument> {
  const snapshot = hostileCopy(await scenarioSnapshot('drifted'));
  const packs = question.packs.map(({ pack, ...place }) => ({ ...place, pack: hostileCopy(pack) }));
  const asked = { ...question, packs };
  return { pageVersion: 1, ...asked, sides: [sideOf('<b>&lt;side', snapshot, asked)] };
}
