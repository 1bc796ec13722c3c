import { describeAccess } from '../../engine/index.ts';
import type { Access, Decision, FieldAccess, FieldRight } from '../../model/access.ts';
import type { AccessRow } from '../../model/access-row.ts';
import type { ObjectRight } from '../../model/container.ts';
import type { Part } from '../../model/part.ts';
import { objectRights, permissionLabel, rightLabels } from '../../salesforce/labels.ts';
import { flowName } from '../../salesforce/names.ts';

/** `not-needed`: a flow that asks nobody for a grant of its own. */
export type State = Decision['decision'] | 'not-needed';

/** One thing that a subject may or may not do. */
export interface Permission {
  readonly kind: AccessRow['kind'];
  /** What the page's address calls it: `Account:viewAllRecords`, `Account.Rating:edit`, `ApiEnabled`. */
  readonly key: string;
  /** What sentences call it: `Account: View All`. */
  readonly title: string;
  /** Other names that it goes by. */
  readonly aliases: readonly string[];
  readonly state: State;
  /** Null for what is no matter of grants: licences, flows that need none. */
  readonly decision: Decision | null;
  /** Of an effective right on a field: what field-level security alone says. */
  readonly fieldLevel?: Decision;
}

export const keyOf = {
  system: (name: string): string => name,
  object: (object: string, right: ObjectRight): string => `${object}:${right}`,
  field: (name: string, right: FieldRight): string => `${name}:${right}`,
  // No API name has a slash in it.
  flow: (name: string): string => `flow/${name}`,
  license: (name: string): string => `license/${name}`,
};

export const fieldRights = ['read', 'edit'] as const satisfies readonly FieldRight[];

/** Everything that was decided, in the order of the page: system permissions, objects, fields, flows, licences. */
export function permissionsOf(access: Access): readonly Permission[] {
  const described = describedBeside(access);
  return [
    ...sorted(access.systemPermissions).map(([name, decision]) => systemPermission(name, decision)),
    ...sorted(access.objects).flatMap(([name, { rights }]) =>
      objectRights.map((right) => objectPermission(name, right, rights[right])),
    ),
    ...sorted(access.fields).flatMap(([name, field]) =>
      fieldRights.map((right) => fieldPermission(name, field, right)),
    ),
    ...flowPermissions(access.flows, described),
    ...sorted(access.permissionSetLicenses).map(([name]) => licensePermission(name, described)),
  ];
}

/** Sorted by name, by code units: the same everywhere. */
export const sorted = <T>(record: Readonly<Record<string, T>>): readonly (readonly [string, T])[] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

/** What the description says of flows and licences: which of them are a matter of permission at all. */
const describedBeside = (access: Access): ReadonlyMap<string, AccessRow> =>
  new Map(
    describeAccess({ ...access, systemPermissions: {}, objects: {}, fields: {} }).map((row) => [
      row.what,
      row,
    ]),
  );

const systemPermission = (name: string, decision: Decision): Permission => ({
  kind: 'system',
  key: keyOf.system(name),
  title: permissionLabel(name),
  aliases: [name],
  state: decision.decision,
  decision,
});

const objectPermission = (object: string, right: ObjectRight, decision: Decision): Permission => ({
  kind: 'object',
  key: keyOf.object(object, right),
  title: `${object}: ${rightLabels[right]}`,
  aliases: [],
  state: decision.decision,
  decision,
});

function fieldPermission(name: string, access: FieldAccess, right: FieldRight): Permission {
  const { asked, field, fieldLevel, effective } = access;
  const found = field.status === 'ok' ? field.value : null;
  const names = [asked.label, asked.configured, found?.label, found && `${asked.object}.${found.name}`];
  return {
    kind: 'field',
    key: keyOf.field(name, right),
    title: `${name}: ${rightLabels[right]}`,
    aliases: [...new Set(names)].flatMap((each) => (each == null || each === name ? [] : [each])),
    state: effective[right].decision,
    decision: effective[right],
    fieldLevel: fieldLevel[right],
  };
}

function flowPermissions(
  flows: Access['flows'],
  described: ReadonlyMap<string, AccessRow>,
): readonly Permission[] {
  return okOr(flows, []).map(({ flow, run }) => {
    const title = `Flow ${flowName(flow)}: Run`;
    const state = described.get(title)?.decision ?? 'not-needed';
    return {
      kind: 'flow',
      key: keyOf.flow(flowName(flow)),
      title,
      aliases: [flow.label],
      state,
      // Where the org does not tell whether it is restricted, no grant decides.
      decision: state === run.decision ? run : null,
    };
  });
}

function licensePermission(name: string, described: ReadonlyMap<string, AccessRow>): Permission {
  const title = `Permission set license ${name}`;
  const state = described.get(title)?.decision ?? 'unknown';
  return { kind: 'license', key: keyOf.license(name), title, aliases: [], state, decision: null };
}

const okOr = <T>(part: Part<T>, otherwise: T): T => (part.status === 'ok' ? part.value : otherwise);
