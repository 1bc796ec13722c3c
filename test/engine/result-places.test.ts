import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/engine/evaluate.ts';
import type { Decision, Entry, Grant, NearMiss } from '../../src/model/access.ts';
import type { Needs } from '../../src/model/needs.ts';
import type { Location } from '../../src/model/part.ts';
import type { Result } from '../../src/model/report.ts';
import type { Evidence, Finding, Outcome } from '../../src/model/rule.ts';
import type { Profile } from '../../src/model/subject.ts';
import { runs } from '../runs.ts';
import {
  accessOf,
  addable,
  assignment,
  behaving,
  container,
  denied,
  finding,
  gap,
  grant,
  granted,
  group,
  nearMiss,
  packOf,
  persona,
  place,
  requirement,
  rulesOf,
  settings,
  unknown,
} from './fixtures.ts';

const extras = container('permission-set', 'Extras');
const profileAt = place(2, 'api-only.xml', 1);
const profile: Profile = {
  id: 'profile:Api',
  name: 'API Only',
  isCustom: { status: 'ok', value: true },
  license: { status: 'unavailable', reason: gap('no licence') },
  at: profileAt,
};

function placesOf(
  findings: readonly Finding[],
  { needs = {}, when }: { needs?: Needs; when?: object } = {},
): Pick<Result, 'at' | 'related'> {
  const finds = behaving('finds', { needs: () => needs, check: () => findings });
  const wanted = requirement('x', [], { rule: 'finds', ...(when && { when }) });
  const [result] = evaluate({
    packs: [packOf([wanted])],
    settings: settings(),
    accesses: [accessOf({ subject: persona(), profile: { status: 'ok', value: profile } })],
    rules: rulesOf(finds),
  });
  if (result === undefined) throw new Error('no result');
  return { at: result.at, related: result.related };
}

const found = (outcome: Outcome, ...decisions: readonly (readonly [string, Decision])[]) =>
  finding(outcome, outcome, {
    evidence: decisions.map(([about, decision]): Evidence => ({ kind: 'decision', about, decision })),
  });
const atOf = (decision: Decision, outcome: Outcome = 'fail') =>
  placesOf([found(outcome, ['Account: Edit', decision])]).at;

const entry = (at?: Location): Entry => ({
  kind: 'object',
  object: 'Account',
  right: 'edit',
  ...(at && { at }),
});
const miss = (kind: NearMiss['kind'], line: number, more: Partial<NearMiss> = {}) =>
  nearMiss(kind, extras, { entry: entry(place(line)), ...more });
const held = (line: number, more: Partial<Grant> = {}) =>
  granted(grant(extras, { entry: entry(place(line)), ...more }));
const muted = miss('muted', 30, {
  mutedBy: { ...container('muting', 'Quiet'), entryAt: place(31, 'quiet.xml') },
});
const unreadable = { ...gap('extras.xml has no end'), at: place(50) };

describe('a result in files stands', () => {
  test.each<readonly [string, Decision, Location | null]>([
    ['where an entry says no', addable(denied(muted, miss('refused', 20)), extras, place(40)), place(20)],
    [
      'where it is taken away',
      addable(denied(miss('expired', 10), muted), extras, place(40)),
      place(31, 'quiet.xml'),
    ],
    ['at the entry that would grant it', denied(miss('expired', 10), miss('not-assigned', 5)), place(10)],
    ['where an entry could be added', addable(denied(), extras, place(40)), place(40)],
    [
      'there rather than in a set of others',
      addable(denied(miss('not-assigned', 5)), extras, place(40)),
      place(40),
    ],
    ['in a set of others, where there is nothing nearer', denied(miss('not-assigned', 5)), place(5)],
    ['nowhere, where nothing has a place', denied(nearMiss('expired', extras)), null],
  ])('%s', (_, decision, at) => {
    expect(atOf(decision)).toEqual(at);
  });

  test('where it is granted, if all is well', () => {
    expect(atOf(held(12), 'pass')).toEqual(place(12));
  });
  test('where it is granted, if that is what is wrong', () => {
    expect(atOf(held(12))).toEqual(place(12));
  });
  test('not where something else is granted', () => {
    expect(placesOf([found('fail', ['Account: Read', held(12)], ['Account: Edit', denied()])]).at).toBeNull();
    expect(placesOf([found('inconclusive', ['Account: Read', held(12)])]).at).toBeNull();
  });
  test('at the file that could not be read, if it is a doubt', () => {
    const doubt = addable(unknown(unreadable), extras, place(40));
    expect(atOf(doubt, 'inconclusive')).toEqual(place(50));
    const named: Evidence = { kind: 'gap', about: 'Account', gap: unreadable };
    expect(placesOf([finding('inconclusive', 'I', { evidence: [named] })]).at).toEqual(place(50));
  });
  test('by what failed, before what could not be known', () => {
    const [failed, doubted] = [addable(denied(), extras, place(40)), unknown(unreadable)];
    expect(placesOf([found('inconclusive', ['A', doubted]), found('fail', ['B', failed])]).at).toEqual(
      place(40),
    );
    expect(placesOf([found('fail', ['A', doubted], ['B', failed])]).at).toEqual(place(40));
  });
  test('at the profile, if the rule looks at that and nothing else has a place', () => {
    const failed = finding('fail', 'F', {
      evidence: [{ kind: 'fact', about: 'Profile', value: 'API Only' }],
    });
    expect(placesOf([failed], { needs: { profile: true } }).at).toEqual(profileAt);
    expect(placesOf([failed], { needs: { user: true } }).at).toBeNull();
    const both = [failed, found('fail', ['A', addable(denied(), extras, place(40))])];
    expect(placesOf(both, { needs: { profile: true } }).at).toEqual(place(40));
  });
  test('nowhere, if it does not apply or its rule broke', () => {
    const granting = found('pass', ['A', held(12)]);
    expect(placesOf([granting], { when: { feature: ['trees'] } })).toEqual({ at: null, related: [] });
    expect(placesOf([{ ...granting, message: 'nothing' }])).toEqual({ at: null, related: [] });
  });
});

