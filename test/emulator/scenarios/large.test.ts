import { beforeAll, describe, expect, test } from 'vitest';
import type { OrgDescription } from '../../../src/emulator/org-description.ts';
import { generateLarge } from '../../../src/emulator/scenarios/large.ts';
import { fieldPermissionCount } from '../../../src/emulator/scenarios/large-containers.ts';
import { loadScenario } from '../../../src/emulator/scenarios/load-scenario.ts';
import { createRandom } from '../../../src/emulator/scenarios/random.ts';
import type { GeneratedScenario } from '../../../src/emulator/scenarios/scenario-file.ts';

const small: GeneratedScenario = {
  generate: 'large',
  description: 'A small one',
  seed: 7,
  sizes: { permissionSets: 60, profiles: 30, users: 80, fieldPermissions: 3000 },
};

const countFields = ({ profiles, permissionSets = [] }: OrgDescription) =>
  fieldPermissionCount({ profiles, permissionSets });

describe('the generated org', () => {
  let compliant: OrgDescription;
  beforeAll(async () => {
    compliant = await loadScenario('compliant');
  });

  test('is as big as the scenario says', async () => {
    const org = await loadScenario('large');
    expect([org.profiles.length, org.permissionSets?.length, org.users.length]).toEqual([300, 1000, 5000]);
    expect(countFields(org)).toBe(60_000);
    expect(
      org.users.find(({ username }) => username === 'integration@acme.example')?.assignments,
    ).toHaveLength(41);
  });

  test('has no more flows to read one by one than fit in one call', async () => {
    const { flows = [] } = await loadScenario('large');
    const toRead = flows.filter(
      ({ active, triggerType, namespace }) =>
        active !== false && triggerType === undefined && namespace === undefined,
    );
    expect(toRead.length).toBeGreaterThan(10);
    expect(toRead.length).toBeLessThanOrEqual(25);
  });

  test('is the same for the same seed and another for another', () => {
    expect(generateLarge(small, compliant)).toEqual(generateLarge(small, compliant));
    expect(generateLarge({ ...small, seed: 8 }, compliant)).not.toEqual(generateLarge(small, compliant));
  });

  test('keeps to smaller sizes too', () => {
    const org = generateLarge(small, compliant);
    expect([org.profiles.length, org.permissionSets?.length, org.users.length]).toEqual([30, 60, 80]);
    expect(countFields(org)).toBe(3000);
  });
});

describe('made-up choices', () => {
  test('are the same for the same seed', () => {
    const draw = (seed: number) => {
      const random = createRandom(seed);
      return Array.from({ length: 20 }, () => random.below(1000));
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  test('spread evenly', () => {
    const random = createRandom(42);
    const counts = Array.from({ length: 10 }, () => 0);
    for (let draws = 0; draws < 10_000; draws += 1) {
      const drawn = random.below(10);
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  test.each([[0], [1], [5], [10], [12]])('take %i of ten, each once, in order', (count) => {
    const items = Array.from({ length: 10 }, (_, index) => index);
    const taken = createRandom(3).sample(items, count);
    expect(taken).toHaveLength(Math.min(count, 10));
    expect([...taken].sort((a, b) => a - b)).toEqual(taken);
    expect(new Set(taken).size).toBe(taken.length);
  });
});
