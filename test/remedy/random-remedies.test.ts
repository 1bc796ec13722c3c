import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Atom, atomsIn, entriesFrom } from '../../src/access/atoms.ts';
import type { Requirement } from '../../src/model/pack.ts';
import type { Result } from '../../src/model/report.ts';
import type { Situation } from '../../src/model/situation.ts';
import type { Remedy } from '../../src/remedy/index.ts';
import { ofOneSubject } from '../../src/remedy/one-subject.ts';
import { judge } from '../../src/what-if/judge.ts';
import { withChanges } from '../../src/what-if/with-changes.ts';
import { flowId, userId } from '../access/org-parts.ts';
import { snapshots } from '../access/random-snapshot.ts';
import { runs } from '../runs.ts';
import { remedyFor, requirement, situationOf } from './situations.ts';

const asking: readonly Requirement[] = [
  requirement('system-permission', { anyOf: ['ApiEnabled'] }, 'api'),
  requirement('system-permission', { anyOf: ['ModifyAllData', 'ApiEnabled'] }, 'either'),
  requirement('object-access', { object: 'Account', require: ['read'] }, 'read'),
  requirement('object-access', { object: 'Account', require: ['create', 'delete'] }, 'change'),
  requirement('object-access', { object: 'Account', require: ['viewAllRecords'] }, 'all'),
  requirement('field-access', { fields: ['Account.Site'], require: 'read' }, 'see'),
  requirement('field-access', { fields: ['Account.Site', 'Account.OwnerId'], require: 'edit' }, 'write'),
  requirement('flow-access', {}, 'flow'),
  requirement('assignment-health', { withinDays: 30 }, 'lasting'),
];

const situations: fc.Arbitrary<Situation> = fc
  .tuple(snapshots, fc.subarray([...asking], { minLength: 1, maxLength: 4 }))
  .map(([snapshot, asked]) => {
    const needs = { ...snapshot.needs, systemPermissions: known };
    return situationOf({ ...snapshot, needs }, asked);
  });

const known = ['ApiEnabled', 'EditReadonlyFields', 'ModifyAllData', 'ViewAllData', 'ViewAllFieldsGlobal'];

const resultsWith = (situation: Situation, atoms: readonly Atom[]): readonly Result[] => {
  const set = { name: 'Other', label: 'Other', description: '', entries: entriesFrom(atoms) };
  return judge(withChanges(situation, [{ kind: 'add-set', subjectId: userId, set }])).results;
};

const verdictsOf = (results: readonly Result[]): ReadonlyMap<string, string> =>
  new Map(results.map(({ requirement, verdict }) => [requirement, verdict]));

const verdictsWith = (situation: Situation, atoms: readonly Atom[]) =>
  verdictsOf(resultsWith(situation, atoms));

/** What a requirement rests on and is not granted. */
const openIn = (results: readonly Result[], id: string): readonly string[] =>
  (results.find(({ requirement }) => requirement === id)?.evidence ?? []).flatMap((each) =>
    each.kind === 'decision' && each.decision.decision !== 'granted' ? [each.about] : [],
  );

const rank = (verdict: string | undefined): number =>
  ['error', 'fail', 'inconclusive', 'not-applicable', 'pass'].indexOf(verdict ?? '');

/** What Salesforce does not save without what, written down by hand: by the end of an atom's key. */
const beside: Readonly<Record<string, readonly string[]>> = {
  'object account create': ['object account read'],
  'object account edit': ['object account read'],
  'object account delete': ['object account read', 'object account edit'],
  'object account viewAllRecords': ['object account read'],
  'object account viewAllFields': ['object account read'],
  'object account modifyAllRecords': [
    ...['object account read', 'object account edit'],
    ...['object account delete', 'object account viewAllRecords'],
  ],
  'field account.site edit': ['field account.site read'],
  'system modifyalldata': ['system viewalldata'],
};

/** An org that does not have a permission does not ask for it. */
const isSaved = ({ snapshot }: Situation, atoms: readonly Atom[]): boolean => {
  const has = snapshot.availablePermissions.status === 'ok' ? snapshot.availablePermissions.value : known;
  const keys = new Set([...atoms.map(({ key }) => key), ...(has.includes('ViewAllData') ? [] : [allData])]);
  return atoms.every(({ key }) => (beside[key] ?? []).every((each) => keys.has(each)));
};

const allData = 'system viewalldata';

const strong = ['ModifyAllData', 'ViewAllData', 'ViewAllFieldsGlobal', 'EditReadonlyFields'];
const isStrongSystem = (atom: Atom): boolean => atom.kind === 'system' && strong.includes(atom.permission);
const isStrong = (atom: Atom): boolean =>
  isStrongSystem(atom) ||
  (atom.kind === 'object' && (atom.right === 'modifyAllRecords' || atom.right === 'viewAllFields'));

const atomsOf = ({ draft }: Remedy): readonly Atom[] => (draft === null ? [] : atomsIn(draft.entries));

