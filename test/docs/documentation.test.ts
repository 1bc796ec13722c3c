import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import configSchema from '../../schemas/config.schema.json' with { type: 'json' };
import reportSchema from '../../schemas/report.schema.json' with { type: 'json' };
import { emptyFolder, syncgate } from '../cli/command-line.ts';

const pages = [
  'README.md',
  ...(await readdir('docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
];
const page = (file: string) => readFile(file, 'utf8');

/** The anchors that GitHub gives the headings of a page. */
const anchorsOf = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );

test.each(pages)('every link of %s inside the repository leads somewhere', async (file) => {
  const links = [...(await page(file)).matchAll(/\]\((?![a-z]+:)([^)#\s]*)(?:#([^)\s]+))?\)/gu)];
  expect(links.length).toBeGreaterThan(0);
  for (const [link, target = '', anchor] of links) {
    const to = target === '' ? file : join(dirname(file), target);
    expect([link, existsSync(to)]).toEqual([link, true]);
    if (anchor !== undefined)
      expect([link, anchorsOf(await page(to))]).toEqual([link, expect.arrayContaining([anchor])]);
  }
});

test('the index of the documentation has every page once, and the README leads to it', async () => {
  const index = await page('docs/README.md');
  const listed = [...index.matchAll(/^- \[([\w-]+\.md)\]\(\1\): \S/gmu)].map(([, name]) => `docs/${name}`);
  expect(listed.toSorted()).toEqual(pages.filter((name) => !name.endsWith('README.md')).toSorted());
  expect(await page('README.md')).toContain('](docs/README.md)');
});

test('the finding that the README shows is one of the demo', async () => {
  const [, finding = ''] = /^```\n(.*?)^```$/msu.exec(await page('README.md')) ?? [];
  expect(finding).toContain('Mend:');
  expect((await syncgate(['demo'], { width: 100, cwd: await emptyFolder() })).stdout).toContain(finding);
});

test('an example that a page shows is the file itself', async () => {
  const shown = [...(await page('docs/ci.md')).matchAll(/```\w+ (examples\/\S+)\n(.*?)```/gsu)];
  expect(shown.map(([, file]) => file)).toEqual([
    'examples/github/pull-request.yml',
    'examples/jenkins/Jenkinsfile',
    'examples/cron/crontab',
    'examples/pre-commit/.pre-commit-config.yaml',
  ]);
  for (const [, file = '', text] of shown) expect([file, text]).toEqual([file, await page(file)]);
});

test('every example is shown or linked', async () => {
  const text = (await page('docs/ci.md')) + (await page('docs/quick-start.md'));
  const entries = await readdir('examples', { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  expect(files.filter((file) => !text.includes(file))).toEqual([]);
});

describe('the contract', () => {
  const rows = (text: string) => [...text.matchAll(/^\| `(\w+)` \|/gmu)].map(([, name]) => name);

  test('names every property of a report, and every verdict', async () => {
    const text = await page('docs/json-contract.md');
    expect(rows(text)).toEqual(Object.keys(reportSchema.properties));
    for (const verdict of reportSchema.properties.verdict.enum) expect(text).toContain(`\`${verdict}\``);
    expect(text).toContain(`.reportVersion == ${reportSchema.properties.reportVersion.const}`);
  });

  test('has a row for every schema, with the property that has the version where we write the document', async () => {
    const text = await page('docs/json-contract.md');
    const rowsOf = [...text.matchAll(/^\|.*\]\(\.\.\/schemas\/([\w.-]+)\) \|(?: `(\w+)` \|)?$/gmu)];
    expect(rowsOf.map(([, schema]) => schema).sort()).toEqual((await readdir('schemas')).sort());
    for (const [, schema = '', named] of rowsOf) {
      const { properties } = JSON.parse(await page(`schemas/${schema}`));
      const version = Object.keys(properties).find(
        (name) => /Version$/u.test(name) && properties[name].const,
      );
      expect([schema, named]).toEqual([schema, version]);
    }
  });
});

describe('the exit codes', () => {
  test('are those that the README lists, and those of an interrupted run', async () => {
    const codes = (text: string) => [...text.matchAll(/^\| (\d[\d, ]*) \|/gmu)].map(([, code]) => code);
    const all = codes(await page('docs/exit-codes.md'));
    expect(all).toEqual([...codes(await page('README.md')), '130, 143']);
  });

  test('of an interrupted run are what it ends with', async () => {
    for (const [reason, code] of [
      ['SIGINT', 130],
      ['SIGTERM', 143],
    ] as const) {
      const signal = AbortSignal.abort(reason);
      const ended = await syncgate(['emulator'], { signal, cwd: await emptyFolder() });
      expect(ended.exitCode).toBe(code);
    }
  });
});

test('the schema that the example of a configuration names is the one of the package', async () => {
  const [first = ''] = (await page('examples/syncgate.config.yaml')).split('\n');
  expect(first).toContain(`schemas/${configSchema.$id}`);
});

describe('facts about Salesforce', () => {
  /** What sources cite of the page: the name of one of its headings, the number of a trap, or neither. */
  const citations = async () => {
    const files = (await Promise.all(['src', 'test', 'scripts'].map((room) => sources(room)))).flat();
    const cited = files.map(async (file) => {
      const text = (await page(file)).replaceAll(/\n\s*(?:\*|\/\/) /gu, ' ');
      return [...text.matchAll(/\bsalesforce\.md\b(?:, (?:"([^"]+)"|trap (\d+)))?/gu)].map(
        ([, heading, trap]) => ({ file, heading, trap }),
      );
    });
    return (await Promise.all(cited)).flat();
  };

  const sources = async (room: string) =>
    (await readdir(room, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !file.includes('generated') && file !== 'scripts/generate/index-page.ts')
      .filter((file) => file !== 'test/docs/documentation.test.ts');

  test('that sources cite are on the page, by a heading or the number of a trap', async () => {
    const text = await page('docs/salesforce.md');
    const headings = [...text.matchAll(/^## (.+)$/gmu)].map(([, heading]) => heading);
    const traps = [...text.matchAll(/^(\d+)\. /gmu)].map(([, number]) => number);
    const cited = await citations();
    expect(cited.length).toBeGreaterThan(30);
    expect(
      cited.filter(({ heading, trap }) => !headings.includes(heading ?? '') && !traps.includes(trap ?? '')),
    ).toEqual([]);
  });

  test('tell how far each is trusted', async () => {
    const [, ...sections] = (await page('docs/salesforce.md')).split(/^## /mu);
    const untold = sections
      .flatMap((section) => section.split('\n').slice(1))
      .filter((line) => /^(?:\d+\.|-) /u.test(line) && !/\b[Vvu]\b/u.test(line));
    expect(untold).toEqual([]);
  });
});
