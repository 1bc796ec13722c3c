import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atomsIn } from '../../src/access/atoms.ts';
import { hittingSet } from '../../src/remedy/hitting-set.ts';
import type { Keys, Rights } from '../../src/remedy/rights.ts';
import { smallestSet } from '../../src/remedy/smallest-set.ts';
import { runs } from '../runs.ts';

const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G'] as const;
const [anAtom] = atomsIn({ systemPermissions: [{ permission: 'A' }], objects: [], fields: [], flows: [] });

/** Rights of given weights, each requiring some of those before it. */
const someRights: fc.Arbitrary<Rights> = fc
  .tuple(
    ...names.map((_, index) =>
      fc.record({
        weight: fc.constantFrom(1, 1, 1, 10, 100),
        direct: fc.subarray(names.slice(0, index), { maxLength: Math.min(2, index) }),
        isAlone: fc.boolean(),
      }),
    ),
  )
  .map((drawn) => {
    const rights = new Map<string, Rights extends ReadonlyMap<string, infer R> ? R : never>();
    names.forEach((key, index) => {
      const { weight = 1, direct = [], isAlone = true } = drawn[index] ?? {};
      const requires = new Set(
        isAlone ? [] : direct.flatMap((each) => [each, ...(rights.get(each)?.requires ?? [])]),
      );
      if (anAtom) rights.set(key, { key, atom: anAtom, requires, weight, strong: null });
    });
    return rights;
  });

/** Every permission set that Salesforce would save: with each right all that it requires. */
const saved = (rights: Rights): readonly Keys[] =>
  Array.from({ length: 2 ** names.length }, (_, bits) => names.filter((_, index) => bits & (1 << index)))
    .filter((keys) =>
      keys.every((key) =>
        [...(rights.get(key)?.requires ?? [])].every((each) => keys.includes(each as never)),
      ),
    )
    .map((keys) => new Set(keys));

const weightOf = (keys: Keys, rights: Rights) =>
  [...keys].reduce((sum, key) => sum + (rights.get(key)?.weight ?? 0), 0);

/** Each clause is met by any one of its alternatives, each of which takes several rights. */
const clauses = fc.array(
  fc.array(fc.subarray([...names], { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
  { minLength: 1, maxLength: 4 },
);

describe('the smallest set', () => {
  test('weighs what the lightest of all sets that do it weighs, whatever is guessed first', () => {
    fc.assert(
      fc.property(someRights, clauses, fc.subarray([...names]), (rights, all, guess) => {
        const doesIt = (keys: Keys) =>
          all.every((clause) => clause.some((together) => together.every((key) => keys.has(key))));
        const sets = saved(rights);
        const lightest = Math.min(...sets.filter(doesIt).map((keys) => weightOf(keys, rights)));
        const found = smallestSet(rights, new Set(names), closed(guess, rights), doesIt);
        expect(doesIt(found.keys)).toBe(true);
        expect(weightOf(found.keys, rights)).toBe(lightest);
        expect(sets.some((keys) => isSame(keys, found.keys))).toBe(true);
        expect(found.proven).toBe(true);
      }),
      runs(500),
    );
  });

  test('does it, and nothing of it can go, where more rights may do less', () => {
    fc.assert(
      fc.property(someRights, clauses, fc.constantFrom(...names), (rights, all, forbidden) => {
        const doesIt = (keys: Keys) =>
          !keys.has(forbidden) &&
          all.every((clause) => clause.some((together) => together.every((key) => keys.has(key))));
        const allowed = saved(rights)
          .filter(doesIt)
          .sort((one, other) => other.size - one.size);
        const [largest] = allowed;
        fc.pre(largest !== undefined);
        if (largest === undefined) return;
        const { keys } = smallestSet(rights, largest, new Set(), doesIt);
        expect(doesIt(keys)).toBe(true);
        const smaller = saved(rights).filter(
          (each) => each.size < keys.size && [...each].every((key) => keys.has(key)),
        );
        expect(smaller.filter(doesIt)).toEqual([]);
      }),
      runs(300),
    );
  });
});

test('the lightest hitting set has one of every core and weighs least of all that do', () => {
  fc.assert(
    fc.property(
      someRights,
      fc.array(fc.subarray([...names], { minLength: 1 }), { maxLength: 5 }),
      (rights, cores) => {
        const hits = (keys: Keys) => cores.every((core) => core.some((key) => keys.has(key)));
        const found = hittingSet(
          cores.map((core) => new Set(core)),
          new Set(),
          rights,
        );
        const lightest = Math.min(
          ...saved(rights)
            .filter(hits)
            .map((keys) => weightOf(keys, rights)),
        );
        expect(found && hits(found)).toBe(true);
        expect(weightOf(found ?? new Set(), rights)).toBe(lightest);
      },
    ),
    runs(100),
  );
});

const closed = (keys: readonly string[], rights: Rights): Keys =>
  new Set(keys.flatMap((key) => [key, ...(rights.get(key)?.requires ?? [])]));

const isSame = (one: Keys, other: Keys): boolean =>
  one.size === other.size && [...one].every((key) => other.has(key));
