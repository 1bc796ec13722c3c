import { describe, expect, test } from 'vitest';
import { createOrg } from '../../../src/emulator/org/create-org.ts';
import type { OrgDescription } from '../../../src/emulator/org-description.ts';
import { smallOrg } from './small-org.ts';

const [auditor, sync] = smallOrg.users;
const [profile] = smallOrg.profiles;
if (auditor === undefined || sync === undefined || profile === undefined)
  throw new Error('The small org changed');

describe('A description no org could have is refused, and the sentence names the culprit', () => {
  const cases: readonly (readonly [Partial<OrgDescription>, string])[] = [
    [{ now: 'yesterday' }, "now is 'yesterday', which is no ISO 8601 moment."],
    [
      { users: [...smallOrg.users, { ...sync, username: 'SYNC@small.example' }] },
      "The username 'sync@small.example' is used twice.",
    ],
    [{ profiles: [...smallOrg.profiles, profile] }, "The profile name 'Auditor' is used twice."],
    [{ auditor: 'nobody' }, "There is no user 'nobody', whom auditor or audit names."],
    [{ audit: [{ username: 'nobody', label: '' }] }, "There is no user 'nobody'"],
    [
      { profiles: [...smallOrg.profiles, { ...profile, name: 'P', license: 'None' }] },
      "Profile 'P' has the user licence 'None', which is not described.",
    ],
    [
      { profiles: [...smallOrg.profiles, { ...profile, name: 'P', system: ['ApiEnable'] }] },
      "Profile 'P' has the system permission 'ApiEnable', which is no permission.",
    ],
    [
      { profiles: [...smallOrg.profiles, { ...profile, name: 'P', objects: { Task: ['read'] } }] },
      "Profile 'P' has rights on the object 'Task', which has no object permissions.",
    ],
    [
      { profiles: [...smallOrg.profiles, { ...profile, name: 'P', objects: { Lead: ['read'] } }] },
      "the object 'Lead', which is not described.",
    ],
    [
      { profiles: [...smallOrg.profiles, { ...profile, name: 'P', fields: { 'Account.Name': 'read' } }] },
      "the field 'Account.Name', which has no field-level security.",
    ],
    [
      { profiles: [...smallOrg.profiles, { ...profile, name: 'P', fields: { 'Account.Nope': 'read' } }] },
      "the field 'Account.Nope', which is not described.",
    ],
    [
      { profiles: [...smallOrg.profiles, { ...profile, name: 'P', flows: ['Nope'] }] },
      "Profile 'P' enables the flow 'Nope', which is not described.",
    ],
    [
      { permissionSetGroups: [{ name: 'G', label: 'G', members: ['Nope'] }] },
      "Group 'G' has the member 'Nope', which is not described.",
    ],
    [
      { users: [auditor, { ...sync, profile: 'Nope' }] },
      "User 'sync@small.example' has the profile 'Nope', which is not described.",
    ],
    [
      { users: [auditor, { ...sync, assignments: [{ permissionSet: 'Nope' }] }] },
      "is assigned the permission set 'Nope', which is not described.",
    ],
    [
      { users: [auditor, { ...sync, assignments: [{ group: 'Nope' }] }] },
      "is assigned the group 'Nope', which is not described.",
    ],
    [
      { users: [auditor, { ...sync, assignments: [{}] }] },
      'names not exactly one of permissionSet and group.',
    ],
    [
      { users: [auditor, { ...sync, assignments: [{ permissionSet: 'System', expires: 'soon' }] }] },
      "expires is 'soon', which is no ISO 8601 moment.",
    ],
    [
      { users: [auditor, { ...sync, permissionSetLicenses: ['Nope'] }] },
      "has the permission set licence 'Nope', which is not described.",
    ],
    [
      {
        objects: {
          ...smallOrg.objects,
          Lead: { label: 'Lead', fields: [{ name: 'X__c', label: 'X', type: 'Txt(40)' }] },
        },
      },
      "Field Lead.X__c has the unknown type 'Txt(40)'.",
    ],
  ];
  test.each(cases)('%#: $1', (change, message) => {
    expect(() => createOrg({ ...smallOrg, ...change })).toThrow(message);
  });
});
