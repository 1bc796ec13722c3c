import { expect, test } from 'vitest';
import type { Access } from '../../../src/model/access.ts';
import type { Subject } from '../../../src/model/subject.ts';
import { subjectPairs } from '../../../src/page/compare/subject-pairs.ts';
import type { Judged } from '../../../src/page/judged.ts';

const user = (id: string, name: string): Subject => ({ kind: 'user', id, name, title: name });

const side = (...subjects: readonly Subject[]): Judged =>
  ({ accesses: subjects.map((subject) => ({ subject }) as Access), results: [] }) as unknown as Judged;

/** `id of A/id of B` of every pair. */
const pairs = (a: Judged, b: Judged) =>
  subjectPairs(a, b).map((pair) => `${pair.a?.id ?? '-'}/${pair.b?.id ?? '-'}`);

test.each([
  [
    'the same Id, whatever the order',
    [user('1', 'a'), user('2', 'b')],
    [user('2', 'x'), user('1', 'y')],
    ['1/1', '2/2'],
  ],
  [
    'the same name in any case, as in another org',
    [user('1', 'a@x')],
    [user('9', 'A@X'), user('8', 'c')],
    ['1/9', '-/8'],
  ],
  [
    'the two that are left, one on each side',
    [user('1', 'a'), user('2', 'b')],
    [user('1', 'a'), user('3', 'c')],
    ['1/1', '2/3'],
  ],
  [
    'nobody, where several are left',
    [user('1', 'a'), user('2', 'b')],
    [user('3', 'c'), user('4', 'd')],
    ['1/-', '2/-', '-/3', '-/4'],
  ],
  ['nobody, where one side is empty', [user('1', 'a')], [], ['1/-']],
] as const)('a subject is held against %s', (_, ofA, ofB, expected) => {
  expect(pairs(side(...ofA), side(...ofB))).toEqual(expected);
});
