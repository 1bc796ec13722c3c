import * as fc from 'fast-check';
import type { OrgDescription } from '../../../src/emulator/org-description.ts';
import type { Fault } from '../../../src/emulator/start.ts';
import { auditor } from './random-org.ts';

/** What can go wrong between an org and the one who reads it. */
export interface Trouble {
  /** System permissions that the auditor has beside API Enabled. */
  readonly auditorMay: readonly string[];
  readonly apiVersion: string;
  readonly faults: readonly Fault[];
}

const objects: readonly string[] = [
  'Organization',
  'User',
  'UserPermissionAccess',
  'PermissionSet',
  'PermissionSetAssignment',
  'PermissionSetGroup',
  'PermissionSetGroupComponent',
  'MutingPermissionSet',
  'ObjectPermissions',
  'FieldPermissions',
  'SetupEntityAccess',
  'FieldDefinition',
  'EntityParticle',
  'FlowDefinitionView',
  'Flow',
];

const columns: readonly string[] = [
  'Id',
  'ParentId',
  'IsActive',
  'ExpirationDate',
  'PermissionSetId',
  'PermissionSetGroupId',
  'Status',
  'HasActivationRequired',
  'IsOwnedByProfile',
  'PermissionsRead',
  'PermissionsEdit',
  'PermissionsModifyAllData',
  'PermissionsViewSetup',
  'SobjectType',
  'Field',
  'SetupEntityId',
  'QualifiedApiName',
  'IsPermissionable',
];

const refusals = [
  { status: 400, errorCode: 'INVALID_TYPE', message: 'sObject type is not supported.' },
  { status: 400, errorCode: 'INVALID_FIELD', message: 'No such column.' },
  { status: 400, errorCode: 'QUERY_TIMEOUT', message: 'Your query request was running for too long.' },
  { status: 403, errorCode: 'INSUFFICIENT_ACCESS', message: 'insufficient access rights on object id' },
  { status: 500, errorCode: 'UNKNOWN_EXCEPTION', message: 'An unexpected error occurred.' },
];

const fault: fc.Arbitrary<Fault> = fc
  .record({
    object: fc.constantFrom(...objects),
    what: fc.oneof(
      fc.constantFrom(...refusals),
      fc.integer({ min: 1, max: 3 }).map((shortPage) => ({ shortPage })),
      fc.constantFrom(...columns).map((dropColumn) => ({ dropColumn })),
    ),
    times: fc.constantFrom(1, 1000),
  })
  .map(({ object, what, times }): Fault => ({ match: new RegExp(`FROM ${object}\\b`), times, ...what }));

/** Mostly one trouble at a time: two hide each other. */
export const randomTrouble: fc.Arbitrary<Trouble> = fc.record({
  auditorMay: fc.oneof(
    fc.constant(['ViewSetup', 'ViewAllUsers', 'ManageUsers']),
    fc.subarray(['ViewSetup', 'ViewAllUsers', 'ManageUsers', 'AssignPermissionSets']),
  ),
  apiVersion: fc.oneof(fc.constant('67.0'), fc.constantFrom('58.0', '62.0', '63.0')),
  faults: fc.array(fault, { maxLength: 2 }),
});

/** The org as an auditor with only these permissions meets it. */
export const seenBy = (org: OrgDescription, auditorMay: readonly string[]): OrgDescription => ({
  ...org,
  profiles: org.profiles.map((profile) =>
    profile.name === org.users.find(({ username }) => username === auditor)?.profile
      ? { ...profile, system: ['ApiEnabled', ...auditorMay] }
      : profile,
  ),
});
