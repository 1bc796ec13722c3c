import type { AssignedLicense } from '../../src/model/subject.ts';
import { permissionSetLicense } from '../../src/rules/permission-set-license.ts';
import { asOf, ok, unavailable } from './access-fixture.ts';
import { testRule } from './test-rule.ts';

const options = { names: ['SalesConsoleUser'] };
const license = (overrides: Partial<AssignedLicense>) => ({
  permissionSetLicenses: {
    SalesConsoleUser: ok({
      name: 'SalesConsoleUser',
      label: 'Sales Console User',
      status: 'Active',
      expires: null,
      ...overrides,
    }),
  },
});

testRule(permissionSetLicense, {
  pass: [
    { name: 'assigned and active', options, says: ['assigned'], text: "'Sales Console User'" },
    {
      name: 'assigned, and it expires later',
      options,
      access: license({ expires: '2026-11-02T00:00:00.000Z' }),
      says: ['assigned'],
    },
  ],
  fail: [
    {
      name: 'not assigned',
      options,
      access: { permissionSetLicenses: { SalesConsoleUser: ok(null) } },
      says: ['notAssigned'],
    },
    {
      name: 'expired',
      options,
      access: license({ expires: asOf }),
      says: ['expired'],
      text: 'it expired on 2026-11-01',
    },
    {
      name: 'disabled',
      options,
      access: license({ status: 'Disabled' }),
      says: ['notActive'],
      text: 'it is Disabled',
    },
    {
      name: 'one of two is not assigned',
      options: { names: ['SalesConsoleUser', 'IdentityConnect'] },
      access: { permissionSetLicenses: { IdentityConnect: ok(null) } },
      says: ['assigned', 'notAssigned'],
    },
  ],
  inconclusive: [
    {
      name: 'a status that nobody knows',
      options,
      access: license({ status: 'Dormant' }),
      says: ['unrecognised'],
      text: "'Dormant'",
    },
    {
      name: 'a day that is none',
      options,
      access: license({ expires: 'soon' }),
      says: ['unrecognised'],
    },
    {
      name: 'it could not be read',
      options,
      access: { permissionSetLicenses: { SalesConsoleUser: unavailable } },
      says: ['unknown'],
    },
    {
      name: 'one that was never looked for is not "not assigned"',
      options: { names: ['IdentityConnect'] },
      says: ['unknown'],
    },
  ],
  notApplicable: [
    {
      name: 'when the feature is off',
      options,
      when: { feature: ['syncing'] },
      settings: { features: { syncing: false } },
      because: 'Syncing',
    },
  ],
});
