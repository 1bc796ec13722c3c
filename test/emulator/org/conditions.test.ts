import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SalesforceError } from '../../../src/emulator/emulated-org.ts';
import { runs } from '../../runs.ts';
import { orgWith, smallOrg } from './small-org.ts';

/** A condition as a test writes it: SOQL, and what it means for an alias. */
interface Condition {
  readonly soql: string;
  holds(alias: string): boolean;
}

const aliases = smallOrg.users.map(({ alias }) => alias);
const atom = fc.oneof(
  fc
    .constantFrom(...aliases)
    .map((name): Condition => ({ soql: `Alias = '${name}'`, holds: (alias) => alias === name })),
  fc.subarray(aliases, { minLength: 1 }).map(
    (names): Condition => ({
      soql: `Alias NOT IN (${names.map((name) => `'${name}'`).join(', ')})`,
      holds: (alias) => !names.includes(alias),
    }),
  ),
  fc.constant<Condition>({ soql: `Alias LIKE 'a%'`, holds: (alias) => alias.startsWith('a') }),
);

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    atom,
    tie('condition').map(
      (part): Condition => ({ soql: `(NOT (${part.soql}))`, holds: (alias) => !part.holds(alias) }),
    ),
    tie('condition')
      .map((part): Condition => ({ soql: `NOT (${part.soql})`, holds: (alias) => !part.holds(alias) }))
      .map((part): Condition => ({ ...part, soql: `(${part.soql})` })),
    fc.tuple(fc.boolean(), fc.array(tie('condition'), { minLength: 2, maxLength: 3 })).map(
      ([every, parts]): Condition => ({
        soql: `(${parts.map((part) => part.soql).join(every ? ' AND ' : ' OR ')})`,
        holds: (alias) =>
          every ? parts.every((part) => part.holds(alias)) : parts.some((part) => part.holds(alias)),
      }),
    ),
  ),
}));

/** The library that parses SOQL loses a NOT where three nest in many parentheses; that has to be said, not answered. */
function ask(query: () => readonly unknown[]): readonly unknown[] | 'refused' {
  try {
    return query();
  } catch (error) {
    if (error instanceof SalesforceError && error.errorCode === 'NOT_IMPLEMENTED') return 'refused';
    throw error;
  }
}

test('AND, OR, NOT and parentheses mean what they say, however they nest, or are refused', () => {
  const { org, as } = orgWith();
  const auditor = as('auditor@small.example');
  fc.assert(
    fc.property(condition, ({ soql, holds }) => {
      const found = ask(() =>
        org.query(`SELECT Alias FROM User WHERE ${soql}`, auditor).map((row) => row.Alias),
      );
      if (found === 'refused') expect(soql.match(/NOT \(/g)?.length).toBeGreaterThan(2);
      else expect(found).toEqual(aliases.filter(holds));
    }),
    runs(500),
  );
});
