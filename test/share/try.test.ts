import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadScenario } from '/work/wt/share/src/emulator/scenarios/load-scenario.ts';
import { snapshots } from '/work/wt/share/test/access/random-snapshot.ts';
import { richOrg } from '/work/wt/share/test/access/rich-org.ts';
import { snapshotOf } from '/work/wt/share/test/access/snapshot-builder.ts';
import { collected } from '/work/wt/share/test/collector/org/emulated.ts';
import { decidedOf, redacted, restored, unordered } from '/work/wt/share/test/share/redacting.ts';

test('rich', () => {
  const s = snapshotOf(richOrg);
  const r = redacted(s);
  expect(unordered(restored(r.snapshot, r.key))).toEqual(unordered(s));
  expect(unordered(restored(decidedOf(r.snapshot), r.key))).toEqual(unordered(decidedOf(s)));
});
test('random', () => {
  fc.assert(
    fc.property(snapshots, (s) => {
      const r = redacted(s);
      expect(unordered(restored(r.snapshot, r.key))).toEqual(unordered(s));
      expect(unordered(restored(decidedOf(r.snapshot), r.key))).toEqual(unordered(decidedOf(s)));
    }),
    { numRuns: 100 },
  );
});
test.for(['drifted', 'large', 'blind-auditor'])('%s', async (n) => {
  const s = await collected({ org: await loadScenario(n) });
  const t = performance.now();
  const r = redacted(s);
  console.log(n, performance.now() - t, JSON.stringify(s).length, r.key.names.length);
  const t2 = performance.now();
  expect(unordered(restored(r.snapshot, r.key))).toEqual(unordered(s));
  console.log('restore', performance.now() - t2);
  expect(unordered(restored(decidedOf(r.snapshot), r.key))).toEqual(unordered(decidedOf(s)));
});
