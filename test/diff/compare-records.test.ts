import { describe, expect, test } from 'vitest';
import { compareRecords, comparisonExitCode } from '../../src/diff/index.ts';
import type { AccessDigest, HistoryRecord, RecordedResult } from '../../src/model/history.ts';
import {
  assigned,
  blind,
  denied,
  digest,
  facts,
  grantedBy,
  group,
  ok,
  pack,
  record,
  result,
  unknown,
  unread,
} from '../history/digest-builder.ts';
import { integrationUser } from '../reporters/result-fixture.ts';
import { sideOf, tool } from './compared.ts';

const recorded = (
  access: Partial<AccessDigest>,
  changes: Partial<HistoryRecord> = {},
  results: readonly RecordedResult[] = [],
) => record('2026-10-01', results, changes, access);

const compare = (a: HistoryRecord, b: HistoryRecord) => compareRecords(sideOf(a), sideOf(b), tool);

const of = (a: Partial<AccessDigest>, b: Partial<AccessDigest>) => compare(recorded(a), recorded(b));

const strictly = { allowInconclusive: false };
const files = { place: { kind: 'source', name: 'force-app', title: 'force-app' } } as const;
const cannotTell = {
  status: 'unavailable',
  reason: { code: 'source-cannot-tell', message: 'Files do not tell' },
} as const;

describe('the verdict', () => {
  const holds: Partial<AccessDigest> = { decided: [grantedBy('S')] };
  const doubts: Partial<AccessDigest> = { decided: [unknown([blind])] };

  test.each<readonly [string, Partial<AccessDigest>, Partial<AccessDigest>, string, number]>([
    ['the same', holds, holds, 'equal', 0],
    ['granted and denied', holds, { decided: [denied()] }, 'different', 1],
    ['granted and not known', holds, doubts, 'different', 1],
    ['denied and not known', { decided: [denied()] }, doubts, 'different', 1],
    ['known on neither side', doubts, doubts, 'not-known', 3],
    ['asked of one alone', holds, { decided: [] }, 'not-known', 3],
    ['another fact', facts('login', { frozen: false }), facts('login', { frozen: true }), 'different', 1],
    [
      'a fact that one side alone knows',
      facts('login', { frozen: false }),
      { facts: { login: unread } },
      'different',
      1,
    ],
    [
      'a fact that neither side knows',
      { facts: { login: unread } },
      { facts: { login: unread } },
      'not-known',
      3,
    ],
    ['a fact asked of one alone', facts('login', { frozen: false }), {}, 'not-known', 3],
    [
      'half a fact that neither knows',
      facts('user', { flowUser: 'not known' }),
      facts('user', { flowUser: 'not known' }),
      'not-known',
      3,
    ],
    [
      'a profile hidden on both sides',
      facts('profile', { profile: null }),
      facts('profile', { profile: null }),
      'not-known',
      3,
    ],
    [
      'flows that neither knows all of',
      facts('flows', { 'other flows': 'Hidden' }),
      facts('flows', { 'other flows': 'Hidden' }),
      'not-known',
      3,
    ],
    [
      'the API calls left alone',
      facts('limits', { apiCalls: 9, apiCallsLeft: 1 }),
      facts('limits', { apiCalls: 9, apiCallsLeft: 2 }),
      'equal',
      0,
    ],
    [
      'a licence asked of one alone',
      facts('permissionSetLicenses', { A: null }),
      facts('permissionSetLicenses', { A: null, B: null }),
      'not-known',
      3,
    ],
    ['assignments that neither knows', { assignments: unread }, { assignments: unread }, 'not-known', 3],
    ['assignments that one alone knows', {}, { assignments: unread }, 'different', 1],
    [
      'another end of an assignment',
      {},
      { assignments: ok([assigned('P'), assigned('S', { expires: '2027-01-01T00:00:00Z' })]) },
      'different',
      1,
    ],
    ['a field that is there on one side', field('X'), field(null), 'different', 1],
    ['a field that neither can see', field(undefined), field(undefined), 'not-known', 3],
    ['a field that one alone can write', field('X', true), field('X', false), 'different', 1],
    ['a field nobody knows to be writable', field('X', null), field('X', null), 'not-known', 3],
  ])('of %s', (_, a, b, verdict, exitCode) => {
    const comparison = of(a, b);
    expect(comparison.verdict).toBe(verdict);
    expect(comparison.subjects[0]?.verdict).toBe(verdict);
    expect(comparisonExitCode(comparison.verdict, strictly)).toBe(exitCode);
    expect(comparisonExitCode(comparison.verdict, { allowInconclusive: true })).toBe(exitCode === 1 ? 1 : 0);
    expect(of(b, a).verdict).toBe(verdict);
  });

  test('of files is not in doubt for what no file can tell; of an org and files it is', () => {
    const access: Partial<AccessDigest> = { facts: { organization: cannotTell } };
    const ofFiles = compare(recorded(access, files), recorded(access, files));
    expect(ofFiles.verdict).toBe('equal');
    expect(ofFiles.remarks).toEqual([expect.stringContaining('Both are metadata files')]);
    expect(compare(recorded(access), recorded(access, files)).verdict).toBe('not-known');
    const unreadable: Partial<AccessDigest> = { facts: { organization: unread } };
    expect(compare(recorded(unreadable, files), recorded(unreadable, files)).verdict).toBe('not-known');
  });
});

