import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { withAggregates } from '../../src/access/with-aggregates.ts';
import { buildContainers } from '../../src/emulator/org/containers.ts';
import type { OrgDescription } from '../../src/emulator/org-description.ts';
import { flowName } from '../../src/salesforce/names.ts';
import { systemPermissions } from '../access/property/random-entries.ts';
import { runs } from '../runs.ts';
import { grantedIn, heldBy } from './held-entries.ts';
import { randomLayout, wholeContent } from './layout.ts';
import { namedOrg } from './named-org.ts';
import { readWritten } from './read-written.ts';
import { recalculated } from './settled-org.ts';

/** What each group's aggregate grants, by the group's name: that which the emulated org answers queries from. */
function aggregatesOf(org: OrgDescription): ReadonlyMap<string, readonly string[]> {
  const permissions = systemPermissions.filter((name) => !org.absentPermissions?.includes(name));
  const { groups } = buildContainers(org, permissions);
  return new Map(groups.map(({ description, grants }) => [description.name, grantedIn(grants)]));
}

test('the aggregates computed from files are those that the org computes, entry by entry', async () => {
  await fc.assert(
    fc.asyncProperty(namedOrg, randomLayout(wholeContent), async (drawn, layout) => {
      const org = recalculated(drawn);
      const { snapshot } = await readWritten(org, layout);
      const computed = withAggregates(snapshot).containers.filter(({ kind }) => kind === 'group');
      // Flows that no file defines have nothing to be held against.
      const flows = snapshot.flows.status === 'ok' ? snapshot.flows.value.map(flowName) : [];
      const inFiles = (line: string) => !line.startsWith('flow ') || flows.includes(line.slice(5));
      expect(computed.map(({ apiName, title, sessionBased }) => ({ apiName, title, sessionBased }))).toEqual(
        (org.permissionSetGroups ?? []).map(({ name, label, hasActivationRequired = false }) => ({
          ...{ apiName: name, title: label, sessionBased: hasActivationRequired },
        })),
      );
      for (const group of computed) {
        expect(group.completeness).toEqual({ kind: 'complete' });
        expect(heldBy(group, snapshot)).toEqual(aggregatesOf(org).get(group.apiName)?.filter(inFiles));
      }
    }),
    runs(30),
  );
});
