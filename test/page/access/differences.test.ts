import { expect, test } from 'vitest';
import { differences } from '../../../src/page/access/differences.ts';
import { permissionsOf } from '../../../src/page/access/permissions.ts';
import { accessIn } from '../../access/decide.ts';
import { need } from '../../access/org-parts.ts';
import type { Org } from '../../access/snapshot-builder.ts';

const needs = need({ systemPermissions: ['ApiEnabled', 'RunFlow'], objects: ['Account'] });
const shown = (org: Org) =>
  new Map(permissionsOf(accessIn({ needs, ...org })).map((permission) => [permission.key, permission]));
const sets = { S: { system: ['ApiEnabled'] }, T: { system: ['ApiEnabled'] } };

test.each<[string, Org, Org, Readonly<Record<string, object>>]>([
  [
    'a permission that came',
    { sets },
    { sets, assigned: ['S'] },
    { ApiEnabled: { kind: 'state', was: 'denied' } },
  ],
  [
    'a permission that went',
    { sets, assigned: ['S'] },
    { sets },
    { ApiEnabled: { kind: 'state', was: 'granted' } },
  ],
  [
    'another way to the same',
    { sets, assigned: ['S'] },
    { sets, assigned: ['S', 'T'] },
    { ApiEnabled: { kind: 'ways' } },
  ],
  [
    'a way that lapsed',
    { sets, assigned: ['S', 'T'] },
    { sets, assigned: ['S', { to: 'T', active: false }] },
    { ApiEnabled: { kind: 'ways' } },
  ],
  ['nothing where all is as it was', { sets, assigned: ['S'] }, { sets, assigned: ['S'] }, {}],
])('%s is told', (_, before, after, expected) => {
  expect(Object.fromEntries(differences(shown(before), shown(after)))).toEqual(expected);
});