/** @param name undefined: it could not be seen. */
function field(name: string | null | undefined, writable: boolean | null = true): Partial<AccessDigest> {
  return { fields: { 'Account.X': { found: name === undefined ? unread : ok(name), writable } } };
}

describe('who is compared with whom', () => {
  const named = (...names: readonly string[]) =>
    recorded(
      {},
      {
        subjects: names.map((name, index) => ({
          subject: { ...integrationUser, id: `005${name}${index}`, name: `${name}@acme.com` },
          results: [],
          access: digest(),
        })),
      },
    );
  const pairs = (a: HistoryRecord, b: HistoryRecord) => {
    const { subjects, onlyBefore, onlyAfter, verdict } = compare(a, b);
    const told = subjects.map(({ before, after }) => `${before.name} ${after.name}`);
    return { told, apart: [...onlyBefore, ...onlyAfter].map(({ name }) => name), verdict };
  };

  test('is the same one, by Id or by name in any case, and one alone with the other alone', () => {
    expect(pairs(named('a', 'b'), named('B', 'a'))).toEqual({
      told: ['a@acme.com a@acme.com', 'b@acme.com B@acme.com'],
      apart: [],
      verdict: 'equal',
    });
    expect(pairs(named('a'), named('b')).told).toEqual(['a@acme.com b@acme.com']);
  });

  test('is nobody for who is on one side alone, and then nothing is proven equal', () => {
    expect(pairs(named('a', 'b'), named('a', 'c'))).toEqual({
      told: ['a@acme.com a@acme.com'],
      apart: ['b@acme.com', 'c@acme.com'],
      verdict: 'not-known',
    });
  });
});

