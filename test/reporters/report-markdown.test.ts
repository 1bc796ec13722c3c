import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { numberText } from '../../src/reporters/amounts.ts';
import { inert } from '../../src/reporters/markdown/inert.ts';
import { renderMarkdown } from '../../src/reporters/report-markdown.ts';
import { terminalText } from '../../src/reporters/terminal-text.ts';
import { runs } from '../runs.ts';
import { arbitraryReport, hostileText } from './arbitrary-report.ts';
import { hostile } from './hostile-report.ts';
import { foreignHtml, nodesOfType, readMarkdown, references, textOf } from './markdown-reading.ts';
import { compliant, drifted, inconclusive, reportOf } from './report-fixture.ts';
import { accountAccess, integrationUser, result, vendorPage } from './result-fixture.ts';
import { inFiles, unchanged } from './source-fixture.ts';

const mischief = [
  '@octocat',
  'a@octocat.example',
  '#123 GH-1 owner/repo#1',
  '!12 ~bug $3 %"mile stone" &4',
  ':tada: :+1:',
  'https://evil.example',
  'www.evil.example',
  'mailto:a@b.example',
  '![a](https://evil.example/a.png)',
  '[a][b] [b]: https://evil.example',
  '</summary></details><script>alert(1)</script>',
  '<details>',
  'a | b \\| c \\\\| d',
  '`a` | `b`',
  '-->',
  '&lt;b&gt; &#64;octocat',
  '[^1] [ ] [x]',
  '| --- |',
  '```',
  '~~a~~ **a** __a__',
];
const text = fc.oneof(
  hostileText,
  fc.constantFrom(...mischief),
  fc.string({ unit: fc.constantFrom(...mischief) }),
);

/** Any report, its longest texts full of mischief. */
const anyReport = fc.tuple(arbitraryReport, fc.array(text, { minLength: 4, maxLength: 4 })).map(
  ([report, [title = '', message = '', name = '', requirement = '']]): Report => ({
    ...report,
    results: report.results.map((each) => ({ ...each, title, message, requirement })),
    subjects: report.subjects.map((each) => ({ ...each, name })),
  }),
);

const links = (report: Report): readonly string[] =>
  report.results.flatMap(({ source }) =>
    source.page === null ? [] : [encodeURI(source.page.url.toWellFormed())],
  );

