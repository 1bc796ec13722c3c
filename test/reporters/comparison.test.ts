import { describe, expect, test } from 'vitest';
import type { ComparedSubjects, Comparison } from '../../src/model/comparison.ts';
import { renderComparisonJson } from '../../src/reporters/comparison-json.ts';
import { renderComparisonMarkdown } from '../../src/reporters/comparison-markdown.ts';
import { renderComparisonTable } from '../../src/reporters/comparison-table.ts';
import { comparisonLine, requirementTurn } from '../../src/reporters/comparison-words.ts';
import { displayWidth } from '../../src/reporters/display-width.ts';
import { validatorOf } from '../schemas/schema-files.ts';
import { hostileNames } from './hostile-report.ts';
import { foreignHtml, nodesOfType, readMarkdown, references, textOf } from './markdown-reading.ts';
import { integrationUser } from './result-fixture.ts';

const state = { verdict: 'pass', waived: false, level: 'error', lacks: [] } as const;

/** A comparison in which this name stands wherever an org, a file or a user can choose one. */
function comparisonOf(name: string, times = 1): Comparison {
  const subject = { ...integrationUser, name, title: name };
  const side = {
    ...{ named: name, kind: 'org' as const, revision: 'ab'.repeat(20), collectedAt: '2026-10-04T09:12:33Z' },
    ...{ place: { kind: 'org' as const, name, title: name }, packs: [] },
  } as const;
  const cause = { kind: 'fact-changed', need: 'user', name, from: name, to: name } as const;
  const many = <T>(one: T): readonly T[] => Array.from({ length: times }, () => one);
  const subjects: ComparedSubjects = {
    ...{ before: { ...subject, id: '005A' }, after: subject, verdict: 'different', alike: 1 },
    decisions: many({
      ...({ permission: name, before: 'granted', after: 'unknown' } as const),
      ...{ requirements: [name], because: [name, name] },
    }),
    facts: [{ text: name, cause }],
    requirements: [
      {
        ...{ pack: name, requirement: name, title: name, before: state, changed: true, causes: [cause] },
        ...{ after: { ...state, verdict: 'fail', lacks: [name] }, because: [name] },
      },
    ],
    causes: [cause],
    notKnown: [{ what: name, before: name, after: `${name} B` }],
    notAskedBefore: [name],
    notAskedAfter: [name],
  };
  return {
    comparisonVersion: 1,
    tool: { name: 'syncgate', version: '0.1.0' },
    ...{ verdict: 'different', basis: 'access', before: side, after: side },
    summary: { alike: 1, decisions: times, facts: 1, requirements: 1, notKnown: 1, notAsked: 2 },
    ...{ remarks: [name], subjects: [subjects], onlyBefore: [subject], onlyAfter: [subject] },
  };
}

const plain = { width: 80, colour: false };

describe.each(hostileNames.map((name) => ({ name })))('a comparison with the name $name', ({ name }) => {
  const comparison = comparisonOf(name);

  test('stays within the table, and moves no cursor', () => {
    const text = renderComparisonTable(comparison, plain);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u200b\u202a-\u202e\u2066-\u2069\ufeff]/u);
    expect(text.split('\n').filter((line) => displayWidth(line) > 80)).toEqual([]);
    expect(comparisonLine(comparison)).not.toContain('\n');
  });

  test('makes no HTML, link, image or mention of Markdown, and no other row', () => {
    const root = readMarkdown(renderComparisonMarkdown(comparison));
    expect(foreignHtml(root)).toEqual([]);
    expect(
      ['link', 'image', 'imageReference', 'linkReference', 'code'].flatMap((type) =>
        nodesOfType(root, type as 'link'),
      ),
    ).toEqual([]);
    expect(references(root)).toEqual([]);
    expect(
      nodesOfType(root, 'table').map(({ children }) => children.map((row) => row.children.length)),
    ).toEqual([
      [4, 4],
      [4, 4],
    ]);
  });

  test('is the same again, read from JSON that the schema describes', () => {
    const text = renderComparisonJson(comparison);
    expect(JSON.parse(text)).toEqual(comparison);
    expect(validatorOf('comparison')(JSON.parse(text))).toEqual([]);
    expect(text).not.toMatch(/[\p{Cf}\u007f-\u009f]/u);
  });
});

test('Markdown leaves out what a comment has no room for, and says so', () => {
  const text = renderComparisonMarkdown(comparisonOf('Account: Read', 4000));
  expect(text.length).toBeLessThanOrEqual(65_536);
  expect(textOf(readMarkdown(text))).toMatch(
    /Left out here, where there is room for 65,536 characters: [\d,]+ decisions/u,
  );
});

test('colour is paint alone', () => {
  const coloured = renderComparisonTable(comparisonOf('Account: Read'), { width: 80, colour: true });
  expect(coloured.replace(/\p{Cc}\[\d+m/gu, '')).toBe(
    renderComparisonTable(comparisonOf('Account: Read'), plain),
  );
  expect(coloured).toContain('\u001b[');
});

describe('the closing line', () => {
  const base = comparisonOf('x');
  const summary = { alike: 5, decisions: 0, facts: 0, requirements: 0, notKnown: 0, notAsked: 0 };
  const none = { ...base, subjects: [], onlyBefore: [], onlyAfter: [] };
  const decisions = (
    ...turns: readonly (readonly ['granted' | 'denied' | 'unknown', 'granted' | 'denied' | 'unknown'])[]
  ) => [
    {
      ...(base.subjects[0] as ComparedSubjects),
      decisions: turns.map(([before, after]) => ({
        permission: 'x',
        before,
        after,
        requirements: [],
        because: ['x'],
      })),
    },
  ];

  test.each<readonly [string, Comparison]>([
    [
      'Equal in all that was asked: 5 decisions, and every fact and requirement.',
      { ...none, verdict: 'equal', summary },
    ],
    [
      'Different: 2 permissions only A is granted, 1 permission only B is granted, 1 permission known on one side alone and 3 facts.',
      {
        ...none,
        subjects: decisions(
          ['granted', 'denied'],
          ['granted', 'denied'],
          ['denied', 'granted'],
          ['denied', 'unknown'],
        ),
        summary: { ...summary, decisions: 4, facts: 3 },
      },
    ],
    [
      'Different: 1 verdict. Beside that, 1 thing is known on neither side and 2 things were asked of one side alone.',
      { ...none, summary: { ...summary, requirements: 1, notKnown: 1, notAsked: 2 } },
    ],
    [
      'Nothing was found to differ, and it is not known to be equal: 2 things are known on neither side.',
      { ...none, verdict: 'not-known', summary: { ...summary, notKnown: 2 } },
    ],
    [
      'Nothing was found to differ, and it is not known to be equal: x is on one side alone.',
      { ...none, verdict: 'not-known', summary, onlyAfter: base.onlyAfter },
    ],
  ])('%s', (line, comparison) => expect(comparisonLine(comparison)).toBe(line));
});

test('a requirement with one verdict on both sides tells what is missing on which', () => {
  const difference = {
    ...{ pack: 'p', requirement: 'r', title: 't', changed: true, causes: [], because: [] },
    before: { ...state, verdict: 'fail', lacks: ['One', 'Two'] },
    after: { ...state, verdict: 'fail', level: 'note', lacks: ['Two', 'Three'] },
  } as const;
  expect(requirementTurn(difference)).toBe(
    'fail on both sides, at level error and note, B lacks Three too, A lacks One too',
  );
});
