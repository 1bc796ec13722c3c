import { describe, expect, test } from 'vitest';
import type { Assignments } from '../../src/model/access.ts';
import { accessIn } from './decide.ts';
import { asOf } from './org-parts.ts';
import { richOrg } from './rich-org.ts';
import type { Org } from './snapshot-builder.ts';

describe('assignments', () => {
  const assignmentsIn = (one: Org): Assignments => {
    const { assignments } = accessIn(one);
    if (assignments.status === 'unavailable') throw new Error(assignments.reason.message);
    return assignments.value;
  };

  test('are all there, each with what it gives', () => {
    const assigned = ['Nobody read this', { to: 'Extra', expires: asOf }, { to: 'Session', revoked: true }];
    expect(assignmentsIn({ ...richOrg, assigned }).all).toMatchObject([
      { containerId: 'Profile', container: { kind: 'profile', title: 'Profile' } },
      { container: { kind: 'permission-set', title: 'Extra' }, expires: asOf },
      { container: { title: 'Session' }, isRevoked: true },
      { container: { kind: 'permission-set', title: 'Nobody read this' } },
    ]);
  });

  test('have as dependents what is granted or may be, in the words of Setup', () => {
    const { dependents } = assignmentsIn(richOrg);
    expect(dependents.map(({ permission, decision }) => `${permission}: ${decision.decision}`)).toEqual([
      'API Enabled: granted',
      'Account.Site: Edit: granted',
      'Account.Site: Read: granted',
      'Account: Create: granted',
      'Account: Edit: granted',
      'Account: Read: granted',
      'Edit Read Only Fields: unknown',
      'Flow Sync: Run: granted',
      'Lead.Site: Edit: unknown',
      'Lead.Site: Read: granted',
      'Lead: Read: granted',
      'Run Flows: unknown',
    ]);
  });

  test('are the same decisions that the document has elsewhere', () => {
    const access = accessIn(richOrg);
    const dependents = access.assignments.status === 'ok' ? access.assignments.value.dependents : [];
    expect(dependents.find(({ permission }) => permission === 'API Enabled')?.decision).toBe(
      access.systemPermissions.ApiEnabled,
    );
  });
});