describe('a report as Markdown', () => {
  test.each(Object.entries({ drifted, compliant, inconclusive, inFiles, unchanged }))(
    'is the same for the %s report',
    (name, report) => expect(renderMarkdown(report)).toMatchFileSnapshot(`__snapshots__/markdown-${name}.md`),
  );

  test('begins with a line that shows nothing, by which a bot finds its comment, then with the verdict', () => {
    const [marker, , verdict] = renderMarkdown(drifted).split('\n');
    expect(marker).toBe('<!-- syncgate report demandbase-data-integrity/00DHs000000Acme2AM -->');
    expect(verdict).toMatch(/^### ✖ NON-COMPLIANT: 12 of 18 failed/);
    const later = { ...drifted, verdict: 'compliant' as const, results: [] };
    expect(renderMarkdown(later).split('\n')[0]).toBe(marker);
  });

  test('has a row for each problem, worst first, as a parser of GitHub Markdown reads it', () => {
    const [table] = nodesOfType(readMarkdown(renderMarkdown(drifted)), 'table');
    const rows = (table?.children ?? []).map((row) => row.children.map(textOf));
    expect(rows.slice(0, 2)).toEqual([
      ['Verdict', 'Requirement', 'Found'],
      ['✖ fail (error)', 'salesforce-license', "The user's licence is Salesforce Platform, not Salesforce."],
    ]);
    expect(rows).toHaveLength(1 + 14);
    expect(rows.map(([verdict]) => verdict)).toContain('~ waived (warning)');
  });

  test('folds evidence, the way to mend it, and the page that asks for it', () => {
    const root = readMarkdown(renderMarkdown(reportOf('non-compliant', [accountAccess])));
    const shown = textOf(root);
    expect(shown).toContain(
      "Permission set 'Sync extras' would grant it: its assignment expired on 2026-10-01.",
    );
    expect(shown).toContain("Renew the assignment of permission set 'Sync extras', or remove its expiry.");
    expect(shown).toContain('Object Settings > Accounts > Edit.');
    expect(nodesOfType(root, 'link').map(({ url }) => url)).toEqual([vendorPage.url]);
    const html = nodesOfType(root, 'html').map(({ value }) => value);
    expect(html.filter((value) => value.startsWith('<details>'))).toHaveLength(1);
    expect(html.filter((value) => value === '</details>')).toHaveLength(1);
  });

  test('names the user where there are several', () => {
    const other = { ...integrationUser, id: '005B', name: 'other' };
    const several = reportOf('non-compliant', [result('a', 'pass'), result('a', 'fail', { subject: other })]);
    expect(textOf(readMarkdown(renderMarkdown(several)))).toContain('a (other)');
  });

  test('makes no link, image, HTML, mention or table break of any text', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const root = readMarkdown(renderMarkdown(report));
        const allowed = links(report);
        expect(nodesOfType(root, 'link').filter(({ url }) => !allowed.includes(url))).toEqual([]);
        for (const type of [
          'image',
          'imageReference',
          'linkReference',
          'definition',
          'code',
          'inlineCode',
        ] as const)
          expect(nodesOfType(root, type)).toEqual([]);
        for (const type of [
          'footnoteReference',
          'delete',
          'emphasis',
          'blockquote',
          'thematicBreak',
        ] as const)
          expect(nodesOfType(root, type)).toEqual([]);
        expect(foreignHtml(root)).toEqual([]);
        expect(references(root)).toEqual([]);
        const tables = nodesOfType(root, 'table');
        const problems = report.results.filter(
          ({ verdict }) => !['pass', 'not-applicable'].includes(verdict),
        );
        expect(tables).toHaveLength(problems.length === 0 ? 0 : 1);
        for (const table of tables) {
          expect(table.children).toHaveLength(problems.length + 1);
          for (const row of table.children) expect(row.children).toHaveLength(3);
        }
      }),
      runs(20),
    );
  });

  test('shows any text as it is', () => {
    fc.assert(
      fc.property(text, (given) => {
        const shown = textOf(readMarkdown(`x${inert(given)}x`));
        expect(shown.replaceAll(/\s+/g, ' ')).toBe(`x${terminalText(given).trim()}x`.replaceAll(/\s+/g, ' '));
      }),
      runs(120),
    );
  });

  test('of hostile names has the details of each, and closes them', () => {
    const html = nodesOfType(readMarkdown(renderMarkdown(hostile)), 'html').map(({ value }) => value);
    expect(html.filter((value) => value.startsWith('<details>'))).toHaveLength(hostile.results.length);
    expect(html.filter((value) => value === '</details>')).toHaveLength(hostile.results.length);
  });
});

describe('a report that is longer than a comment may be', () => {
  const long = (amount: number, words = 60) =>
    reportOf(
      'non-compliant',
      Array.from({ length: amount }, (_, index) =>
        result(`r${index}`, 'fail', { message: 'It is not granted. '.repeat(words) }),
      ),
    );

  test.each([50, 200, 3000])('of %i failures is cut, and says what was left out', (amount) => {
    const markdown = renderMarkdown(long(amount));
    expect(markdown.length).toBeLessThanOrEqual(65_536);
    expect(markdown.length).toBeGreaterThan(50_000);
    const [, said = ''] =
      /Left out here, where there is room for 65,536 characters: (.*)\. The/.exec(markdown) ?? [];
    const explained = markdown.split('<details>').length - 1;
    expect(said).toContain(`${numberText(amount - explained)} folded explanations`);
    const [table] = nodesOfType(readMarkdown(markdown), 'table');
    const rows = (table?.children.length ?? 1) - 1;
    if (rows < amount) expect(said).toContain(`${numberText(amount - rows)} rows`);
    else expect(said).not.toContain('row');
  });

  test('says nothing of the kind where all of it fits', () => {
    expect(renderMarkdown(drifted)).not.toContain('Left out here');
    expect(renderMarkdown(long(200), 1_000_000)).not.toContain('Left out here');
  });

  test('is never longer than there is room for, whatever the report', () => {
    fc.assert(
      fc.property(anyReport, fc.integer({ min: 8000, max: 20_000 }), (report, most) => {
        expect(renderMarkdown(report, most).length).toBeLessThanOrEqual(most);
      }),
      runs(60),
    );
  });
});
