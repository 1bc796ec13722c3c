import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Access } from '../../src/model/access.ts';
import type { Json } from '../../src/model/part.ts';
import { assert } from '../../src/rules/assert.ts';
import { runs } from '../runs.ts';
import { accessFixture, denied, granted, unavailable, unknown, userOf } from './access-fixture.ts';

const permissions = ['A', 'B', 'C'] as const;
type Atom = (typeof permissions)[number] | 'active';
const atoms: readonly Atom[] = [...permissions, 'active'];

/** A claim in plain logic: what the schema made from it says, decided without any JSON Schema. */
type Claim =
  | { readonly atom: Atom }
  | { readonly not: Claim }
  | { readonly all: readonly Claim[] }
  | { readonly any: readonly Claim[] };

const { claim } = fc.letrec<{ claim: Claim }>((tie) => ({
  claim: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.record({ atom: fc.constantFrom(...atoms) }),
    fc.record({ not: tie('claim') }),
    fc.record({ all: fc.array(tie('claim'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('claim'), { minLength: 1, maxLength: 3 }) }),
  ),
}));

type World = Readonly<Record<Atom, boolean>>;

function isTrue(said: Claim, world: World): boolean {
  if ('atom' in said) return world[said.atom];
  if ('not' in said) return !isTrue(said.not, world);
  return 'all' in said
    ? said.all.every((inner) => isTrue(inner, world))
    : said.any.some((inner) => isTrue(inner, world));
}

function schemaOf(said: Claim): Json {
  if ('not' in said) return { not: schemaOf(said.not) };
  if ('all' in said) return { allOf: said.all.map(schemaOf) };
  if ('any' in said) return { anyOf: said.any.map(schemaOf) };
  return said.atom === 'active'
    ? inside(['user', 'value', 'isActive'], { const: true })
    : inside(['systemPermissions', said.atom, 'decision'], { const: 'granted' });
}

const inside = (path: readonly string[], schema: Json): Json =>
  path.reduceRight<Json>((inner, step) => ({ properties: { [step]: inner } }), schema);

/** True, false, or not known. */
const knowledge = fc.constantFrom(true, false, null);
const seen = fc.record({ A: knowledge, B: knowledge, C: knowledge, active: knowledge });
type Seen = Readonly<Record<Atom, boolean | null>>;

function accessOf(known: Seen): Access {
  const decision = (answer: boolean | null) => (answer === null ? unknown() : answer ? granted() : denied);
  return accessFixture({
    systemPermissions: Object.fromEntries(permissions.map((name) => [name, decision(known[name])])),
    user: known.active === null ? unavailable : userOf({ isActive: known.active }),
  });
}

/** Every world that what is known leaves possible. */
function worldsOf(known: Seen): readonly World[] {
  return Array.from({ length: 2 ** atoms.length }, (_, bits) =>
    Object.fromEntries(atoms.map((atom, index) => [atom, ((bits >> index) & 1) === 1])),
  ).filter((world) => atoms.every((atom) => known[atom] === null || known[atom] === world[atom])) as World[];
}

/** The claim, and one that looks at everything there is, so that no need is left unspoken of. */
function outcomeOf(said: Claim, known: Seen) {
  const everything = { any: atoms.flatMap((atom): Claim[] => [{ atom }, { not: { atom } }]) };
  const options = { needs: { systemPermissions: [...permissions], user: true }, schema: schemaOf(said) };
  const needed = assert.problems?.(options)?.length === 0;
  const schema = needed ? options.schema : { allOf: [schemaOf(said), schemaOf(everything)] };
  const [finding] = [...assert.check(accessOf(known), { ...options, schema })];
  return finding?.outcome;
}

test('an assertion passes only where it holds in every world that may be, and fails only where it holds in none', () => {
  fc.assert(
    fc.property(claim, seen, (said, known) => {
      const worlds = worldsOf(known).map((world) => isTrue(said, world));
      const outcome = outcomeOf(said, known);
      if (outcome === 'pass') expect(worlds).not.toContain(false);
      if (outcome === 'fail') expect(worlds).not.toContain(true);
    }),
    runs(400),
  );
});

test('where everything is known there is no doubt', () => {
  const allKnown = fc.record({ A: fc.boolean(), B: fc.boolean(), C: fc.boolean(), active: fc.boolean() });
  fc.assert(
    fc.property(claim, allKnown, (said, known) => {
      expect(outcomeOf(said, known)).toBe(isTrue(said, known) ? 'pass' : 'fail');
    }),
    runs(250),
  );
});
