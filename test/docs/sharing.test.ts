import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { templates } from '../../src/share/families.ts';

const page = readFileSync(new URL('../../docs/sharing.md', import.meta.url), 'utf8');
const section = /## What is replaced\n([\s\S]*?)\n## /u.exec(page)?.[1] ?? '';
const rows = section.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| What'));
const shown = rows.flatMap((row) =>
  Array.from(row.matchAll(/`([^`]*1[^`]*)`/gu), ([, standIn = '']) => standIn),
);

/** Forms that no name has: of these things people see the name. */
const unused = new Set(['Persona-1', 'Object-1', 'Package-1', 'Permission-1', 'id-title-1']);

test('the page shows every stand-in there is, and none that there is not', () => {
  const all = Object.values(templates).flatMap(({ title, name }) => [title, name]);
  const used = all.map((template) => template.replace('#', '1')).filter((standIn) => !unused.has(standIn));
  expect(shown.toSorted()).toEqual(used.toSorted());
});
