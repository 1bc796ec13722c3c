import { describe, expect, test } from 'vitest';
import { makeTimeline } from '../../src/history/index.ts';
import type { HistoryRecord, RecordedResult } from '../../src/model/history.ts';
import { displayWidth } from '../../src/reporters/display-width.ts';
import { renderTimelineJson } from '../../src/reporters/history-json.ts';
import { renderHistoryTable } from '../../src/reporters/history-table.ts';
import {
  assigned,
  blind,
  denied,
  digest,
  grantedBy,
  ok,
  pack,
  record,
  result,
} from '../history/digest-builder.ts';
import { hostileNames } from './hostile-report.ts';
import { integrationUser } from './result-fixture.ts';

const plain = { width: 80, colour: false };
const day = (number: number): string => new Date(Date.UTC(2026, 0, number)).toISOString().slice(0, 10);

/** Without the line breaks of wrapping. */
const flat = (text: string): string => text.replace(/\s+/gu, ' ');

const shown = (records: readonly HistoryRecord[], context = plain): string =>
  renderHistoryTable(makeTimeline(records), context);

const verdicts: readonly Partial<RecordedResult>[] = [
  { verdict: 'pass' },
  { verdict: 'inconclusive' },
  { verdict: 'fail' },
  { verdict: 'fail', waived: true },
  { verdict: 'error' },
  { verdict: 'not-applicable' },
];

describe('the table of a history', () => {
  test('has a sign a run that needs no colour', () => {
    const records = verdicts.map((each, index) => record(day(index + 1), [result(each)]));
    const [row] = shown(records)
      .split('\n')
      .filter((line) => line.startsWith('- '));
    expect(row).toBe('- not applicable  account-access  ✔?✖~!-  2026-01-06');
    expect(flat(shown(records))).toContain(
      '✔ pass, ✖ fail, ? inconclusive, ! error, - not applicable, ~ waived, · not asked',
    );
  });

  test('cuts many runs to its width, keeps the latest, and says so', () => {
    const records = Array.from({ length: 200 }, (_, index) =>
      record(day(index + 1), [result({ verdict: index === 199 ? 'fail' : 'pass' })]),
    );
    const text = shown(records);
    const line = text.split('\n').find((each) => each.startsWith('✖ fail')) ?? '';
    const signs = /[✔✖]+(?= {2}2026)/.exec(line)?.[0] ?? '';
    expect(signs.length).toBeGreaterThan(20);
    expect(signs.endsWith('✔✖')).toBe(true);
    expect(flat(text)).toContain(
      `200 runs, 2026-01-01 09:00:00 UTC to 2026-07-19 09:00:00 UTC; the last ${signs.length}`,
    );
    for (const each of text.split('\n')) expect(displayWidth(each)).toBeLessThanOrEqual(80);
  });

  test('tells changes of one time together, the latest first', () => {
    const other = (changes: Partial<RecordedResult>) => result({ requirement: 'other', ...changes });
    const records = [
      record(day(1), [result(), other({})]),
      record(day(8), [result({ verdict: 'fail' }), other({ verdict: 'fail' })]),
      record(day(15), [result(), other({ verdict: 'fail' })]),
    ];
    const changes = shown(records)
      .split('\n')
      .filter((line) => /^(?:2026| {2}[✔✖])/.test(line));
    expect(changes).toEqual([
      '2026-01-08 → 2026-01-15',
      '  ✔ account-access: fail → pass',
      '2026-01-01 → 2026-01-08',
      '  ✖ account-access: pass → fail',
      '  ✖ other: pass → fail',
    ]);
  });

  test('tells what is lacking too where the verdict stays', () => {
    const lacking = (...lacks: readonly string[]) => result({ verdict: 'fail', lacks });
    const records = [record(day(1), [lacking('Account: Read')]), record(day(2), [lacking('Account: Edit')])];
    expect(flat(shown(records))).toContain(
      'still fail, without Account: Edit too, no longer for Account: Read',
    );
  });

  test('says so where nothing changed, and where there is nothing', () => {
    expect(shown([record(day(1), [result()])])).toContain('Nothing changed.');
    expect(shown([])).toBe('No run was recorded since then.\n');
  });
});

/** Records in which everything that an org can name is hostile. */
const hostile = hostileNames.flatMap((name, index): readonly HistoryRecord[] => {
  const subject = { ...integrationUser, id: `005${index}`, name, title: name };
  const named = result({ requirement: `r${index}`, title: name, message: name });
  const containers = {
    P: { kind: 'profile', title: name },
    S: { kind: 'permission-set', title: name },
  } as const;
  const place = { kind: 'org', name: '00D1', title: name } as const;
  const made = (at: string, each: RecordedResult, access: Parameters<typeof digest>[0]): HistoryRecord => ({
    ...record(at, [each]),
    ...{ place, packs: [pack({ version: name, variant: at })] },
    subjects: [{ subject, results: [each], access: digest({ containers, ...access }) }],
  });
  const facts = (text: string) => ({ profile: ok({ profile: text }) });
  const because = [{ ...blind, message: name }];
  return [
    made(day(1), { ...named, needs: ['profile'] }, { decided: [grantedBy('S')], facts: facts('before') }),
    made(
      day(2),
      { ...named, verdict: 'fail', needs: ['profile'] },
      { assignments: ok([assigned('P')]), decided: [denied()], facts: facts(name) },
    ),
    made(
      day(3),
      { ...named, verdict: 'inconclusive' },
      { assignments: ok([assigned('P')]), decided: [{ ...denied(), decision: 'unknown', because }] },
    ),
  ];
});

describe('hostile names', () => {
  test.each([60, 80, 120])('bring no control character into %i columns, and break no line', (width) => {
    const text = shown(hostile, { width, colour: false });
    expect(text).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069\u200b]/u);
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
    expect(text).toContain('\\u001b[2J');
  });

  test('come back from the JSON as they went in, with nothing invisible in it', () => {
    const timeline = makeTimeline(hostile);
    const text = renderTimelineJson(timeline);
    expect(text).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(timeline)));
  });
});
