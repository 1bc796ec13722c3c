import type {
  Access,
  AssignmentRef,
  ContainerRef,
  Decision,
  Entry,
  FieldAccess,
  FlowAccess,
  NearMiss,
  ObjectAccess,
} from '../../src/model/access.ts';
import type { ObjectRight } from '../../src/model/container.ts';
import type { Gap, Part } from '../../src/model/part.ts';
import type { Field, Flow } from '../../src/model/snapshot.ts';
import type { Profile, User } from '../../src/model/subject.ts';

export const asOf = '2026-11-01T12:00:00.000Z';

/** A gap as a query that failed leaves it. */
export const noAnswer: Gap = {
  code: 'query-failed',
  message: 'The query was refused',
  errorCode: 'INVALID_TYPE',
  mend: 'Grant View Setup and Configuration to the auditor',
};

export const ok = <T>(value: T): Part<T> => ({ status: 'ok', value });
export const unavailable: { readonly status: 'unavailable'; readonly reason: Gap } = {
  status: 'unavailable',
  reason: noAnswer,
};

export const apiOnlyProfile: ContainerRef = { id: '0PS1', kind: 'profile', title: 'API Only' };
export const throughProfile: AssignmentRef = { id: '0Pa1', group: null, expires: null };
const entry: Entry = { kind: 'system', permission: 'ApiEnabled' };

/** Granted by the profile, unless by these ways. */
export function granted(...ways: readonly Partial<AssignmentRef & { container: ContainerRef }>[]): Decision {
  const [first = {}, ...rest] = ways;
  const grant = ({ container = apiOnlyProfile, ...through }: (typeof ways)[number]) => ({
    container,
    through: { ...throughProfile, ...through },
    entry,
  });
  return { decision: 'granted', grants: [grant(first), ...rest.map(grant)] };
}

export const denied: Decision = { decision: 'denied', nearMisses: [] };

export function unknown(...nearMisses: readonly NearMiss[]): Decision {
  return { decision: 'unknown', because: [noAnswer], nearMisses };
}

export function nearMiss(
  kind: NearMiss['kind'],
  container: ContainerRef,
  through: AssignmentRef | null,
): NearMiss {
  return { kind, container, through, entry };
}

const everyRight: Readonly<Record<ObjectRight, Decision>> = {
  read: granted(),
  create: granted(),
  edit: granted(),
  delete: granted(),
  viewAllRecords: granted(),
  modifyAllRecords: granted(),
  viewAllFields: granted(),
};

export function objectAccess(
  object: string,
  rights: Partial<Record<ObjectRight, Decision>> = {},
): ObjectAccess {
  return { object, rights: { ...everyRight, ...rights } };
}

export const tierField: Field = {
  name: 'Tier__c',
  label: 'Customer tier',
  dataType: 'Text(40)',
  permissionable: true,
  calculated: false,
  autoNumber: false,
  updatable: true,
};

/** Full access to `Account.Tier__c`, unless these say otherwise. */
export function fieldAccess(overrides: Partial<FieldAccess> = {}): FieldAccess {
  return {
    asked: { object: 'Account', field: 'Tier__c' },
    field: ok(tierField),
    foundBy: 'name',
    candidates: [],
    writable: ok(true),
    fieldLevel: { read: granted(), edit: granted() },
    effective: { read: granted(), edit: granted() },
    ...overrides,
  };
}

/** An active screen flow without restrictions, unless these say otherwise. */
export function flowAccess(
  flow: Partial<Flow> = {},
  access: Partial<Omit<FlowAccess, 'flow'>> = {},
): FlowAccess {
  return {
    flow: {
      id: '3001',
      name: 'Score_Leads',
      label: 'Score leads',
      namespace: null,
      processType: 'Flow',
      triggerType: null,
      restricted: ok(false),
      ...flow,
    },
    context: 'user',
    run: denied,
    ...access,
  };
}

export function profileOf(overrides: Partial<Profile> = {}): Part<Profile> {
  const license = ok({ name: 'Salesforce', key: 'SFDC' });
  return ok({ id: '00e1', name: 'API Only', isCustom: ok(true), license, ...overrides });
}

export function userOf(overrides: Partial<User> = {}): Part<User> {
  return ok({
    id: '0051',
    username: 'integration@acme.example',
    name: 'Integration User',
    isActive: true,
    lastLoginDate: '2026-10-31T08:00:00.000Z',
    userType: 'Standard',
    flowUser: ok(false),
    passwordExpires: ok('2027-01-15T00:00:00.000Z'),
    ...overrides,
  });
}

type Records = Pick<Access, 'systemPermissions' | 'objects' | 'fields' | 'permissionSetLicenses'>;

/** What a case changes: whole parts, and single members of the parts that are records. */
export type AccessOverrides = Partial<Omit<Access, keyof Records>> & {
  readonly [K in keyof Records]?: Records[K];
};

/** The access document of a user whom nothing is missing, with these changes. */
export function accessFixture(overrides: AccessOverrides = {}): Access {
  const { systemPermissions, objects, fields, permissionSetLicenses, ...parts } = overrides;
  const license = { name: 'SalesConsoleUser', label: 'Sales Console User', status: 'Active', expires: null };
  return {
    accessVersion: 1,
    subject: { kind: 'user', id: '0051', name: 'integration@acme.example', title: 'Integration User' },
    asOf,
    organization: ok({ id: '00D1', name: 'Acme', edition: 'Enterprise Edition', isSandbox: false }),
    user: userOf(),
    profile: profileOf(),
    login: ok({ isFrozen: false, isPasswordLocked: false }),
    profilePeers: ok({ total: 0, examples: [] }),
    limits: ok({ dailyApiRequests: { max: 1000, remaining: 900 } }),
    flows: ok([flowAccess()]),
    otherFlows: null,
    assignments: ok({
      all: [],
      dependents: [{ permission: 'API Enabled', decision: granted() }],
    }),
    ...parts,
    systemPermissions: {
      ApiEnabled: granted(),
      ApiUserOnly: granted(),
      PasswordNeverExpires: denied,
      RunFlow: granted(),
      ManageInteraction: denied,
      ...systemPermissions,
    },
    objects: { Account: objectAccess('Account'), ...objects },
    fields: { 'Account.Tier__c': fieldAccess(), ...fields },
    permissionSetLicenses: { SalesConsoleUser: ok(license), ...permissionSetLicenses },
  };
}