describe('what carries permissions', () => {
  const elsewhere = { place: { kind: 'org', name: '00D2', title: 'https://other.example' } } as const;
  const renamed = (id: string, title = 'Sync extras'): Partial<AccessDigest> => ({
    assignments: ok([assigned('P'), assigned(id)]),
    containers: { P: { kind: 'profile', title: 'API Only' }, [id]: { kind: 'permission-set', title } },
    decided: [{ ...grantedBy('S'), ways: [{ container: id, groupId: null, members: [], by: null }] }],
  });

  test('is the same one in another org by its API name, whatever its Id and label', () => {
    const gone = { ...renamed('X', 'Extras'), decided: [denied()] };
    const b = recorded(gone, elsewhere);
    const because = (apiNames: Readonly<Record<string, string>>) =>
      compareRecords(sideOf(recorded({}), { apiNames: { S: 'Sync_extras' } }), sideOf(b, { apiNames }), tool)
        .subjects[0]?.decisions[0]?.because;
    expect(because({ X: 'sync_EXTRAS' })).toEqual([
      "Permission set 'Extras' grants Account: Edit to A, and not to B.",
    ]);
    expect(because({ X: 'Other' })).toEqual([
      "A has permission set 'Sync extras', and B has not (Account: Edit).",
    ]);
  });

  test('goes by its label where nothing else is known, a group and its members too', () => {
    const ofGroup = (id: string): Partial<AccessDigest> => ({
      assignments: ok([assigned('P'), assigned('G', group({ id }))]),
      decided: [{ ...grantedBy('G'), ways: [{ container: 'G', groupId: id, members: ['M'], by: null }] }],
    });
    const comparison = compare(
      recorded(ofGroup('g1')),
      recorded({ ...ofGroup('g2'), decided: [denied()] }, elsewhere),
    );
    expect(comparison.subjects[0]?.decisions[0]?.because).toEqual([
      "Permission set 'Member' in permission set group 'Vendors' grants Account: Edit to A, and not to B.",
    ]);
  });

  test('keeps its Id where two have one name: nobody can tell which is meant', () => {
    const two: Partial<AccessDigest> = {
      ...renamed('X'),
      assignments: ok([assigned('P'), assigned('X'), assigned('Y')]),
      containers: { ...renamed('X').containers, ...renamed('Y').containers },
      decided: [denied()],
    };
    const { subjects } = compare(recorded({}), recorded(two, elsewhere));
    expect(subjects[0]?.decisions[0]?.because).toEqual([
      "A has permission set 'Sync extras', and B has not (Account: Edit).",
    ]);
  });
});

describe('a requirement', () => {
  const of = (
    was: Partial<RecordedResult>,
    is: Partial<RecordedResult>,
    access: Partial<AccessDigest> = {},
  ) => compare(recorded({}, {}, [result(was)]), recorded(access, {}, [result(is)])).subjects[0];

  test('that came to something else is told with what explains it', () => {
    const told = of(
      {},
      { verdict: 'fail', lacks: ['Account: Edit'] },
      { decided: [denied()], assignments: ok([assigned('P')]) },
    );
    expect(told?.requirements).toMatchObject([
      {
        requirement: 'account-access',
        changed: true,
        before: { verdict: 'pass' },
        after: { verdict: 'fail', lacks: ['Account: Edit'] },
        because: ["The assignment of permission set 'Sync extras' is gone (Account: Edit)."],
      },
    ]);
    expect(told?.decisions[0]?.requirements).toEqual(['account-access']);
  });

  test('that rests on what differs and came to the same is told too, and is no difference', () => {
    const told = of({}, {}, { decided: [denied()], assignments: ok([assigned('P')]) });
    expect(told?.requirements).toMatchObject([{ changed: false, because: [], causes: [] }]);
  });

  test('that rests on nothing that differs is not told', () => {
    expect(
      of({ restsOn: ['Lead: Read'] }, { restsOn: ['Lead: Read'] }, { decided: [denied()] })?.requirements,
    ).toEqual([]);
  });

  test('that one side alone was asked stands apart', () => {
    const { subjects, verdict } = compare(recorded({}, {}, [result()]), recorded({}));
    expect([subjects[0]?.notAskedAfter, subjects[0]?.notAskedBefore, verdict]).toEqual([
      ['requirement account-access'],
      [],
      'not-known',
    ]);
  });

  test('that another version of the pack asks is remarked on', () => {
    const { remarks } = compare(
      recorded({}),
      recorded({}, { packs: [pack({ version: '2.0.0', variant: 'x' })] }),
    );
    expect(remarks).toEqual([
      'The pack pack is version 1.0.0 for A, and 2.0.0 for B.',
      'The variant of pack is none for A, and x for B.',
    ]);
    const other = compare(recorded({}), recorded({}, { packs: [pack({ id: 'other' })] }));
    expect(other.remarks).toEqual([
      'The pack pack was asked of A alone.',
      'The pack other was asked of B alone.',
    ]);
  });
});
