import type { OrgDescription } from '../../org-description.ts';
import { apiDateTime, setUpAt } from '../clock.ts';
import type { Containers } from '../containers.ts';
import * as access from '../schema/access-objects.ts';
import * as apps from '../schema/apps.ts';
import * as catalogue from '../schema/catalogue.ts';
import { dataObjectType } from '../schema/data-object.ts';
import * as flowTypes from '../schema/flows.ts';
import * as licenses from '../schema/licenses.ts';
import type { ObjectType } from '../schema/object-type.ts';
import type { OrgVocabulary } from '../schema/org-vocabulary.ts';
import { organizationType } from '../schema/organization.ts';
import { profileType, userLoginType } from '../schema/people.ts';
import * as sets from '../schema/permission-objects.ts';
import * as setGroups from '../schema/permission-set-groups.ts';
import { userType } from '../schema/user.ts';
import { type Cells, createTable, type OrgRecord, type Table } from '../table.ts';
import * as accessRows from './access-tables.ts';
import * as assignmentRows from './assignment-tables.ts';
import { entityDefinitionRecords, fieldCatalogue } from './catalogue-tables.ts';
import * as flowRows from './flow-tables.ts';
import * as people from './people-tables.ts';
import * as permissionRows from './permission-tables.ts';

export interface OrgParts {
  readonly description: OrgDescription;
  readonly vocabulary: OrgVocabulary;
  readonly containers: Containers;
  readonly assignments: readonly assignmentRows.Assignment[];
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
    [organizationType, [people.organizationRecord(description, organizationId)]],
    [userType(hasPasswordExpiry), people.userRecords(description, userIds, containers), people.userDefaults],
    [userLoginType, people.userLoginRecords(description, userIds)],
    [licenses.userLicenseType, people.userLicenseRecords(description, licenseIds)],
    [profileType(vocabulary.permissions), permissionRows.profileRecords(containers, licenseIds)],
    [licenses.permissionSetLicenseType, assignmentRows.permissionSetLicenseRecords(description, licenseIds)],
    [
      licenses.permissionSetLicenseAssignType,
      assignmentRows.permissionSetLicenseAssignRecords(description, userIds, licenseIds),
    ],
    [apps.connectedApplicationType, []],
    [apps.oauthTokenType, []],
  ];
}

function permissionTables({ vocabulary, containers, assignments, licenseIds }: OrgParts): readonly Filled[] {
  return [
    [sets.permissionSetType(vocabulary), permissionRows.permissionSetRecords(containers, licenseIds)],
    [setGroups.permissionSetGroupType, permissionRows.groupRecords(containers)],
    [setGroups.permissionSetGroupComponentType, permissionRows.groupComponentRecords(containers)],
    [setGroups.mutingPermissionSetType(vocabulary), permissionRows.mutingRecords(containers)],
    [sets.permissionSetAssignmentType(vocabulary), assignmentRows.assignmentRecords(assignments)],
    [access.sessionPermSetActivationType, assignmentRows.sessionActivationRecords(assignments)],
    [access.permissionSetTabSettingType, []],
  ];
}

function accessTables({ description, vocabulary, containers }: OrgParts): readonly Filled[] {
  const parents = permissionRows.parentsOf(containers);
  const objects = vocabulary.permissionableObjects.map(({ value }) => value);
  const flowIds = new Map(
    flowRows.numberFlows(description).map((flow) => [flow.description.name, flow.definitionId]),
  );
  return [
    [access.objectPermissionsType(vocabulary), accessRows.objectPermissionRecords(parents, objects)],
    [
      access.fieldPermissionsType(vocabulary),
      accessRows.fieldPermissionRecords(parents, permissionRows.lookupSpellings(description.objects)),
    ],
    [access.setupEntityAccessType, accessRows.setupEntityAccessRecords(parents, flowIds)],
  ];
}

function flowTables({ description }: OrgParts): readonly Filled[] {
  const flows = flowRows.numberFlows(description);
  return [
    [flowTypes.flowDefinitionViewType, flowRows.flowDefinitionViewRecords(flows, description)],
    [flowTypes.flowDefinitionType, flowRows.flowDefinitionRecords(flows)],
    [flowTypes.flowType, flowRows.flowRecords(flows)],
  ];
}

function catalogueTables({ description }: OrgParts): readonly Filled[] {
  const dataTypes = Object.entries(description.objects).map(([name, object], index) =>
    dataObjectType(name, object, index + 1),
  );
  const { fieldDefinitions, entityParticles } = fieldCatalogue(description.objects);
  return [
    ...dataTypes.map((type): Filled => [type, []]),
    [catalogue.entityDefinitionType, entityDefinitionRecords(dataTypes)],
    [catalogue.fieldDefinitionType, fieldDefinitions],
    [catalogue.entityParticleType, entityParticles],
  ];
}
