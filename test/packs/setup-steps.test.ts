import { expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import type { Access } from '../../src/model/access.ts';
import { rules } from '../../src/rules/registry.ts';
import { settings } from '../engine/fixtures.ts';
import { dataIntegrity, everything, type SyncOrg, syncAccess } from '../engine/sync-org.ts';

const field = 'Lead.iv__InsideView_Executive_ID__c';
const { [field]: _, ...otherFields } = everything.fields;

/** What to do in Lightning Experience about each requirement that fails. */
function stepsIn(org: Partial<SyncOrg>, different: Partial<Access> = {}) {
  const access = { ...syncAccess({ profile: everything, ...org }), ...different };
  const results = evaluate({ packs: [dataIntegrity], settings: settings(), accesses: [access], rules });
  const failed = results.filter(({ verdict }) => verdict === 'fail');
  return failed.map(({ requirement, remedy }) => [requirement, remedy?.setup.lightning]);
}

test('a frozen user gets the step that unfreezes, and no other', () => {
  const login = { status: 'ok', value: { isFrozen: true, isPasswordLocked: false } } as const;
  expect(stepsIn({}, { login })).toEqual([
    ['user-can-log-in', ['Setup > Users > Users: open the integration user and click Unfreeze']],
  ]);
});

test('a field that does not exist gets the step that installs its package, and no other', () => {
  const access = syncAccess({ profile: everything });
  const known = access.fields[field];
  if (known === undefined) throw new Error(`no ${field}`);
  const fields = { ...access.fields, [field]: { ...known, field: { status: 'ok', value: null } } } as const;
  expect(stepsIn({}, { fields })).toEqual([
    [
      'lead-executive-fields',
      ['Setup > Apps > Packaging > Installed Packages: install or upgrade the InsideView package'],
    ],
  ]);
});

test('field-level security alone is mended at the field, not at the object', () => {
  const [failed] = stepsIn({ profile: { ...everything, fields: otherFields } });
  expect(failed).toEqual([
    'lead-executive-fields',
    [
      expect.stringMatching(
        /^Setup > Object Manager > Lead > Fields & Relationships: .*Set Field-Level Security/,
      ),
      expect.stringMatching(/^Or in one of its permission sets: .*Object Settings > Lead/),
    ],
  ]);
});

test('an assignment about to expire gets the step that changes its date, and no other', () => {
  const org: SyncOrg = {
    profile: { ...everything, fields: otherFields },
    sets: { Extras: { fields: { [field]: 'edit' } } },
    assigned: [{ to: 'Extras', expires: '2026-10-15T12:00:00.000Z' }],
  };
  expect(stepsIn(org)).toEqual([
    [
      'assignments-last',
      [expect.stringMatching(/: open 'Extras', click Manage Assignments, .* expiration date$/)],
    ],
  ]);
});
