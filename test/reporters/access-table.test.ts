import { describe, expect, test } from 'vitest';
import type { AccessRow } from '../../src/model/access-row.ts';
import { type AccessSection, renderAccessTable } from '../../src/reporters/access-table.ts';
import { displayWidth } from '../../src/reporters/display-width.ts';
import { hostileNames } from './hostile-report.ts';
import { integrationUser } from './result-fixture.ts';

const plain = { width: 80, colour: false };
const section = (rows: readonly AccessRow[]): AccessSection => ({
  subject: integrationUser,
  asOf: '2026-10-04T09:12:33Z',
  rows,
});

const rows: readonly AccessRow[] = [
  { kind: 'system', what: 'API Enabled', decision: 'granted', sentences: ["Profile 'API Only' grants it."] },
  {
    kind: 'object',
    what: 'Account: View All',
    decision: 'denied',
    sentences: [
      "Profile 'API Only' does not grant it.",
      "Permission set 'Sync extras' would grant it: its assignment expired on 2026-10-01.",
    ],
  },
  { kind: 'flow', what: 'Flows', decision: 'unknown', sentences: ['Flows could not be known.'] },
];

describe('the table of what a user can do', () => {
  test('says what, whether, and why', () => {
    expect(renderAccessTable([section(rows)], plain)).toBe(
      [
        'User integration@acme.example (Demandbase Integration), as of 2026-10-04',
        '     09:12:33 UTC',
        '',
        'Decision   What               Why',
        "✔ granted  API Enabled        Profile 'API Only' grants it.",
        "✖ denied   Account: View All  Profile 'API Only' does not grant it.",
        "                              Permission set 'Sync extras' would grant it: its",
        '                              assignment expired on 2026-10-01.',
        '? unknown  Flows              Flows could not be known.',
        '',
      ].join('\n'),
    );
  });

  test('keeps several users apart', () => {
    const other = { ...section(rows), subject: { ...integrationUser, name: 'other@acme.example' } };
    const text = renderAccessTable([section(rows), other], plain);
    expect(text.indexOf('User other@acme.example')).toBeGreaterThan(
      text.indexOf('Flows could not be known.'),
    );
  });

  test('says so where nothing was asked for', () => {
    expect(renderAccessTable([section([])], plain)).toContain('Nothing was asked for.');
  });

  test('is coloured only where it is asked for', () => {
    expect(renderAccessTable([section(rows)], { ...plain, colour: true })).toContain(
      '\u001b[31m✖ denied\u001b[39m',
    );
    expect(renderAccessTable([section(rows)], plain)).not.toContain('\u001b');
  });

  test('shows hostile names and stays within the terminal', () => {
    const hostile = hostileNames.map(
      (name): AccessRow => ({ kind: 'object', what: name, decision: 'denied', sentences: [name, name] }),
    );
    for (const width of [60, 80, 120]) {
      const text = renderAccessTable([section(hostile)], { ...plain, width });
      expect(text.replace(/[\n\u200d]/g, '')).not.toMatch(/\p{C}/u);
      for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
    }
  });
});
