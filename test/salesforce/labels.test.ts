import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  labelledPermissions,
  objectRights,
  permissionLabel,
  rightLabels,
} from '../../src/salesforce/labels.ts';

const corpus = new URL('../../../shared/corpus/permissions.tsv', import.meta.url);

test.skipIf(!existsSync(corpus))(
  'the labels of permissions are those of Setup (skipped without the corpus of real describes)',
  () => {
    const rows = readFileSync(corpus, 'utf8')
      .split('\n')
      .map((line) => line.split('\t'));
    const real = new Map(rows.map(([name = '', label = '']) => [name, label]));
    for (const name of labelledPermissions)
      expect([name, permissionLabel(name)]).toEqual([name, real.get(name)]);
  },
);

test('a permission without a known label keeps its name', () => {
  expect(permissionLabel('ManageNothing')).toBe('ManageNothing');
  expect(permissionLabel('toString')).toBe('toString');
});

test('every right on an object has its place and its label', () => {
  expect(Object.keys(rightLabels)).toEqual([...objectRights]);
});
