import { describe, expect, test } from 'vitest';
import { effectiveAccess } from '../../src/emulator/effective-access/effective-access.ts';
import type {
  AssignmentDescription,
  OrgDescription,
  PermissionEntries,
  PermissionSetDescription,
  PermissionSetGroupDescription,
} from '../../src/emulator/org-description.ts';

const username = 'sync@example.com';
const now = '2026-03-01T12:00:00Z';

interface Case {
  readonly profile?: PermissionEntries;
  readonly sets?: readonly (PermissionEntries & Partial<PermissionSetDescription>)[];
  readonly groups?: readonly (Partial<PermissionSetGroupDescription> & {
    readonly members: readonly string[];
  })[];
  readonly assigned?: readonly AssignmentDescription[];
  readonly absent?: readonly string[];
}

/** An org with one user, written as short as the case allows: sets are named A, B …, groups G, H … */
function orgOf({ profile = {}, sets = [], groups = [], assigned = [], absent = [] }: Case): OrgDescription {
  return {
    description: 'One user',
    now,
    organization: { name: 'Example', type: 'Enterprise Edition' },
    userLicenses: [{ name: 'Salesforce', key: 'SFDC' }],
    absentPermissions: absent,
    objects: {
      Account: {
        label: 'Account',
        fields: [
          { name: 'Size__c', label: 'Size', type: 'Number(18, 0)' },
          { name: 'Score__c', label: 'Score', type: 'Formula (Number)' },
          { name: 'Code__c', label: 'Code', type: 'Auto Number' },
          { name: 'OwnerId', label: 'Owner', type: 'Lookup(User)', permissionable: false },
          { name: 'CreatedDate', label: 'Created', type: 'Date/Time', permissionable: false },
        ],
      },
      Task: { label: 'Task', permissionable: false, fields: [] },
    },
    flows: [{ name: 'Match', label: 'Match', processType: 'Flow', restrictsAccess: true }],
    profiles: [{ name: 'API Only', license: 'Salesforce', custom: true, ...profile }],
    permissionSets: sets.map((set, i) => ({ name: 'ABCD'.charAt(i), label: `Set ${i}`, ...set })),
    permissionSetGroups: groups.map((group, i) => ({
      name: 'GHIJ'.charAt(i),
      label: `Group ${i}`,
      ...group,
    })),
    users: [
      { username, alias: 'sync', name: 'Sync', profile: 'API Only', lastLogin: null, assignments: assigned },
    ],
    auditor: username,
    audit: [],
  };
}

const accessIn = (described: Case) => effectiveAccess(orgOf(described), username);

/** All rights on Account that are not denied, `?` behind the unknown ones. */
function onAccount(described: Case): string {
  return Object.entries(accessIn(described).objects.Account ?? {})
    .filter(([, truth]) => truth !== 'denied')
    .map(([right, truth]) => (truth === 'unknown' ? `${right}?` : right))
    .join(' ');
}

