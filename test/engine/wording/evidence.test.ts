import { describe, expect, test } from 'vitest';
import { container, denied, grant, granted } from '../fixtures.ts';
import { byProfile, decided, expired, extras, fact, profile, reported, told } from './told.ts';

test('it reads as the issue asks', () => {
  expect(
    told(
      decided('Account: View All', denied(expired)),
      decided('Account: Read', byProfile),
      decided('Account: Create', byProfile),
      decided('Account: Edit', byProfile),
    ),
  ).toBe(
    "Profile 'API Only' grants Read, Create, Edit. Permission set 'Sync extras' would grant it: its assignment expired on 2026-10-01.",
  );
});

describe('text', () => {
  test('is shared by evidence that shares a sentence, and by no other', () => {
    const both = granted(grant(profile), grant(extras));
    const evidence = reported(
      decided('Account: Read', both),
      decided('Account: Edit', byProfile),
      decided('Account: Delete', denied()),
      fact('Edition', 'Team'),
    );
    const shared = "Profile 'API Only' grants Read, Edit.\nPermission set 'Sync extras' grants Read.";
    expect(evidence.map(({ text }) => text)).toEqual([
      shared,
      shared,
      'Nothing assigned to the user grants it.',
      'Edition: Team.',
    ]);
  });
});

test('a name with a line break does not make two sentences of one', () => {
  expect(told(decided('Account: Read', granted(grant(container('profile', 'A\r\nB')))))).toBe(
    "Profile 'A B' grants Read.",
  );
});

test('names are told as they are: escaping them is for whoever prints', () => {
  const hostile = '\u001b[2J\u202e|<b>{object}$&';
  expect(told(decided('Account: Read', granted(grant(container('profile', hostile)))))).toBe(
    `Profile '${hostile}' grants Read.`,
  );
});
