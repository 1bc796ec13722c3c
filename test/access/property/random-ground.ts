import * as fc from 'fast-check';
import type {
  FieldDescription,
  FlowDescription,
  ObjectDescription,
  OrgDescription,
} from '../../../src/emulator/org-description.ts';
import {
  fieldNames,
  flowNames,
  type Grantable,
  type objectNames,
  systemPermissions,
} from './random-entries.ts';

const fieldKinds: readonly Omit<FieldDescription, 'name' | 'label'>[] = [
  { type: 'Text(40)' },
  { type: 'Lookup(Account)' },
  { type: 'Formula (Text)' },
  { type: 'Auto Number' },
  { type: 'Roll-Up Summary (COUNT Contact)' },
  { type: 'Text(80)', permissionable: false, required: true },
  { type: 'Master-Detail(Account)', permissionable: false, required: true },
];

/** Fields that every object has and no container can speak of. */
const standardFields: readonly FieldDescription[] = [
  { name: 'Id', label: 'Record ID', type: 'ID', permissionable: false },
  { name: 'OwnerId', label: 'Owner', type: 'Lookup(User,Group)', permissionable: false },
  { name: 'CreatedDate', label: 'Created Date', type: 'Date/Time', permissionable: false },
  { name: 'SystemModstamp', label: 'System Modstamp', type: 'Date/Time', permissionable: false },
];

const randomObject = (name: (typeof objectNames)[number]): fc.Arbitrary<ObjectDescription> =>
  fc
    .record({ kinds: fc.array(fc.constantFrom(...fieldKinds), { maxLength: 3 }), hierarchy: fc.boolean() })
    .map(({ kinds, hierarchy }) => ({
      label: name,
      ...(name === 'Task' ? { permissionable: false } : {}),
      fields: [
        ...kinds.map((kind, i) => ({ name: fieldNames[i] ?? '', label: `Field ${i}`, ...kind })),
        ...(hierarchy ? [{ name: 'ParentId', label: 'Parent', type: 'Hierarchy(Account)' }] : []),
        ...standardFields,
      ],
    }));

const randomFlows: fc.Arbitrary<readonly FlowDescription[]> = fc
  .array(
    fc.record({
      processType: fc.constantFrom('Flow', 'AutoLaunchedFlow'),
      triggerType: fc.option(fc.constantFrom('RecordAfterSave', 'Scheduled'), { nil: undefined }),
      active: fc.option(fc.boolean(), { nil: undefined }),
      restrictsAccess: fc.boolean(),
      namespace: fc.option(fc.constant('iv'), { nil: undefined }),
    }),
    { maxLength: flowNames.length },
  )
  .map((flows) =>
    flows.map((flow, i) => ({
      name: flowNames[i] ?? '',
      label: `Flow ${i}`,
      processType: flow.processType,
      restrictsAccess: flow.restrictsAccess,
      ...(flow.triggerType === undefined ? {} : { triggerType: flow.triggerType }),
      ...(flow.active === undefined ? {} : { active: flow.active }),
      ...(flow.namespace === undefined ? {} : { namespace: flow.namespace }),
    })),
  );

/** What an org has before anybody is granted anything: its edition, objects with fields, and flows. */
export const randomGround = fc.record({
  type: fc.constantFrom('Enterprise Edition', 'Unlimited Edition', 'Professional Edition'),
  absentPermissions: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.subarray(systemPermissions.slice(1), { maxLength: 2 }).map(withDependents) },
  ),
  objects: fc.record({
    Account: randomObject('Account'),
    Contact: randomObject('Contact'),
    Task: randomObject('Task'),
  }),
  flows: randomFlows,
});

/** No org has Modify All Data without View All Data, which it cannot be without. */
function withDependents(absent: readonly string[]): readonly string[] {
  return absent.includes('ViewAllData') ? [...new Set([...absent, 'ModifyAllData'])] : absent;
}

/** What containers of such an org can grant. */
export function grantableIn(org: Pick<OrgDescription, 'absentPermissions' | 'objects' | 'flows'>): Grantable {
  const objects = Object.entries(org.objects);
  return {
    system: new Set(systemPermissions.filter((name) => !org.absentPermissions?.includes(name))),
    objects: new Set(
      objects.filter(([, { permissionable }]) => permissionable !== false).map(([name]) => name),
    ),
    fields: new Set(
      objects.flatMap(([object, { fields }]) =>
        fields
          .filter(({ permissionable }) => permissionable !== false)
          .map(({ name }) => `${object}.${name}`),
      ),
    ),
    flows: new Set(org.flows?.map(({ name }) => name)),
  };
}