describe('object rights', () => {
  test.each<[string, Case, string]>([
    ['nothing granted is nothing', {}, ''],
    ['Create is saved with Read', { profile: { objects: { Account: ['create'] } } }, 'read create'],
    [
      'Delete is saved with Read and Edit',
      { profile: { objects: { Account: ['delete'] } } },
      'read edit delete',
    ],
    [
      'Modify All is everything but Create and View All Fields',
      { profile: { objects: { Account: ['modifyAllRecords'] } } },
      'read edit delete viewAllRecords modifyAllRecords',
    ],
    ['View All Data is Read and View All', { profile: { system: ['ViewAllData'] } }, 'read viewAllRecords'],
    [
      'Modify All Data is everything but Create and View All Fields',
      { profile: { system: ['ModifyAllData'] } },
      'read edit delete viewAllRecords modifyAllRecords',
    ],
    [
      'a set adds to the profile',
      {
        profile: { objects: { Account: ['read'] } },
        sets: [{ objects: { Account: ['create'] } }],
        assigned: [{ permissionSet: 'A' }],
      },
      'read create',
    ],
    ['a set that is not assigned adds nothing', { sets: [{ objects: { Account: ['read'] } }] }, ''],
    [
      'a session-based set leaves in doubt what only it grants',
      {
        profile: { objects: { Account: ['read'] } },
        sets: [{ objects: { Account: ['edit'] }, hasActivationRequired: true }],
        assigned: [{ permissionSet: 'A', sessionActive: true }],
      },
      'read edit?',
    ],
    [
      'a session-based member needs no activation in a group',
      {
        sets: [{ objects: { Account: ['read'] }, hasActivationRequired: true }],
        groups: [{ members: ['A'] }],
        assigned: [{ group: 'G' }],
      },
      'read',
    ],
    [
      'a session-based group is in doubt',
      {
        sets: [{ objects: { Account: ['read'] } }],
        groups: [{ members: ['A'], hasActivationRequired: true }],
        assigned: [{ group: 'G' }],
      },
      'read?',
    ],
    [
      'muting Edit takes Delete and Modify All with it',
      {
        sets: [{ objects: { Account: ['modifyAllRecords', 'create'] } }],
        groups: [{ members: ['A'], muting: { name: 'M', label: 'M', objects: { Account: ['edit'] } } }],
        assigned: [{ group: 'G' }],
      },
      'read create viewAllRecords',
    ],
    [
      'muting Read takes everything',
      {
        sets: [{ objects: { Account: ['modifyAllRecords', 'create', 'viewAllFields'] } }],
        groups: [{ members: ['A'], muting: { name: 'M', label: 'M', objects: { Account: ['read'] } } }],
        assigned: [{ group: 'G' }],
      },
      '',
    ],
    [
      'muting takes from the group alone, not from the same set assigned directly',
      {
        sets: [{ objects: { Account: ['read'] } }],
        groups: [{ members: ['A'], muting: { name: 'M', label: 'M', objects: { Account: ['read'] } } }],
        assigned: [{ group: 'G' }, { permissionSet: 'A' }],
      },
      'read',
    ],
    [
      'muting View All Data takes Modify All Data with it, and all that they imply',
      {
        sets: [{ system: ['ModifyAllData'] }],
        groups: [{ members: ['A'], muting: { name: 'M', label: 'M', system: ['ViewAllData'] } }],
        assigned: [{ group: 'G' }],
      },
      '',
    ],
    [
      'an outdated group leaves in doubt what it gave and what it should give',
      {
        sets: [{ objects: { Account: ['create'] } }],
        groups: [{ members: ['A'], status: 'Outdated', staleAggregate: { objects: { Account: ['edit'] } } }],
        assigned: [{ group: 'G' }],
      },
      'read? create? edit?',
    ],
    [
      'an outdated group casts no doubt on what comes another way',
      {
        profile: { objects: { Account: ['create'] } },
        sets: [{ objects: { Account: ['create'] } }],
        groups: [{ members: ['A'], status: 'Failed' }],
        assigned: [{ group: 'G' }],
      },
      'read create',
    ],
  ])('%s', (_, described, expected) => {
    expect(onAccount(described)).toBe(expected);
  });

  test('an object without object permissions of its own is in doubt until all data is granted', () => {
    const rights = (profile: PermissionEntries) => accessIn({ profile }).objects.Task;
    expect(rights({})).toMatchObject({ read: 'unknown', create: 'unknown', edit: 'unknown' });
    expect(rights({ system: ['ModifyAllData'] })).toMatchObject({ read: 'granted', create: 'unknown' });
  });
});

describe('assignments', () => {
  const reads = (assignment: Omit<AssignmentDescription, 'permissionSet' | 'group'>) =>
    onAccount({
      sets: [{ objects: { Account: ['read'] } }],
      assigned: [{ permissionSet: 'A', ...assignment }],
    });

  test.each<[string, Omit<AssignmentDescription, 'permissionSet' | 'group'>, string]>([
    ['one second before its end it holds', { expires: '2026-03-01T12:00:01Z' }, 'read'],
    ['at its end it is over', { expires: now }, ''],
    ['after its end it is over', { expires: '2026-03-01T11:59:59Z' }, ''],
    [
      'the end is an instant, in whatever zone it is written',
      { expires: '2026-03-01T13:30:00+01:00' },
      'read',
    ],
    ['inactive is over', { active: false }, ''],
    ['revoked is over', { revoked: true }, ''],
    ['revoked: false holds', { revoked: false }, 'read'],
  ])('%s', (_, assignment, expected) => {
    expect(reads(assignment)).toBe(expected);
  });
});

