import type { OrgDescription } from '../../org-description.ts';
import { apiDateTime, setUpAt } from '../clock.ts';
import type { Containers } from '../containers.ts';
import {
  fieldPermissionsType,
  objectPermissionsType,
  permissionSetTabSettingType,
  sessionPermSetActivationType,
  setupEntityAccessType,
} from '../schema/access-objects.ts';
import { connectedApplicationType, oauthTokenType } from '../schema/apps.ts';
import { entityDefinitionType, entityParticleType, fieldDefinitionType } from '../schema/catalogue.ts';
import { dataObjectType } from '../schema/data-object.ts';
import { flowDefinitionType, flowDefinitionViewType, flowType } from '../schema/flows.ts';
import type { ObjectType } from '../schema/object-type.ts';
import {
  organizationType,
  permissionSetLicenseAssignType,
  permissionSetLicenseType,
  profileType,
  userLicenseType,
  userLoginType,
} from '../schema/people.ts';
import {
  mutingPermissionSetType,
  type OrgVocabulary,
  permissionSetAssignmentType,
  permissionSetGroupComponentType,
  permissionSetGroupType,
  permissionSetType,
} from '../schema/permission-objects.ts';
import { userType } from '../schema/user.ts';
import { type Cells, createTable, type OrgRecord, type Table } from '../table.ts';
import {
  fieldPermissionRecords,
  objectPermissionRecords,
  setupEntityAccessRecords,
} from './access-tables.ts';
import {
  type Assignment,
  assignmentRecords,
  permissionSetLicenseAssignRecords,
  permissionSetLicenseRecords,
  sessionActivationRecords,
} from './assignment-tables.ts';
import { entityDefinitionRecords, fieldCatalogue } from './catalogue-tables.ts';
import { flowDefinitionRecords, flowDefinitionViewRecords, flowRecords, numberFlows } from './flow-tables.ts';
import {
  organizationRecord,
  userDefaults,
  userLicenseRecords,
  userLoginRecords,
  userRecords,
} from './people-tables.ts';
import {
  groupComponentRecords,
  groupRecords,
  lookupSpellings,
  mutingRecords,
  parentsOf,
  permissionSetRecords,
  profileRecords,
} from './permission-tables.ts';

export interface OrgParts {
  readonly description: OrgDescription;
  readonly vocabulary: OrgVocabulary;
  readonly containers: Containers;
  readonly assignments: readonly Assignment[];
  readonly organizationId: string;
  readonly userIds: ReadonlyMap<string, string>;
  /** User licences and permission set licences, by name. */
  readonly licenseIds: ReadonlyMap<string, string>;
}

type Filled = readonly [ObjectType, readonly OrgRecord[], Cells?];

/** Every table of the org by its object's name, in lower case. */
export function buildTables(parts: OrgParts): ReadonlyMap<string, Table> {
  const setUp = apiDateTime(setUpAt(parts.description.now));
  const creator = [...parts.userIds.values()][0] ?? null;
  const shared: Cells = {
    CreatedDate: setUp,
    CreatedById: creator,
    LastModifiedDate: setUp,
    LastModifiedById: creator,
    SystemModstamp: setUp,
  };
  const filled: readonly Filled[] = [
    ...peopleTables(parts),
    ...permissionTables(parts),
    ...accessTables(parts),
    ...flowTables(parts),
    ...catalogueTables(parts),
  ];
  return new Map(
    filled.map(([type, records, defaults]) => [
      type.name.toLowerCase(),
      createTable(type, records, { ...shared, ...defaults }),
    ]),
  );
}

function peopleTables({
  description,
  vocabulary,
  containers,
  organizationId,
  userIds,
  licenseIds,
}: OrgParts): readonly Filled[] {
  const hasPasswordExpiry = description.users.some((user) => user.passwordExpires !== undefined);
  return [
    [organizationType, [organizationRecord(description, organizationId)]],
    [userType(hasPasswordExpiry), userRecords(description, userIds, containers), userDefaults],
    [userLoginType, userLoginRecords(description, userIds)],
    [userLicenseType, userLicenseRecords(description, licenseIds)],
    [profileType(vocabulary.permissions), profileRecords(containers, licenseIds)],
    [permissionSetLicenseType, permissionSetLicenseRecords(description, licenseIds)],
    [permissionSetLicenseAssignType, permissionSetLicenseAssignRecords(description, userIds, licenseIds)],
    [connectedApplicationType, []],
    [oauthTokenType, []],
  ];
}

function permissionTables({ vocabulary, containers, assignments, licenseIds }: OrgParts): readonly Filled[] {
  return [
    [permissionSetType(vocabulary), permissionSetRecords(containers, licenseIds)],
    [permissionSetGroupType, groupRecords(containers)],
    [permissionSetGroupComponentType, groupComponentRecords(containers)],
    [mutingPermissionSetType(vocabulary), mutingRecords(containers)],
    [permissionSetAssignmentType(vocabulary), assignmentRecords(assignments)],
    [sessionPermSetActivationType, sessionActivationRecords(assignments)],
    [permissionSetTabSettingType, []],
  ];
}

function accessTables({ description, vocabulary, containers }: OrgParts): readonly Filled[] {
  const parents = parentsOf(containers);
  const objects = vocabulary.permissionableObjects.map(({ value }) => value);
  const flowIds = new Map(numberFlows(description).map((flow) => [flow.description.name, flow.definitionId]));
  return [
    [objectPermissionsType(vocabulary), objectPermissionRecords(parents, objects)],
    [fieldPermissionsType(vocabulary), fieldPermissionRecords(parents, lookupSpellings(description.objects))],
    [setupEntityAccessType, setupEntityAccessRecords(parents, flowIds)],
  ];
}

function flowTables({ description }: OrgParts): readonly Filled[] {
  const flows = numberFlows(description);
  return [
    [flowDefinitionViewType, flowDefinitionViewRecords(flows, description)],
    [flowDefinitionType, flowDefinitionRecords(flows)],
    [flowType, flowRecords(flows)],
  ];
}

function catalogueTables({ description }: OrgParts): readonly Filled[] {
  const dataTypes = Object.entries(description.objects).map(([name, object], index) =>
    dataObjectType(name, object, index + 1),
  );
  const { fieldDefinitions, entityParticles } = fieldCatalogue(description.objects);
  return [
    ...dataTypes.map((type): Filled => [type, []]),
    [entityDefinitionType, entityDefinitionRecords(dataTypes)],
    [fieldDefinitionType, fieldDefinitions],
    [entityParticleType, entityParticles],
  ];
}
