import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/engine/evaluate.ts';
import { exitCode } from '../../src/engine/exit-code.ts';
import { makeReport, NothingToAudit, type ReportInput } from '../../src/engine/make-report.ts';
import type { LoadedPack, Settings } from '../../src/model/pack.ts';
import type { Gap, Part } from '../../src/model/part.ts';
import type { Finding } from '../../src/model/rule.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import type { Subject } from '../../src/model/subject.ts';
import {
  accessOf,
  finding,
  gap,
  packOf,
  persona,
  place,
  requirement,
  rulesOf,
  settings,
  snapshotOf,
  subject,
} from './fixtures.ts';

interface Run {
  readonly packs?: readonly LoadedPack[];
  readonly subjects?: readonly Subject[];
  readonly settings?: Partial<Settings>;
  readonly snapshot?: Partial<Snapshot>;
  readonly input?: Partial<ReportInput>;
}

function report(run: Run = {}) {
  const { packs = [packOf([requirement('x', [finding('pass', 'P')])])], subjects = [subject()] } = run;
  const chosen = settings(run.settings);
  const accesses = subjects.map((each) => accessOf({ subject: each }));
  return makeReport({
    snapshot: snapshotOf(subjects, run.snapshot),
    packs,
    settings: chosen,
    results: evaluate({ packs, settings: chosen, accesses, rules: rulesOf() }),
    tool: { name: 'syncgate', version: '1.2.3' },
    snapshotFile: null,
    ...run.input,
  });
}

const files = { kind: 'source', directories: ['force-app'], apiVersion: '67.0', facts: null } as const;
const ending = (findings: readonly Finding[], level: 'error' | 'warning' = 'error') =>
  requirement(`${level} ${findings.map(({ outcome }) => outcome).join()}`, findings, { level });
const [pass, fail, doubt] = [finding('pass', 'P'), finding('fail', 'F'), finding('inconclusive', 'I')];

describe('the verdict of a report', () => {
  test.each<readonly [string, Run, string]>([
    ['all passes', {}, 'compliant'],
    ['a failure', { packs: [packOf([ending([pass]), ending([fail])])] }, 'non-compliant'],
    [
      'a failure below what counts',
      { packs: [packOf([ending([pass]), ending([fail], 'warning')])] },
      'compliant',
    ],
    [
      'a failure at what counts',
      { packs: [packOf([ending([pass]), ending([fail], 'warning')])], settings: { failOn: 'warning' } },
      'non-compliant',
    ],
    ['a doubt', { packs: [packOf([ending([pass]), ending([doubt])])] }, 'inconclusive'],
    ['a failure and a doubt', { packs: [packOf([ending([fail]), ending([doubt])])] }, 'non-compliant'],
    ['a rule that broke', { packs: [packOf([ending([pass]), ending([])])] }, 'inconclusive'],
    ['a failure alone, below what counts', { packs: [packOf([ending([fail], 'warning')])] }, 'inconclusive'],
    ['a pass alone, below what counts', { packs: [packOf([ending([pass], 'warning')])] }, 'inconclusive'],
    [
      'a pass below what counts, beside what counts and does not apply',
      {
        packs: [
          packOf([ending([pass], 'warning'), requirement('x', [pass], { when: { feature: ['trees'] } })]),
        ],
      },
      'inconclusive',
    ],
    [
      'a waived failure alone, which was looked at',
      {
        packs: [packOf([requirement('y', [fail])])],
        settings: { waivers: [{ requirement: 'y', reason: 'r', owner: 'ops', expires: '2026-10-02' }] },
      },
      'compliant',
    ],
    [
      'a waived failure alone, below what counts',
      {
        packs: [packOf([requirement('y', [fail], { level: 'note' })])],
        settings: { waivers: [{ requirement: 'y', reason: 'r', owner: 'ops', expires: '2026-10-02' }] },
      },
      'inconclusive',
    ],
    [
      'nothing that applies',
      { packs: [packOf([requirement('x', [pass], { when: { feature: ['trees'] } })])] },
      'inconclusive',
    ],
    [
      'a waived failure beside a pass',
      {
        packs: [packOf([ending([pass]), requirement('y', [fail])])],
        settings: { waivers: [{ requirement: 'y', reason: 'r', owner: 'ops', expires: '2026-10-02' }] },
      },
      'compliant',
    ],
    [
      'a failure whose waiver has ended',
      {
        packs: [packOf([ending([pass]), requirement('y', [fail])])],
        settings: { waivers: [{ requirement: 'y', reason: 'r', owner: 'ops', expires: '2026-10-01' }] },
      },
      'non-compliant',
    ],
    [
      'a failure waived for one of two users',
      {
        packs: [packOf([ending([pass]), requirement('y', [fail])])],
        subjects: [subject('a'), subject('b')],
        settings: {
          waivers: [{ requirement: 'y', subject: 'a', reason: 'r', owner: 'ops', expires: '2026-10-02' }],
        },
      },
      'non-compliant',
    ],
  ])('of %s', (_, run, verdict) => {
    expect(report(run).verdict).toBe(verdict);
  });
});

