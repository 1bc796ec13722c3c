import { permissionLabelsByName } from './schema/permission-columns.ts';

/**
 * Which permissions an edition lacks: their `Permissions…` columns do not exist there, and a query that
 * names one fails whole (docs/salesforce.md, trap 1). Which ones a given org really lacks hangs on its features
 * and licences too, so a scenario adds what it needs with `absentPermissions`.
 *
 * Trust: that Apex, sandboxes and packaging of the second generation start with Enterprise is V (editions
 * page of Apex, sandboxes and 2GP in Salesforce Help). That the column goes with it is v for AuthorApex
 * (SalesforceLabs/OrgCheck issue 592 quotes the refusal), u for the others.
 * ApiEnabled is deliberately in no list: Professional has it as an add-on.
 */
const withoutCode = [
  'AuthorApex',
  'DebugApex',
  'ManageSandboxes',
  'ManageDevSandboxes',
  'Packaging2',
  'Packaging2Delete',
  'Packaging2PromoteVersion',
];
const withoutProcesses = ['ManageInteraction', 'FlowUFLRequired', 'CreatePackaging', 'PublishPackaging'];

const absentByEdition: Readonly<Record<string, readonly string[]>> = {
  'Professional Edition': withoutCode,
  'Team Edition': [...withoutCode, ...withoutProcesses],
  'Contact Manager Edition': [...withoutCode, ...withoutProcesses],
  'Personal Edition': [...withoutCode, ...withoutProcesses],
  'Base Edition': [...withoutCode, ...withoutProcesses],
};

/** API names of the permissions an org of this `OrganizationType` knows, without the absent ones. */
export function knownPermissions(organizationType: string, absent: readonly string[]): readonly string[] {
  const lacking = new Set([...(absentByEdition[organizationType] ?? []), ...absent]);
  return Object.keys(permissionLabelsByName).filter((name) => !lacking.has(name));
}
