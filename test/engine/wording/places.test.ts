import { describe, expect, test } from 'vitest';
import type { Decision, Entry } from '../../../src/model/access.ts';
import type { Location } from '../../../src/model/part.ts';
import {
  addable,
  assignment,
  container,
  denied,
  gap,
  grant,
  granted,
  group,
  nearMiss,
  place,
  unknown,
} from '../fixtures.ts';
import { decided, extras, profile, told, toldOfPersona } from './told.ts';

const entry = (at: Location): Entry => ({ kind: 'object', object: 'Account', right: 'read', at });
const held = (at: Location) => granted(grant(extras, { entry: entry(at) }));
const refused = (at: Location) => denied(nearMiss('refused', extras, { entry: entry(at) }));
const inExtras = (decision: Decision) => addable(decision, extras, place(40));
const partial = gap('the file does not mention it', 'retrieve it');

describe('a grant in files', () => {
  test('says where it stands, each place once', () => {
    expect(
      told(
        decided('Account: Read', held(place(12))),
        decided('Account: Edit', held(place(14))),
        decided('Account: Delete', held(place(14))),
      ),
    ).toBe("Permission set 'Sync extras' grants Read, Edit, Delete (extras.xml:12:9, extras.xml:14:9).");
  });
  test('of much counts the places past the third', () => {
    const rights = ['Read', 'Create', 'Edit', 'Delete', 'View All'];
    expect(told(...rights.map((right, line) => decided(`Account: ${right}`, held(place(line)))))).toBe(
      "Permission set 'Sync extras' grants Read, Create, Edit, Delete, View All (extras.xml:0:9, extras.xml:1:9, extras.xml:2:9 and 2 more).",
    );
  });
  test.each<readonly [string, Parameters<typeof grant>[1], string]>([
    [
      'of a group has its members and places together',
      { members: [extras], container: container('group', 'Sync'), entry: entry(place(3)) },
      "Permission set group 'Sync' grants Read (from its member 'Sync extras'; extras.xml:3:9).",
    ],
    [
      'that ends has its place last',
      { members: [extras], entry: entry(place(3)), through: assignment({ expires: '2026-12-31' }) },
      "Profile 'API Only' grants Read (from its member 'Sync extras') until 2026-12-31 (extras.xml:3:9).",
    ],
  ])('%s', (_, more, text) => {
    expect(told(decided('Account: Read', granted(grant(profile, more))))).toBe(text);
  });
});

describe('what is not granted in files', () => {
  const quiet = { ...container('muting', 'Quiet'), entryAt: place(7, 'quiet.xml') };
  test.each<readonly [string, Decision, string]>([
    [
      'by an entry that says no',
      refused(place(12)),
      "Permission set 'Sync extras' would grant it: its entry says no (extras.xml:12:9).",
    ],
    [
      'by a muting set, which is where the place is',
      denied(
        nearMiss('muted', extras, {
          through: assignment({ group: group('Sync') }),
          entry: entry(place(3)),
          mutedBy: quiet,
        }),
      ),
      "Permission set 'Sync extras' in permission set group 'Sync' would grant it: muting permission set 'Quiet' takes it away (quiet.xml:7:9).",
    ],
    [
      'by a muting set whose entry is not known, without a place that would mislead',
      denied(nearMiss('muted', extras, { entry: entry(place(3)), mutedBy: container('muting', 'Quiet') })),
      "Permission set 'Sync extras' would grant it: muting permission set 'Quiet' takes it away.",
    ],
    [
      'by anything, with the place of an entry to add',
      inExtras(denied()),
      "Nothing in the persona grants it. An entry for it would go into permission set 'Sync extras' (extras.xml:40:9).",
    ],
    [
      'but by a set that is not in the persona',
      inExtras(denied(nearMiss('not-assigned', profile, { entry: entry(place(5)) }))),
      "Profile 'API Only' would grant it: it is not in the persona (extras.xml:5:9). An entry for it would go into permission set 'Sync extras' (extras.xml:40:9).",
    ],
    [
      'by an entry that says no, where another would contradict it',
      inExtras(refused(place(12))),
      "Permission set 'Sync extras' would grant it: its entry says no (extras.xml:12:9).",
    ],
    [
      'for all that is known',
      inExtras(unknown(partial)),
      "Not known: the file does not mention it. An entry for it would go into permission set 'Sync extras' (extras.xml:40:9).",
    ],
  ])('%s', (_, decision, text) => {
    expect(toldOfPersona(decided('Account: Edit', decision))).toBe(text);
  });

  test('together is told together', () => {
    expect(
      told(decided('Account: Edit', refused(place(12))), decided('Account: Delete', refused(place(13)))),
    ).toBe(
      "Permission set 'Sync extras' would grant Edit, Delete: its entries say no (extras.xml:12:9, extras.xml:13:9).",
    );
    const nowhere = inExtras(denied());
    expect(toldOfPersona(decided('Account: Edit', nowhere), decided('Account: Delete', nowhere))).toBe(
      "Nothing in the persona grants Edit, Delete. Entries for Edit, Delete would go into permission set 'Sync extras' (extras.xml:40:9).",
    );
  });
});

describe('a file that could not be read', () => {
  const broken = { ...gap('Sync extras has no end'), at: place(3, 'extras.xml', 1) };
  test.each([
    ['says where', broken, 'Not known: Sync extras has no end (extras.xml:3:1).'],
    [
      'says it once',
      { ...broken, message: 'extras.xml:3:1: has no end' },
      'Not known: extras.xml:3:1: has no end.',
    ],
    [
      'and what would make it known',
      { ...broken, mend: 'mend it' },
      'Not known: Sync extras has no end (extras.xml:3:1).',
    ],
  ])('%s', (_, reason, text) => {
    expect(told(decided('Account: Edit', unknown(reason)))).toBe(text);
    expect(told({ kind: 'gap', about: 'Account', gap: reason })).toBe(text);
  });
  test('is another than one elsewhere of which the same is said', () => {
    const [one, other] = [broken, { ...broken, at: place(9, 'other.xml', 1) }];
    expect(told(decided('Account: Edit', unknown(one)), decided('Account: Read', unknown(other)))).toBe(
      'Account: Edit could not be known: Sync extras has no end (extras.xml:3:1). Account: Read could not be known: Sync extras has no end (other.xml:9:1).',
    );
  });
});
