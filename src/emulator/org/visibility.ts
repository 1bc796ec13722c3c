import type { CallerAccess } from './caller.ts';
import type { Surface } from './schema/object-type.ts';
import type { OrgRecord } from './table.ts';

/** What a caller without the needed permission gets: a refusal, or an answer that looks like an empty org. */
type Otherwise = 'no-such-type' | 'no-rows' | 'own-rows';

interface VisibilityRule {
  readonly object: string;
  readonly surface?: Surface;
  /** Any one of these system permissions shows every row. */
  readonly needsAny: readonly string[];
  readonly otherwise: Otherwise;
  readonly trust: string;
}

const setup = ['ViewSetup'];
const sets = [
  'ViewSetup',
  'ManageSessionPermissionSets',
  'AssignPermissionSets',
  'ManageProfilesPermissionsets',
];
const groups = ['ViewSetup', 'ManageSessionPermissionSets', 'AssignPermissionSets'];

/**
 * Who sees what (docs/salesforce.md, trap 5). The needed permissions are the object reference's "Special
 * access rules" (V) unless said otherwise. What happens without them is written down nowhere: some orgs
 * answer INVALID_TYPE (v: an issue thread of jetstream has it for FieldPermissions), some answer no rows
 * (v), so the table has both, and nobody may lean on which. Objects that are not listed are open to every
 * caller: users are Public Read Only unless an org changes that (v).
 */
export const visibilityRules: readonly VisibilityRule[] = [
  { object: 'PermissionSet', needsAny: sets, otherwise: 'own-rows', trust: 'needs V, outcome v' },
  {
    object: 'PermissionSetAssignment',
    needsAny: ['ViewSetup', 'AssignPermissionSets', 'ManageUsers'],
    otherwise: 'own-rows',
    trust: 'needs V, outcome v',
  },
  { object: 'ObjectPermissions', needsAny: setup, otherwise: 'no-rows', trust: 'needs V, outcome v' },
  { object: 'FieldPermissions', needsAny: setup, otherwise: 'no-rows', trust: 'needs V, outcome v' },
  { object: 'SetupEntityAccess', needsAny: setup, otherwise: 'no-rows', trust: 'needs V, outcome u' },
  { object: 'PermissionSetTabSetting', needsAny: setup, otherwise: 'no-rows', trust: 'u' },
  { object: 'PermissionSetGroup', needsAny: groups, otherwise: 'no-such-type', trust: 'needs V, outcome u' },
  {
    object: 'PermissionSetGroupComponent',
    needsAny: setup,
    otherwise: 'no-such-type',
    trust: 'needs V, outcome u',
  },
  { object: 'MutingPermissionSet', needsAny: groups, otherwise: 'no-such-type', trust: 'needs V, outcome u' },
  {
    object: 'SessionPermSetActivation',
    needsAny: ['ViewSetup', 'ManageSessionPermissionSets'],
    otherwise: 'no-such-type',
    trust: 'needs V, outcome u',
  },
  { object: 'PermissionSetLicense', needsAny: setup, otherwise: 'no-rows', trust: 'u' },
  { object: 'PermissionSetLicenseAssign', needsAny: setup, otherwise: 'own-rows', trust: 'u' },
  { object: 'UserLogin', needsAny: ['ManageUsers'], otherwise: 'no-such-type', trust: 'needs V, outcome v' },
  { object: 'OauthToken', needsAny: ['ManageUsers'], otherwise: 'own-rows', trust: 'u' },
  {
    object: 'ConnectedApplication',
    needsAny: ['ViewSetup', 'ManageRemoteAccess'],
    otherwise: 'no-such-type',
    trust: 'u',
  },
  {
    object: 'FlowDefinitionView',
    needsAny: ['ViewSetup', 'ManageInteraction'],
    otherwise: 'no-such-type',
    trust: 'u',
  },
  {
    object: 'Flow',
    surface: 'tooling',
    needsAny: ['ViewSetup', 'ManageInteraction'],
    otherwise: 'no-such-type',
    trust: 'u',
  },
  {
    object: 'FlowDefinition',
    surface: 'tooling',
    needsAny: ['ViewSetup', 'ManageInteraction'],
    otherwise: 'no-such-type',
    trust: 'u',
  },
  { object: 'FieldDefinition', needsAny: setup, otherwise: 'no-such-type', trust: 'needs V, outcome u' },
  { object: 'EntityParticle', needsAny: setup, otherwise: 'no-such-type', trust: 'needs V, outcome u' },
  { object: 'EntityDefinition', surface: 'tooling', needsAny: setup, otherwise: 'no-such-type', trust: 'u' },
];

/** Whether a caller's row is its own, by object. */
const ownRow: Readonly<Record<string, (record: OrgRecord, caller: CallerAccess) => boolean>> = {
  PermissionSet: ({ cells }, caller) => caller.assignedSetIds.has(String(cells.Id)),
  PermissionSetAssignment: ({ cells }, caller) => cells.AssigneeId === caller.userId,
  PermissionSetLicenseAssign: ({ cells }, caller) => cells.AssigneeId === caller.userId,
  OauthToken: ({ cells }, caller) => cells.UserId === caller.userId,
};

/** Which rows of an object a caller sees; undefined when the object does not exist for the caller. */
export function visibleRows(
  object: string,
  surface: Surface,
  caller: CallerAccess,
): ((record: OrgRecord) => boolean) | undefined {
  const rule = visibilityRules.find(
    (candidate) => candidate.object === object && (candidate.surface ?? surface) === surface,
  );
  if (rule === undefined || rule.needsAny.some(caller.may)) return () => true;
  if (rule.otherwise === 'no-such-type') return undefined;
  const own = rule.otherwise === 'own-rows' ? ownRow[object] : undefined;
  return own === undefined ? () => false : (record) => own(record, caller);
}
