import { describe, expect, test } from 'vitest';
import { makeTimeline } from '../../src/history/index.ts';
import { integrationUser } from '../reporters/result-fixture.ts';
import { assigned, denied, ok, permission, record, result } from './digest-builder.ts';

const pass = result();
const fail = result({ verdict: 'fail', lacks: [permission] });
const gone = { assignments: ok([assigned('P')]), decided: [denied()] };

const three = [
  record('2026-10-01', [pass]),
  record('2026-10-08', [fail], {}, gone),
  record('2026-10-15', [fail], {}, gone),
];

const only = (records: readonly ReturnType<typeof record>[], filter = {}) => {
  const [place, ...others] = makeTimeline(records, filter).places;
  const [subject, ...more] = place?.subjects ?? [];
  expect([others, more]).toEqual([[], []]);
  return subject;
};

describe('a timeline', () => {
  test('has a verdict of each run, oldest first, in whatever order they were read', () => {
    const timeline = makeTimeline(three);
    expect(makeTimeline(three.toReversed())).toEqual(timeline);
    expect(only(three)?.requirements[0]).toMatchObject({
      verdicts: [
        { verdict: 'pass', waived: false },
        { verdict: 'fail', waived: false },
        { verdict: 'fail', waived: false },
      ],
      last: { verdict: 'fail', at: '2026-10-15T09:00:00Z' },
      since: '2026-10-08T09:00:00Z',
    });
  });

  test('tells each change once, with its reason', () => {
    expect(only(three)?.requirements[0]?.changes).toMatchObject([
      {
        from: { at: '2026-10-01T09:00:00Z', verdict: 'pass' },
        to: { at: '2026-10-08T09:00:00Z', verdict: 'fail' },
        because: ["The assignment of permission set 'Sync extras' is gone (Account: Edit)."],
      },
    ]);
  });

  test('says so where nothing that was recorded explains a change', () => {
    const records = [record('2026-10-01', [pass]), record('2026-10-08', [fail])];
    expect(only(records)?.requirements[0]?.changes[0]).toMatchObject({
      causes: [],
      because: ['Nothing that was recorded explains it.'],
    });
  });

  test('has a waiver that starts, another level and another lack as changes; other words are none', () => {
    const next = (changes: Parameters<typeof result>[0]) =>
      only([record('2026-10-01', [fail]), record('2026-10-08', [{ ...fail, ...changes }])])?.requirements[0];
    expect(next({ waived: true })).toMatchObject({ changes: [{}], since: '2026-10-08T09:00:00Z' });
    expect(next({ level: 'note' })).toMatchObject({ changes: [{}], since: '2026-10-01T09:00:00Z' });
    expect(next({ lacks: [] })).toMatchObject({ changes: [{}], since: '2026-10-01T09:00:00Z' });
    expect(next({ message: 'In other words.' })?.changes).toEqual([]);
  });

  test('goes over runs that did not ask', () => {
    const other = result({ requirement: 'other' });
    const records = [
      record('2026-10-01', [pass]),
      record('2026-10-08', [other]),
      record('2026-10-15', [fail, other]),
    ];
    const [first, second] = only(records)?.requirements ?? [];
    expect(first?.verdicts).toEqual([
      { verdict: 'pass', waived: false },
      null,
      { verdict: 'fail', waived: false },
    ]);
    expect(first?.changes).toMatchObject([{ from: { at: '2026-10-01T09:00:00Z' } }]);
    expect(second?.verdicts.map((each) => each?.verdict ?? null)).toEqual([null, 'pass', 'pass']);
  });

  test('keeps places and subjects apart', () => {
    const elsewhere = { place: { kind: 'source', name: 'force-app', title: 'force-app' } } as const;
    const second = { ...integrationUser, id: '0052', name: 'second@acme.example' };
    const both = record('2026-10-08', [fail]);
    const [subject] = both.subjects;
    const records = [
      record('2026-10-01', [pass]),
      record('2026-10-01', [fail], elsewhere),
      { ...both, subjects: [...both.subjects, ...(subject ? [{ ...subject, subject: second }] : [])] },
    ];
    const { places } = makeTimeline(records);
    const told = places.map(({ place, subjects }) => [
      place.name,
      subjects.map((each) => [each.subject.name, each.runs.length]),
    ]);
    expect(told).toEqual([
      [
        '00D1',
        [
          [integrationUser.name, 2],
          [second.name, 1],
        ],
      ],
      ['force-app', [[integrationUser.name, 1]]],
    ]);
    expect(only(records, { user: 'SECOND@acme.example' })?.subject).toEqual(second);
  });

  test('from a day on knows what was before it', () => {
    const timeline = only(three, { since: '2026-10-08' });
    expect(timeline?.runs).toHaveLength(2);
    expect(timeline?.requirements[0]).toMatchObject({
      verdicts: [{ verdict: 'fail' }, { verdict: 'fail' }],
      changes: [{ from: { verdict: 'pass' } }],
    });
    expect(only(three, { since: '2026-10-09' })?.requirements[0]).toMatchObject({
      changes: [],
      since: '2026-10-08T09:00:00Z',
    });
    expect(makeTimeline(three, { since: '2026-11-01' }).places).toEqual([]);
  });
});
