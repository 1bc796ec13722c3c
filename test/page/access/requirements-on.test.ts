import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../src/engine/index.ts';
import { permissionsOf } from '../../../src/page/access/permissions.ts';
import { requirementsOn } from '../../../src/page/access/requirements-on.ts';
import { rules } from '../../../src/rules/registry.ts';
import { settings } from '../../engine/fixtures.ts';
import { dataIntegrity, everything, type SyncOrg, syncAccess } from '../../engine/sync-org.ts';

/** Of each permission the requirements on it, those to which it is to blame marked. */
function restingIn(org: SyncOrg): Readonly<Record<string, readonly string[]>> {
  const access = syncAccess(org);
  const results = evaluate({ packs: [dataIntegrity], settings: settings(), accesses: [access], rules });
  return Object.fromEntries(
    [...requirementsOn(permissionsOf(access), results)].map(([key, resting]) => [
      key,
      resting.map(({ result, blamed }) => `${result.requirement}${blamed ? '!' : ''}`),
    ]),
  );
}

describe('the requirements on a permission', () => {
  test('are those that cite it, and none is to blame where all pass', () => {
    const resting = restingIn({ profile: everything });
    expect(resting['Account:read']).toEqual(['account-access']);
    expect(resting.ApiEnabled).toEqual(['api-enabled']);
    expect(resting['Account.iv__InsideView_Company_ID__c:edit']).toEqual(['account-insideview-fields']);
    expect(resting['flow/Score']).toEqual(['flow-access-not-overridden']);
    expect(
      Object.values(resting)
        .flat()
        .filter((each) => each.endsWith('!')),
    ).toEqual([]);
  });

  test('fail by what is missing, and not by what is there', () => {
    const objects = { ...everything.objects, Account: ['read', 'create', 'edit', 'delete'] as const };
    const resting = restingIn({ profile: { ...everything, objects } });
    expect(resting['Account:viewAllRecords']).toEqual(['account-access!']);
    expect(resting['Account:read']).toEqual(['account-access']);
  });

  test('fail by the field whose own right is missing: such a result does not cite the others', () => {
    const fields = { ...everything.fields, 'Lead.iv__InsideView_Company_ID__c': 'read' as const };
    const resting = restingIn({ profile: { ...everything, fields } });
    expect(resting['Lead.iv__InsideView_Company_ID__c:edit']).toEqual(['lead-insideview-fields!']);
    expect(resting['Lead.iv__InsideView_Parent_Company_ID__c:edit']).toBeUndefined();
  });

  test('fail by a field that its object keeps back, whatever its field-level security', () => {
    const objects = { ...everything.objects, Lead: ['read'] as const };
    const resting = restingIn({ profile: { ...everything, objects } });
    expect(resting['Lead.iv__InsideView_Company_ID__c:edit']).toEqual(['lead-insideview-fields!']);
    expect(resting['Lead:edit']).toEqual(['lead-insideview-fields!', 'lead-executive-fields!']);
    expect(resting['Account.iv__InsideView_Company_ID__c:edit']).toEqual(['account-insideview-fields']);
  });

  test('fail by either permission of which one is enough', () => {
    const system = everything.system.filter((name) => name !== 'RunFlow');
    const resting = restingIn({ profile: { ...everything, system } });
    expect(resting.RunFlow).toEqual(['run-flow!']);
    expect(resting.ManageInteraction).toEqual(['run-flow!']);
  });
});