describe('related to it are', () => {
  test('the other places, each with what stands there', () => {
    const inSync = assignment({ group: group('Sync') });
    const byGroup = grant(container('group', 'Sync'), {
      entry: entry(place(12)),
      through: inSync,
      members: [{ ...extras, at: place(1, 'extras.xml', 1) }],
    });
    const { at, related } = placesOf([
      found(
        'fail',
        ['Account: Read', granted(byGroup)],
        ['Lead: Read', granted(byGroup)],
        ['Account: Edit', denied(miss('refused', 20), { ...muted, through: inSync })],
        ['Account: Delete', addable(denied(miss('not-assigned', 5)), extras, place(40))],
      ),
    ]);
    expect(at).toEqual(place(20));
    expect(related).toEqual([
      { at: place(31, 'quiet.xml'), text: "Muting permission set 'Quiet' takes away Account: Edit" },
      {
        at: place(30),
        text: "Permission set 'Extras' in permission set group 'Sync' would grant Account: Edit: muting permission set 'Quiet' takes it away",
      },
      { at: place(40), text: "An entry for Account: Delete would go here, into permission set 'Extras'" },
      {
        at: place(12),
        text: "Permission set group 'Sync' grants Read on Account, Lead (from its member 'Extras')",
      },
      {
        at: place(1, 'extras.xml', 1),
        text: "Permission set 'Extras' brings Read on Account, Lead into permission set group 'Sync'",
      },
      { at: place(5), text: "Permission set 'Extras' would grant Account: Delete: it is not in the persona" },
    ]);
  });

  test('files that could not be read', () => {
    const other = { ...gap('quiet.xml is empty.'), at: place(1, 'quiet.xml', 1) };
    expect(placesOf([found('inconclusive', ['A', unknown(unreadable, other)])]).related).toEqual([
      { at: place(1, 'quiet.xml', 1), text: 'quiet.xml is empty' },
    ]);
  });
});

const places = fc.option(
  fc.record({
    file: fc.constantFrom('a.xml', 'b.xml'),
    line: fc.integer({ min: 1, max: 20 }),
    column: fc.constant(1),
  }),
  { nil: undefined },
);
const someEntry = places.map(entry);
const misses = fc.array(
  fc.record({
    kind: fc.constantFrom<NearMiss['kind']>('refused', 'muted', 'expired', 'not-assigned'),
    about: someEntry,
    mutedAt: places,
  }),
  { maxLength: 4 },
);
const nearMissesOf = (drawn: typeof misses extends fc.Arbitrary<infer M> ? M : never) =>
  drawn.map(({ kind, about, mutedAt }) =>
    nearMiss(kind, extras, {
      entry: about,
      ...(kind === 'muted' && {
        mutedBy: { ...container('muting', 'Quiet'), ...(mutedAt && { entryAt: mutedAt }) },
      }),
    }),
  );
const decision: fc.Arbitrary<Decision> = fc.oneof(
  fc
    .tuple(someEntry, fc.array(someEntry, { maxLength: 4 }))
    .map(([first, more]) =>
      granted(grant(extras, { entry: first }), ...more.map((each) => grant(extras, { entry: each }))),
    ),
  misses.map((drawn) => denied(...nearMissesOf(drawn))),
  fc.tuple(misses, places).map(([drawn, at]) => ({
    ...{ decision: 'unknown' as const, because: [{ ...gap('closed'), ...(at && { at }) }] as const },
    nearMisses: nearMissesOf(drawn),
  })),
);

/** Every place in a value, wherever it is: what evidence speaks of. */
function placesIn(value: unknown): readonly string[] {
  if (value === null || typeof value !== 'object') return [];
  if ('file' in value && 'line' in value) return [JSON.stringify(value)];
  return Object.values(value).flatMap(placesIn);
}

test('every place that evidence speaks of is told once, the result’s own apart, but for very many', () => {
  const drawn = fc.array(fc.tuple(fc.constantFrom<Outcome>('fail', 'inconclusive'), decision), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(drawn, (list) => {
      const findings = list.map(([outcome, each], index) => found(outcome, [`Account: ${index}`, each]));
      const { at, related } = placesOf(findings);
      const told = related.map((each) => JSON.stringify(each.at));
      const spoken = new Set(placesIn(findings));
      expect(told.length).toBeLessThanOrEqual(20);
      expect(new Set(told).size).toBe(told.length);
      if (at !== null) {
        expect(told).not.toContain(JSON.stringify(at));
        told.push(JSON.stringify(at));
      }
      if (related.length < 20) expect(new Set(told)).toEqual(spoken);
      for (const each of told) expect(spoken).toContain(each);
    }),
    runs(200),
  );
});
