import type { Gap } from '../../src/model/part.ts';
import { flowAccess as rule } from '../../src/rules/flow-access.ts';
import { denied, flowAccess, granted, ok, unavailable, unknown } from './access-fixture.ts';
import { testRule } from './test-rule.ts';

const unreadable: Gap = { code: 'unreadable', message: 'Nobody can read the restriction of a managed flow' };
const restricted = (name: string, run = denied) =>
  flowAccess({ name, label: name, restricted: ok(true) }, { run });
const managed = (name: string, run = denied) =>
  flowAccess(
    { name, label: name, namespace: 'iv', restricted: { status: 'unavailable', reason: unreadable } },
    { run },
  );
const flows = (...all: readonly ReturnType<typeof flowAccess>[]) => ({ flows: ok(all) });

testRule(rule, {
  pass: [
    {
      name: 'a flow that does not restrict its access',
      options: {},
      says: ['open'],
      text: 'do not restrict their access: 1.',
    },
    {
      name: 'a restricted flow that is granted',
      options: {},
      access: flows(restricted('Score', granted())),
      says: ['granted'],
      text: 'grant it to this user: Score (Score).',
    },
    {
      name: 'a managed flow that is granted, whether or not it is restricted',
      options: {},
      access: flows(managed('Match', granted())),
      says: ['granted'],
    },
    {
      name: 'a grant of a flow that does not restrict its access is not needed',
      options: {},
      access: flows(flowAccess({}, { run: granted() }), restricted('Score', granted())),
      says: ['granted', 'open'],
    },
    { name: 'no flows at all', options: {}, access: flows(), says: ['noFlows'] },
    {
      name: 'a restricted flow that runs in system context',
      options: {},
      access: flows({ ...restricted('Route'), context: 'system' }),
      says: ['noFlows'],
    },
  ],
  fail: [
    {
      name: 'restricted flows are named, those that are open are not',
      options: {},
      access: flows(restricted('Score'), flowAccess(), restricted('Route')),
      says: ['shutOut', 'open'],
      text: 'do not grant it to this user: Score (Score) and Route (Route).',
    },
    {
      name: 'a failure beside doubts of either kind',
      options: {},
      access: flows(managed('Match'), restricted('Route', unknown()), restricted('Score')),
      says: ['shutOut', 'grantUnknown', 'restrictionUnknown'],
    },
    {
      name: 'what is granted stands beside what is not',
      options: {},
      access: flows(restricted('Score'), restricted('Route', granted())),
      says: ['shutOut', 'granted'],
    },
  ],
  inconclusive: [
    {
      name: 'the restriction of managed flows cannot be read: they are named, and the reason is told once',
      options: {},
      access: flows(...['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((name) => managed(name))),
      says: ['restrictionUnknown'],
      text: 'A (iv__A), B (iv__B), C (iv__C), D (iv__D), E (iv__E) and 2 more',
    },
    {
      name: 'whether a restricted flow is granted could not be known',
      options: {},
      access: flows(restricted('Score', unknown())),
      says: ['grantUnknown'],
    },
    {
      name: 'neither the restriction nor the grant of a managed flow could be known',
      options: {},
      access: flows(managed('Match', unknown())),
      says: ['restrictionUnknown'],
    },
    { name: 'the flows could not be read', options: {}, access: { flows: unavailable }, says: ['unknown'] },
  ],
  notApplicable: [
    {
      name: 'when the feature is off',
      options: {},
      when: { feature: ['syncing'] },
      settings: { features: { syncing: false } },
      because: 'Syncing',
    },
  ],
});
