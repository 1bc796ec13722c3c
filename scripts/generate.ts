import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { rules } from '../src/rules/registry.ts';
import { tokenErrors } from '../src/salesforce/token-errors.ts';
import { builtInPacks } from './generate/built-in-packs.ts';
import { diagnosePage } from './generate/diagnose-page.ts';
import type { GeneratedFile } from './generate/generated-file.ts';
import { messageWords } from './generate/message-words.ts';
import { packSchema } from './generate/pack-schema.ts';
import { pages } from './generate/pages.ts';
import { reportSetSchema } from './generate/report-set-schema.ts';
import { tokenErrorsPage } from './generate/token-errors-page.ts';
import { validators } from './generate/validators.ts';

/** Folders in which nothing is written by hand: what is not generated there any more is stale. */
const ownFolders = ['src/generated', 'docs/rules', 'docs/packs'];

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

const files = await generate();
const stale = await staleOf(files);
if (values.check) {
  for (const path of stale) console.error(`${path} is stale: run npm run generate`);
  console.log(`${files.length - stale.length} of ${files.length} generated files are up to date`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  for (const path of stale) await put(path, texts.get(path));
  console.log(`${stale.length} of ${files.length} generated files written`);
}

async function generate(): Promise<readonly GeneratedFile[]> {
  const schema = {
    path: 'schemas/pack.schema.json',
    text: `${JSON.stringify(packSchema(rules), null, 2)}\n`,
  };
  return [
    schema,
    await reportSetSchema(root),
    await builtInPacks(root),
    await messageWords(root),
    ...(await validators(root, [schema])),
    ...(await pages(root, rules)),
    tokenErrorsPage(tokenErrors),
    await diagnosePage(root),
  ];
}

async function staleOf(wanted: readonly GeneratedFile[]): Promise<readonly string[]> {
  const paths = new Set(wanted.map(({ path }) => path));
  const changed = await Promise.all(
    wanted.map(async ({ path, text }) => ((await textOf(path)) === text ? [] : [path])),
  );
  const left = await Promise.all(
    ownFolders.map(async (folder) => {
      const names = await readdir(join(root, folder)).catch(() => []);
      return names.map((name) => `${folder}/${name}`).filter((path) => !paths.has(path));
    }),
  );
  return [...changed.flat(), ...left.flat()].sort();
}

async function textOf(path: string): Promise<string | null> {
  // A checkout with CRLF is not stale for it.
  return readFile(join(root, path), 'utf8').then(
    (text) => text.replaceAll('\r\n', '\n'),
    () => null,
  );
}

async function put(path: string, text: string | undefined): Promise<void> {
  const file = join(root, path);
  if (text === undefined) return rm(file);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