describe('fields', () => {
  const fieldIn = (field: string, profile: PermissionEntries): string => {
    const { fieldLevel, effective } = accessIn({ profile }).fields[`Account.${field}`] ?? {};
    return [fieldLevel?.read, fieldLevel?.edit, effective?.read, effective?.edit].join(' ');
  };
  const all = { Account: ['read', 'edit'] } as const;

  test.each<[string, string, PermissionEntries, string]>([
    ['no row is no access', 'Size__c', { objects: all }, 'denied denied denied denied'],
    [
      'a row without object access is field-level access alone',
      'Size__c',
      { fields: { 'Account.Size__c': 'edit' } },
      'granted granted denied denied',
    ],
    [
      'Edit needs object Edit',
      'Size__c',
      { fields: { 'Account.Size__c': 'edit' }, objects: { Account: ['read'] } },
      'granted granted granted denied',
    ],
    [
      'View All Fields is Read, never Edit',
      'Size__c',
      { objects: { Account: ['edit', 'viewAllFields'] } },
      'granted denied granted denied',
    ],
    [
      'View All Fields of all objects is Read, never Edit',
      'Size__c',
      { objects: all, system: ['ViewAllFieldsGlobal'] },
      'granted denied granted denied',
    ],
    [
      'Modify All Data is no field access',
      'Size__c',
      { system: ['ModifyAllData'] },
      'denied denied denied denied',
    ],
    [
      'Edit Read Only Fields makes a visible field writable',
      'Size__c',
      { system: ['EditReadonlyFields'], fields: { 'Account.Size__c': 'read' }, objects: all },
      'granted granted granted granted',
    ],
    [
      'Edit Read Only Fields shows nothing by itself',
      'Size__c',
      { system: ['EditReadonlyFields'], objects: all },
      'denied denied denied denied',
    ],
    [
      'a formula can be read at most',
      'Score__c',
      { system: ['EditReadonlyFields'], fields: { 'Account.Score__c': 'edit' }, objects: all },
      'granted denied granted denied',
    ],
    [
      'an auto-number can be read at most',
      'Code__c',
      { fields: { 'Account.Code__c': 'edit' }, objects: all },
      'granted denied granted denied',
    ],
    [
      'a field without field-level security follows its object',
      'OwnerId',
      { objects: { Account: ['read'] } },
      'granted granted granted denied',
    ],
    [
      'a field that every object has need not be described',
      'SystemModstamp',
      { objects: { Account: ['edit'] } },
      'granted denied granted denied',
    ],
    [
      'a field the org keeps is never written',
      'CreatedDate',
      { system: ['ModifyAllData'] },
      'granted denied granted denied',
    ],
  ])('%s', (_, field, profile, expected) => {
    expect(fieldIn(field, profile)).toBe(expected);
  });

  test('Edit Read Only Fields of one set works on the Read of another, and a doubt about either is a doubt', () => {
    const described = (hasActivationRequired: boolean): Case => ({
      profile: { objects: all },
      sets: [
        { system: ['EditReadonlyFields'], hasActivationRequired },
        { fields: { 'Account.Size__c': 'read' } },
      ],
      assigned: [{ permissionSet: 'A' }, { permissionSet: 'B' }],
    });
    const edit = (sessionBased: boolean) =>
      accessIn(described(sessionBased)).fields['Account.Size__c']?.effective.edit;
    expect(edit(false)).toBe('granted');
    expect(edit(true)).toBe('unknown');
  });

  test('muting Edit of a field leaves it readable, muting Read takes both', () => {
    const muted = (right: 'read' | 'edit') =>
      accessIn({
        sets: [{ fields: { 'Account.Size__c': 'edit' } }],
        groups: [{ members: ['A'], muting: { name: 'M', label: 'M', fields: { 'Account.Size__c': right } } }],
        assigned: [{ group: 'G' }],
      }).fields['Account.Size__c']?.fieldLevel;
    expect(muted('edit')).toEqual({ read: 'granted', edit: 'denied' });
    expect(muted('read')).toEqual({ read: 'denied', edit: 'denied' });
  });
});

describe('system permissions and flows', () => {
  test('a permission the org does not have is unknown, not denied', () => {
    expect(accessIn({ absent: ['ViewAllData'] }).system).toMatchObject({
      ApiEnabled: 'denied',
      ViewAllData: 'unknown',
      ModifyAllData: 'denied',
    });
  });

  test('nobody holds by implication what the org does not have', () => {
    expect(onAccount({ profile: { system: ['ViewAllData'] }, absent: ['ViewAllData'] })).toBe('');
  });

  test('a flow is granted by name and by nothing else', () => {
    const run = (profile: PermissionEntries) => accessIn({ profile }).flows.Match;
    expect(run({ flows: ['Match'] })).toBe('granted');
    expect(run({ system: ['RunFlow', 'ManageInteraction', 'ModifyAllData'] })).toBe('denied');
  });

  test('an unknown user, set or group is an error of the description', () => {
    expect(() => effectiveAccess(orgOf({}), 'nobody@example.com')).toThrow('nobody@example.com');
    expect(() => accessIn({ assigned: [{ group: 'Nowhere' }] })).toThrow('Nowhere');
  });
});
