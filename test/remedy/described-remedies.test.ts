import fc from 'fast-check';
import { expect, test } from 'vitest';
import { permissionSetXml } from '../../src/metadata/permission-set-xml.ts';
import type { Requirement } from '../../src/model/pack.ts';
import { planRemedy, proveRemedy } from '../../src/remedy/index.ts';
import { judge } from '../../src/what-if/judge.ts';
import { everythingIn } from '../access/property/asked.ts';
import { describedSnapshot } from '../access/property/described-snapshot.ts';
import { randomOrg, users } from '../access/property/random-org.ts';
import { withSet } from '../cli/remedy/applied-set.ts';
import { runsMeeting } from '../runs.ts';
import { requirement, situationOf, wishes } from './situations.ts';

const asking: readonly Requirement[] = [
  requirement('system-permission', { anyOf: ['RunFlow', 'ApiEnabled'] }),
  requirement('object-access', { object: 'Account', require: ['edit', 'viewAllRecords'] }),
  requirement('field-access', { fields: ['Account.F0__c', 'Account.ParentId'], require: 'edit' }, 'write'),
  requirement('field-access', { fields: ['Contact.F1__c'], require: 'read' }, 'see'),
  requirement('flow-access'),
  requirement('assignment-health'),
];

test('in an org where the written file is deployed and assigned, what the plan says is mended passes', () => {
  let mended = 0;
  const property = fc.property(randomOrg, fc.subarray([...asking], { minLength: 1 }), (org, asked) => {
    const needs = everythingIn(org);
    const snapshot = describedSnapshot(org, needs);
    const situation = situationOf(snapshot, asked);
    const [username] = users;
    const subject = snapshot.subjects.find(({ subject: { name } }) => name === username)?.subject;
    const wish = { ...wishes, newSet: true };
    const remedy = planRemedy(situation, subject?.id ?? '', wish, { name: 'syncgate', version: '0' });
    proveRemedy(situation, remedy);
    if (remedy.draft === null) return;
    const flows = snapshot.flows.status === 'ok' ? snapshot.flows.value : [];
    const deployed = withSet(org, 'Mend', permissionSetXml(remedy.draft, flows), username);
    const { results } = judge(situationOf(describedSnapshot(deployed, needs), asked));
    const own = results.filter((result) => result.subject.id === subject?.id);
    for (const { requirement: id } of remedy.plan.mended) {
      expect([id, own.find((result) => result.requirement === id)?.verdict]).toEqual([id, 'pass']);
      mended += 1;
    }
    const failing = own.filter(({ verdict }) => verdict === 'fail').map(({ requirement: id }) => id);
    expect(remedy.plan.left.map(({ requirement: id }) => id).sort()).toEqual(failing.sort());
  });
  fc.assert(property, runsMeeting(property, 12, 4, 2));
  expect(mended).toBeGreaterThan(10);
});
