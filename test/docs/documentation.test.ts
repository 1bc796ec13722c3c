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