/**
 * Whether every requirement stands as well as the remedy makes it stand, and none worse than it did. Of one that asks
 * for several things and cannot have them all, it mends what it can.
 */
function isAsGood(situation: Situation, remedy: Remedy, atoms: readonly Atom[]): boolean {
  const [offered, tried] = [atomsOf(remedy), atoms].map((some) => resultsWith(situation, some));
  const [promised, after] = [verdictsOf(offered ?? []), verdictsOf(tried ?? [])];
  const before = verdictsWith(situation, []);
  const leavesMore = remedy.goals.some(({ before: { requirement: id }, stillOpen }) => {
    const open = openIn(offered ?? [], id);
    return stillOpen !== null && openIn(tried ?? [], id).some((about) => !open.includes(about));
  });
  if (leavesMore) return false;
  return [...promised].every(
    ([id, verdict]) =>
      rank(after.get(id)) >= Math.min(rank(verdict), isAimedAt(remedy, id) ? 9 : rank(before.get(id))) &&
      rank(after.get(id)) >= rank(before.get(id)),
  );
}

const isAimedAt = ({ goals }: Remedy, id: string): boolean =>
  goals.some(({ before }) => before.requirement === id);

describe('in any org', () => {
  test('what the plan says is mended passes, and nothing is worse', () => {
    fc.assert(
      fc.property(situations, fc.boolean(), (situation, includeDoubts) => {
        const remedy = remedyFor(situation, { newSet: true, includeDoubts });
        const before = verdictsWith(situation, []);
        const after = verdictsWith(situation, atomsOf(remedy));
        for (const { requirement } of remedy.plan.mended) expect(after.get(requirement)).toBe('pass');
        for (const [id, verdict] of before) expect(rank(after.get(id))).toBeGreaterThanOrEqual(rank(verdict));
        const failing = [...after].filter(([, verdict]) => verdict === 'fail').map(([id]) => id);
        expect(remedy.plan.left.map(({ requirement }) => requirement).sort()).toEqual(failing.sort());
        const keys = atomsOf(remedy).map(({ key }) => key);
        expect([keys, isSaved(situation, atomsOf(remedy))]).toEqual([keys, true]);
      }),
      runs(28),
    );
  });

  test('taking any one right out of the set, with what cannot be without it, breaks one', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const remedy = remedyFor(situation, { newSet: true });
        const atoms = atomsOf(remedy);
        for (const gone of atoms) {
          const left = atoms.filter(({ key }) => key !== gone.key && !(beside[key] ?? []).includes(gone.key));
          expect([gone.key, isAsGood(situation, remedy, left)]).toEqual([gone.key, false]);
        }
        expect(remedy.plan.set?.entries.every(({ neededBy }) => neededBy.length > 0) ?? true).toBe(true);
      }),
      runs(40),
    );
  });

  const every = [
    ...atomsIn({
      systemPermissions: known.map((permission) => ({ permission })),
      objects: [
        {
          object: 'Account',
          rights: [
            ...(['read', 'create', 'edit', 'delete'] as const),
            ...(['viewAllRecords', 'modifyAllRecords', 'viewAllFields'] as const),
          ],
        },
      ],
      fields: [{ object: 'Account', field: 'Site', read: true, edit: true }],
      flows: [{ flowId: flowId('Sync') }],
    }),
  ];

  test('no set of fewer rights does as much, nor one without the strong ones', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const remedy = remedyFor(situation, { newSet: true });
        const atoms = atomsOf(remedy);
        fc.pre(atoms.length > 0 && remedy.plan.set?.smallest === true);
        const weak = every.filter((atom) => !isStrong(atom));
        if (atoms.some(isStrong)) expect(isAsGood(situation, remedy, weak)).toBe(false);
        const offered = atoms.some(isStrong) ? every : weak;
        // Fewer is not less: nobody is given all data to save four rights on one object.
        const isStronger = (some: readonly Atom[]) =>
          [isStrongSystem, isStrong].some((is) => some.filter(is).length > atoms.filter(is).length);
        for (const fewer of subsets(offered, Math.min(atoms.length - 1, 3))) {
          if (!isSaved(situation, fewer) || isStronger(fewer)) continue;
          expect([fewer.map(({ key }) => key), isAsGood(situation, remedy, fewer)]).toMatchObject([
            {},
            false,
          ]);
        }
      }),
      runs(6),
    );
  });

  test('one subject by itself comes to the verdicts that it comes to among all', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const verdicts = ({ results }: ReturnType<typeof judge>) =>
          results.map(({ requirement, verdict }) => [requirement, verdict]);
        expect(verdicts(judge(ofOneSubject(situation, userId)))).toEqual(verdicts(judge(situation)));
      }),
      runs(200),
    );
  });
});

/** All choices of at most so many. */
function subsets<T>(items: readonly T[], most: number): readonly (readonly T[])[] {
  if (most <= 0 || items.length === 0) return [[]];
  const [first, ...rest] = items;
  if (first === undefined) return [[]];
  return [...subsets(rest, most), ...subsets(rest, most - 1).map((some) => [first, ...some])];
}
