import { describe, expect, test } from 'vitest';
import { addNearMisses } from '../../../src/collector/org/add-near-misses.ts';
import { collectOrg } from '../../../src/collector/org/collect-org.ts';
import { loadScenario, scenarioNames } from '../../../src/emulator/scenarios/load-scenario.ts';
import { validateSnapshot } from '../../../src/generated/validate-snapshot.js';
import type { Entry } from '../../../src/model/access.ts';
import type { Needs } from '../../../src/model/needs.ts';
import { emulating, needs, opened } from './emulated.ts';

/** Long enough that requests sent together have all arrived before one of them is answered. */
const latencyMs = 10;

const missing: readonly Entry[] = [
  { kind: 'system', permission: 'CustomizeApplication' },
  { kind: 'object', object: 'Account', right: 'modifyAllRecords' },
  { kind: 'field', object: 'Account', field: 'Industry', right: 'edit' },
  { kind: 'flow', flow: 'Enrich_Account' },
];

describe.each(scenarioNames())('collecting the scenario %s', (name) => {
  test('writes nothing, counts what the org counts, and gives a valid, frozen snapshot that is the same again', async () => {
    const org = await loadScenario(name);
    // The large org is read once: that it comes out the same again, the others show.
    const [first, second = first] = await Promise.all(
      (name === 'large' ? [1] : [1, 2]).map(() =>
        emulating({ org, latencyMs }, async (emulator) => {
          const reader = await opened(emulator);
          const snapshot = await collectOrg(reader, { users: [emulator.users[0]?.username ?? ''], needs });
          const { refusedWrites, apiCalls, roundTrips } = emulator.stats();
          expect(refusedWrites).toBe(0);
          expect(snapshot.cost).toEqual({ apiCalls, roundTrips });
          expect(snapshot).toMatchObject({ otherFlows: null, warnings: [] });
          expect(JSON.stringify(snapshot)).not.toContain(emulator.accessToken);
          const enriched = await addNearMisses(reader, snapshot, missing);
          expect(emulator.stats().refusedWrites).toBe(0);
          return { snapshot, enriched, port: new URL(emulator.instanceUrl).port };
        }),
      ),
    );
    if (first === undefined || second === undefined) throw new Error('not run');
    for (const snapshot of [first.snapshot, first.enriched]) {
      expect(validateSnapshot(snapshot), JSON.stringify(validateSnapshot.errors)).toBe(true);
      expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
      expect(isDeeplyFrozen(snapshot)).toBe(true);
    }
    const withoutPort = ({ snapshot, port }: typeof first) =>
      JSON.stringify(snapshot).replaceAll(port, 'PORT');
    expect(withoutPort(first)).toBe(withoutPort(second));
  });
});

describe('what reading costs', () => {
  test('one user of a large org takes three round trips and at most 16 calls, near misses one trip more', async () => {
    await emulating({ org: await loadScenario('large'), latencyMs }, async (emulator) => {
      const reader = await opened(emulator);
      const snapshot = await collectOrg(reader, { users: [emulator.users[0]?.username ?? ''], needs });
      expect(snapshot.cost.roundTrips).toBeLessThanOrEqual(3);
      expect(snapshot.cost.apiCalls).toBeLessThanOrEqual(16);
      const enriched = await addNearMisses(reader, snapshot, missing);
      expect(enriched.cost.roundTrips).toBe(snapshot.cost.roundTrips + 1);
      const { apiCalls, roundTrips } = emulator.stats();
      expect(enriched.cost).toEqual({ apiCalls, roundTrips });
    });
  });

  test('several users share the trips of one', async () => {
    await emulating({ org: await loadScenario('large'), latencyMs }, async (emulator) => {
      const users = emulator.users.map(({ username }) => username);
      const snapshot = await collectOrg(await opened(emulator), {
        users: [...users, 'auditor@acme.example', 'warehouse@acme.example'],
        needs,
      });
      expect(snapshot.subjects.length).toBe(users.length + 2);
      expect(snapshot.cost.roundTrips).toBe(3);
    });
  });

  test('the 26th flow costs one trip more, and no sooner', async () => {
    const org = await loadScenario('compliant');
    const flowsOf = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        name: `Flow_${index}`,
        label: `Flow ${index}`,
        processType: 'Flow',
        restrictsAccess: index % 2 === 0,
      }));
    for (const [count, trips] of [
      [25, 3],
      [26, 4],
    ] as const) {
      await emulating(
        { org: { ...withoutFlowGrants(org), flows: flowsOf(count) }, latencyMs },
        async (emulator) => {
          const snapshot = await collectOrg(await opened(emulator), {
            users: ['integration@acme.example'],
            needs: { flows: true },
          });
          expect(snapshot.cost.roundTrips).toBe(trips);
          const flows = snapshot.flows.status === 'ok' ? snapshot.flows.value : [];
          expect(flows.map(({ restricted }) => restricted)).toEqual(
            flows.map(({ name }) => ({ status: 'ok', value: Number(name.slice(5)) % 2 === 0 })),
          );
          expect(flows.length).toBe(count);
        },
      );
    }
  });

  test('what nobody needs is not asked for', async () => {
    await emulating({ org: await loadScenario('compliant'), latencyMs }, async (emulator) => {
      const reader = await opened(emulator);
      const snapshot = await collectOrg(reader, {
        users: ['integration@acme.example'],
        needs: { organization: true },
      });
      expect(emulator.stats().apiCalls).toBe(1);
      const { limits, flows, availablePermissions, subjects } = snapshot;
      const [subject] = subjects;
      for (const part of [
        limits,
        flows,
        availablePermissions,
        subject?.user,
        subject?.profile,
        subject?.login,
        subject?.assignments,
      ]) {
        expect(part).toMatchObject({ status: 'unavailable', reason: { code: 'not-collected' } });
      }
      expect(snapshot.containers).toEqual([]);
    });
  });

  test.each<[string, Needs, string, number]>([
    ['a user', { user: true }, 'ok, not-collected', 1],
    ['a profile', { profile: true }, 'not-collected, ok', 2],
    ['a user and a profile', { user: true, profile: true }, 'ok, ok', 2],
  ])(
    'where %s is needed, that is what is read: both in as many calls as one',
    async (_, needed, expected, calls) => {
      await emulating({ org: await loadScenario('compliant'), latencyMs }, async (emulator) => {
        const reader = await opened(emulator);
        const { subjects } = await collectOrg(reader, { users: ['integration@acme.example'], needs: needed });
        const parts = [subjects[0]?.user, subjects[0]?.profile];
        const told = parts.map((part) => (part?.status === 'ok' ? 'ok' : part?.reason.code));
        expect(told.join(', ')).toBe(expected);
        expect(emulator.stats().apiCalls).toBe(calls);
      });
    },
  );
});

const withoutFlowGrants = <T extends { profiles: readonly { flows?: readonly string[] }[] }>(org: T): T => ({
  ...org,
  profiles: org.profiles.map(({ flows: _, ...profile }) => profile),
});

function isDeeplyFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isDeeplyFrozen);
}
