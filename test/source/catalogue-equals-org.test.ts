import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isReadOnlyField } from '../../src/emulator/org/schema/field-type.ts';
import type { OrgDescription } from '../../src/emulator/org-description.ts';
import { runs } from '../runs.ts';
import { randomLayout } from './layout.ts';
import { namedOrg } from './named-org.ts';
import { readWritten } from './read-written.ts';

test('the custom fields and the flows that files show are those of the org, and what they are like', async () => {
  await fc.assert(
    fc.asyncProperty(namedOrg, randomLayout(), async (org, layout) => {
      const { snapshot } = await readWritten(org, layout);
      for (const [object, part] of Object.entries(snapshot.catalogue)) {
        const fields = part.status === 'ok' ? part.value.fields.filter(({ name }) => isCustom(name)) : [];
        expect(fields.map(({ dataType: _, ...field }) => field)).toEqual(customFieldsOf(org, object));
      }
      const flows = snapshot.flows.status === 'ok' ? snapshot.flows.value : [];
      expect(
        flows.map(({ name, label, namespace, processType, triggerType, restricted }) => ({
          ...{ name, label, namespace, processType, triggerType, restricted },
        })),
      ).toEqual(flowsOf(org));
    }),
    runs(24),
  );
});

const isCustom = (name: string): boolean => name.endsWith('__c');

function customFieldsOf({ objects }: OrgDescription, object: string) {
  const fields = (objects[object]?.fields ?? []).filter(({ name }) => isCustom(name));
  return fields
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map((field) => ({
      name: field.name,
      label: field.label,
      permissionable: field.permissionable !== false,
      calculated: /^(Formula|Roll-Up)/.test(field.type),
      autoNumber: field.type === 'Auto Number',
      updatable: !isReadOnlyField(field),
    }));
}

/** Those that are active, but not those of packages, which are in no file. */
function flowsOf({ flows = [] }: OrgDescription) {
  return flows
    .filter(({ active, namespace }) => active !== false && namespace === undefined)
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ name, label, processType, triggerType = null, restrictsAccess }) => ({
      ...{ name, label, namespace: null, processType, triggerType },
      restricted: { status: 'ok', value: restrictsAccess === true },
    }));
}