describe('a report', () => {
  test('counts', () => {
    const packs = [
      packOf([
        ending([pass]),
        ending([doubt]),
        ending([]),
        requirement('n', [pass], { when: { feature: ['trees'] } }),
        requirement('y', [fail]),
        requirement('z', [fail]),
      ]),
    ];
    const waivers = [{ requirement: 'y', reason: 'r', owner: 'ops', expires: '2026-12-31' }];
    expect(report({ packs, settings: { waivers } }).summary).toEqual({
      pass: 1,
      fail: 2,
      inconclusive: 1,
      notApplicable: 1,
      error: 1,
      waived: 1,
    });
  });

  test('says where its facts are from, and what was chosen', () => {
    const made = report({
      settings: { variant: 'admin', features: { trees: true } },
      input: { snapshotFile: 'org.json' },
    });
    expect(made).toMatchObject({
      reportVersion: 1,
      tool: { name: 'syncgate', version: '1.2.3' },
      source: {
        collected: { kind: 'org', instanceUrl: 'https://acme.example' },
        collectedAt: '2026-10-02T08:00:00.000Z',
        cost: { roundTrips: 3, apiCalls: 9 },
        snapshot: 'org.json',
      },
      packs: [
        {
          id: 'acme-sync',
          version: '1.0.0',
          title: 'Acme Sync',
          variant: 'admin',
          features: ['routing', 'trees'],
          notes: [],
        },
      ],
      subjects: [subject()],
      failOn: 'error',
    });
  });

  test('names a variant only at the packs that have it', () => {
    const bare = packOf([ending([pass])], { id: 'bare', variants: {} });
    expect(report({ packs: [bare], settings: { variant: 'toString' } }).packs[0]?.variant).toBeNull();
  });

  test('is the same, byte for byte, for the same snapshot', () => {
    expect(JSON.stringify(report())).toBe(JSON.stringify(report()));
  });

  test('is frozen', () => {
    expect(() => Object.assign(report().summary, { fail: 0 })).toThrow(TypeError);
  });
});

describe('what could not be read', () => {
  const part = (reason: Gap): Part<never> => ({ status: 'unavailable', reason });
  const unreadOf = (snapshot: Partial<Snapshot>) =>
    report({ snapshot: { subjects: [], ...snapshot }, input: {}, subjects: [] });

  test('is told from everywhere, sorted, each once, without what nobody asked for', () => {
    const base = snapshotOf([subject()]).subjects[0];
    if (base === undefined) throw new Error('no subject');
    const made = report({
      snapshot: {
        limits: part(gap('b')),
        catalogue: { Lead: part(gap('a')), Account: part(gap('b')) },
        flows: part({ code: 'not-collected', message: 'nobody asked' }),
        subjects: [{ ...base, login: part({ code: 'query-failed', message: 'z' }) }],
        groups: [
          {
            id: '0PG',
            apiName: 'g',
            title: 'G',
            status: 'Updated',
            sessionBased: false,
            components: part(gap('c')),
          },
        ],
      },
    });
    expect(made.unread.map(({ message }) => message)).toEqual(['a', 'b', 'c', 'nobody looked', 'z']);
  });

  test('is told of a file once, however much stands on it, and of each file by itself', () => {
    const broken = (line: number, file?: string) => part({ ...gap('no end'), at: place(line, file) });
    const made = report({
      snapshot: {
        catalogue: { Lead: broken(3), Account: broken(3), Contact: broken(4), Case: broken(3, 'other.xml') },
      },
    });
    expect(made.unread.flatMap(({ at }) => at ?? [])).toEqual([place(3), place(3, 'other.xml')]);
  });

  test('does not make up for there being no subject', () => {
    expect(() => unreadOf({})).toThrow(NothingToAudit);
  });
});

describe('who was left out', () => {
  const skipped = [{ subject: persona(), because: 'none of its files changed since origin/main' }];
  const failing = [packOf([ending([pass]), ending([fail])])];

  test('is told, and where nobody is left the report is unchanged, with nothing judged', () => {
    const made = report({ packs: failing, subjects: [], input: { skipped } });
    expect(made).toMatchObject({ verdict: 'unchanged', subjects: [], skipped, results: [] });
    expect(exitCode(made, { allowInconclusive: false })).toBe(0);
  });

  test('changes nothing for those who were not', () => {
    for (const packs of [failing, [packOf([ending([pass])])], [packOf([ending([doubt])])]]) {
      const [without, having] = [report({ packs }), report({ packs, input: { skipped } })];
      expect(having).toEqual({ ...without, skipped });
    }
  });
});

test('what is odd in what was read is told as it is', () => {
  const warnings = [{ code: 'duplicate-entry', message: 'Twice.', at: place(4) }] as const;
  expect(report({ snapshot: { warnings } }).warnings).toEqual(warnings);
  expect(report()).toMatchObject({ warnings: [], skipped: [] });
});

describe('there is no report of nothing', () => {
  test.each<readonly [string, Run, string]>([
    ['no pack', { packs: [] }, 'There is no requirement pack to audit against.'],
    ['no requirement', { packs: [packOf([])] }, "The pack 'acme-sync' has no requirements."],
    [
      'one pack without requirements beside another',
      { packs: [packOf([ending([pass])]), packOf([], { id: 'empty' })] },
      "The pack 'empty' has no requirements.",
    ],
    ['no subject', { subjects: [] }, 'There is no user to audit.'],
    [
      'no subject of metadata files',
      { subjects: [], snapshot: { source: files } },
      'There is no persona or user to audit.',
    ],
    [
      'no subject, and nobody left out',
      { subjects: [], input: { skipped: [] } },
      'There is no user to audit.',
    ],
  ])('of %s', (_, run, message) => {
    expect(() => report(run)).toThrow(new NothingToAudit(message));
  });

  test('of a requirement that was lost on the way', () => {
    expect(() => report({ input: { results: [] } })).toThrow(
      "Requirement 'x' of 'acme-sync' was not evaluated for sync@acme.example.",
    );
  });
});
