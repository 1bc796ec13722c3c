import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SourceReading } from '../../src/collector/source/read-source.ts';
import { runs } from '../runs.ts';
import { type Layout, randomContent, randomLayout } from './layout.ts';
import { namedOrg } from './named-org.ts';
import { readWritten } from './read-written.ts';
import { writeOrg } from './write-org.ts';

/** Two ways to write the same down. */
const twoLayouts: fc.Arbitrary<readonly [Layout, Layout]> = fc
  .tuple(randomContent, randomLayout(), randomLayout())
  .map(([content, one, other]) => [
    { ...one, content },
    { ...other, content },
  ]);

test('however an org is laid out in files, they say the same of it', async () => {
  await fc.assert(
    fc.asyncProperty(namedOrg, twoLayouts, async (org, [one, other]) => {
      expect(meaningOf(await readWritten(org, one))).toEqual(meaningOf(await readWritten(org, other)));
    }),
    runs(18),
  );
});

test('every file that a reading names is there', async () => {
  await fc.assert(
    fc.asyncProperty(namedOrg, randomLayout(), async (org, layout) => {
      const files = writeOrg(org, layout);
      const { filesOf, sharedFiles } = await readWritten(org, layout, files);
      const named = [...[...filesOf.values()].flat(), ...sharedFiles];
      expect(named.filter((file) => !files.has(file))).toEqual([]);
    }),
    runs(24),
  );
});

/** Keys of what tells where something stands, how much was read, and what was odd in the way it was written. */
const places = new Set(['at', 'additions', 'directories', 'cost', 'warnings', 'message', 'mend']);

/** What a reading says, wherever it stands and in whatever order, each thing once. */
function meaningOf({ snapshot, profiles }: SourceReading): unknown {
  const containers = snapshot.containers.map((each) =>
    // A set whose own file is left out has only the name of its folder.
    each.kind === 'permission-set' ? { ...each, title: each.apiName, license: null } : each,
  );
  return withoutPlaces({ ...snapshot, containers, profiles: Object.fromEntries(profiles) });
}

function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map((each) => JSON.stringify(withoutPlaces(each)));
    return [...new Set(items)].toSorted().map((each) => JSON.parse(each) as unknown);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !places.has(key))
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, each]) => [key, withoutPlaces(each)]),
  );
}
