import { describe, expect, test } from 'vitest';
import { verdictOf } from '../../src/engine/verdict.ts';
import type { Gap } from '../../src/model/part.ts';
import { flowAccess as rule } from '../../src/rules/flow-access.ts';
import { accessFixture, denied, flowAccess, granted, ok, unavailable, unknown } from './access-fixture.ts';
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
const otherFlows: Gap = {
  code: 'source-cannot-tell',
  message: 'The org may have flows that no file defines',
};

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
    {
      name: 'a restricted flow, whatever other flows there are',
      options: {},
      access: { ...flows(restricted('Score'), restricted('Route', granted())), otherFlows },
      says: ['shutOut', 'othersUnknown', 'granted'],
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
    {
      name: 'flows that are all right, where there may be others',
      options: {},
      access: { ...flows(flowAccess(), restricted('Score', granted())), otherFlows },
      says: ['othersUnknown', 'granted', 'open'],
      text: 'Whether other active flows restrict their access could not be known.',
    },
    {
      name: 'no flows at all, where there may be others',
      options: {},
      access: { ...flows(), otherFlows },
      says: ['othersUnknown'],
    },
    {
      name: 'none but flows in system context, where there may be others',
      options: {},
      access: { ...flows({ ...restricted('Route'), context: 'system' }), otherFlows },
      says: ['othersUnknown'],
    },
    {
      name: 'doubts of every kind',
      options: {},
      access: { ...flows(managed('Match'), restricted('Route', unknown())), otherFlows },
      says: ['grantUnknown', 'restrictionUnknown', 'othersUnknown'],
    },
    {
      name: 'neither the flows nor whether there are others',
      options: {},
      access: { flows: unavailable, otherFlows },
      says: ['unknown', 'othersUnknown'],
    },
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

/** A flow of each kind, and what is said of such flows. */
const kinds = [
  ['open', flowAccess(), 'open'],
  ['granted', restricted('Granted', granted()), 'granted'],
  ['shut', restricted('Shut'), 'shutOut'],
  ['grant unknown', restricted('Doubtful', unknown()), 'grantUnknown'],
  ['restriction unknown', managed('Managed'), 'restrictionUnknown'],
] as const;

/** Every choice of kinds, none and all among them. */
const choices = Array.from({ length: 2 ** kinds.length }, (_, bits) =>
  kinds.filter((__, index) => ((bits >> index) & 1) === 1),
);

describe.each(choices.map((chosen) => [chosen.map(([name]) => name).join(', ') || 'none', chosen] as const))(
  'flows of these kinds: %s',
  (_, chosen) => {
    const all = ok(chosen.map(([, flow]) => flow));
    const said = chosen.map(([, , message]) => message as string);
    const findingsWith = (others: Gap | null) => [
      ...rule.check(accessFixture({ flows: all, otherFlows: others }), {}),
    ];

    test('are judged as they are, where they are all', () => {
      const findings = findingsWith(null);
      const doubt = said.some((message) => message.endsWith('Unknown'));
      expect(verdictOf(findings)).toBe(said.includes('shutOut') ? 'fail' : doubt ? 'inconclusive' : 'pass');
      expect(findings.map(({ message }) => message).toSorted()).toEqual(
        said.length > 0 ? said.toSorted() : ['noFlows'],
      );
    });

    test('fail or are a doubt, where there may be others, and the reason is told', () => {
      const findings = findingsWith(otherFlows);
      expect(verdictOf(findings)).toBe(said.includes('shutOut') ? 'fail' : 'inconclusive');
      expect(findings.map(({ message }) => message).toSorted()).toEqual(
        [...said, 'othersUnknown'].toSorted(),
      );
      const evidence = findings.flatMap((finding) => finding.evidence);
      expect(evidence).toContainEqual({ kind: 'gap', about: 'Other flows', gap: otherFlows });
    });
  },
);
