import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collectRights, type Right, rightKey } from '../../../src/collector/source/files/rights.ts';
import { runs } from '../../runs.ts';

const said = fc.record({ permission: fc.constantFrom('A', 'a', 'B', 'C'), granted: fc.boolean() });

test('of what is said of a right several times, in any order and case, one yes is enough', () => {
  fc.assert(
    fc.property(fc.array(said, { maxLength: 8 }), (all) => {
      const rights = collectRights();
      all.forEach(({ permission, granted }, index) => {
        rights.add({ kind: 'system', permission, at: { file: 'f', line: index + 1, column: 1 } }, granted);
      });
      const names = [...new Set(all.map(({ permission }) => permission.toLowerCase()))];
      const firstOf = (name: string, granted: boolean) =>
        1 + all.findIndex((one) => one.permission.toLowerCase() === name && one.granted === granted);
      const { grants, denials } = rights.result();
      expect(grants.map(({ at }) => at.line).toSorted()).toEqual(
        names
          .map((name) => firstOf(name, true))
          .filter((line) => line > 0)
          .toSorted(),
      );
      expect(denials.map(({ at }) => at.line).toSorted()).toEqual(
        names.flatMap((name) => (firstOf(name, true) > 0 ? [] : firstOf(name, false))).toSorted(),
      );
    }),
    runs(100),
  );
});

test('no two rights have one key', () => {
  const rights: readonly Right[] = [
    { kind: 'system', permission: 'Account' },
    { kind: 'flow', flow: 'Account' },
    ...(['read', 'edit', 'create'] as const).map(
      (right) => ({ kind: 'object', object: 'Account', right }) as const,
    ),
    ...(['read', 'edit'] as const).map(
      (right) => ({ kind: 'field', object: 'Account', field: 'A', right }) as const,
    ),
    { kind: 'field', object: 'Account', field: 'B', right: 'read' },
    { kind: 'field', object: 'Contact', field: 'A', right: 'read' },
    { kind: 'object', object: 'Contact', right: 'read' },
  ];
  expect(new Set(rights.map(rightKey)).size).toBe(rights.length);
});
