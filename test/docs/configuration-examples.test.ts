import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { emptyFolder, syncgate } from '../cli/command-line.ts';
import { validatorOf } from '../schemas/schema-files.ts';

const root = new URL('../../', import.meta.url);
const pages = [
  'README.md',
  ...readdirSync(new URL('docs', root))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const bySchema = validatorOf('config');

/** Every block of YAML on a page; those are configurations. */
const examples = pages.flatMap((page) =>
  Array.from(
    readFileSync(new URL(page, root), 'utf8').matchAll(/^```yaml\n(.*?)^```$/gmsu),
    ([, text = '']) => ({
      page,
      text,
      title: `${page}: ${text.split('\n').find((line) => !line.startsWith('#'))}`,
    }),
  ),
);

test('the pages have examples', () => {
  expect(new Set(examples.map(({ page }) => page))).toEqual(
    new Set([
      ...['README.md', 'docs/configuration.md', 'docs/many-orgs.md', 'docs/signing-in.md', 'docs/source.md'],
      'docs/waivers.md',
    ]),
  );
});

describe('an example is taken by our reader, by the packs and by the schema', () => {
  test.each(examples)('$title', async ({ text }) => {
    const cwd = await emptyFolder();
    await writeFile(join(cwd, 'syncgate.config.yaml'), text);
    expect(await syncgate(['config'], { cwd })).toMatchObject({ exitCode: 0, stderr: '' });
    expect(bySchema(parse(text))).toEqual([]);
  });
});

test('the page of keys names every key of the schema', () => {
  const page = readFileSync(new URL('docs/configuration-keys.md', root), 'utf8');
  const { properties } = JSON.parse(readFileSync(new URL('schemas/config.schema.json', root), 'utf8'));
  for (const key of Object.keys(properties)) expect(page).toContain(`| \`${key}\` |`);
});
