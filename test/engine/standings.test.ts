import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideAccess } from '../../src/access/decide-access.ts';
import { evaluate, standingsOn } from '../../src/engine/index.ts';
import type { Requirement } from '../../src/model/pack.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { rules } from '../../src/rules/registry.ts';
import { userId } from '../access/org-parts.ts';
import { snapshots } from '../access/random-snapshot.ts';
import { packOf, requirement, settings } from '../remedy/situations.ts';
import { runs } from '../runs.ts';

const elsewhere: Partial<Requirement> = { when: { edition: ['Unlimited Edition'] } };

const asking: readonly Requirement[] = [
  requirement('system-permission', { anyOf: ['ApiEnabled'] }, 'api'),
  requirement('object-access', { object: 'Account', require: ['read', 'create'] }, 'object'),
  requirement('field-access', { fields: ['Account.Site', 'Account.OwnerId'], require: 'edit' }, 'fields'),
  requirement('flow-access', {}, 'flow'),
  requirement('assignment-health', { withinDays: 30 }, 'lasting'),
  requirement('no-such-rule', {}, 'of no rule'),
  requirement('object-access', { object: 7 }, 'of wrong options'),
  { ...requirement('system-permission', { anyOf: ['ApiEnabled'] }, 'of an edition'), ...elsewhere },
];

const editions = ['Unlimited Edition', 'Enterprise Edition', 'Some Edition', null] as const;

const withEdition = (snapshot: Snapshot, edition: string | null): Snapshot => ({
  ...snapshot,
  organization:
    edition === null
      ? { status: 'unavailable', reason: { code: 'query-failed', message: 'the org answered an error' } }
      : { status: 'ok', value: { id: '00D', name: 'Example', edition, isSandbox: false } },
});

const open = (evidence: ReturnType<typeof standingsOn>[number]['evidence']): ReadonlySet<string> =>
  new Set(
    evidence.flatMap((each) =>
      each.kind === 'decision' && each.decision.decision !== 'granted' ? [each.about] : [],
    ),
  );

describe('in any org', () => {
  test('requirements stand as their results say, and leave the same open', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(snapshots, fc.constantFrom(...editions), (snapshot, edition) => {
        const needs = { ...snapshot.needs, organization: true, systemPermissions: ['ApiEnabled'] } as const;
        const access = decideAccess(withEdition({ ...snapshot, needs }, edition), userId);
        const evaluation = { packs: [packOf(asking)], settings, rules };
        const results = evaluate({ ...evaluation, accesses: [access] });
        const told = results.map(({ pack, requirement: id, rule, verdict, evidence }) => ({
          ...{ pack, requirement: id, rule, verdict },
          open: open(evidence),
        }));
        const standings = standingsOn(evaluation, access);
        expect(standings.map(({ evidence, ...each }) => ({ ...each, open: open(evidence) }))).toEqual(told);
        for (const { verdict } of results) seen.add(verdict);
      }),
      runs(150),
    );
    expect([...seen].sort()).toEqual(['error', 'fail', 'inconclusive', 'not-applicable', 'pass']);
  });
});
