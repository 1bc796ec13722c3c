import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pack } from '../../src/model/pack.ts';
import type { Rule } from '../../src/model/rule.ts';
import { configPage } from './config-page.ts';
import type { GeneratedFile } from './generated-file.ts';
import { indexPage } from './index-page.ts';
import { packPage } from './pack-page.ts';
import { rulePage } from './rule-page.ts';

/** The documentation that is written from metadata: a page for each rule and each built-in pack, their index, and the keys of the configuration. */
export async function pages(
  root: string,
  rules: ReadonlyMap<string, Rule>,
): Promise<readonly GeneratedFile[]> {
  const packs = await builtInPacks(root);
  return [
    { path: 'docs/configuration-keys.md', text: await configPage(root) },
    { path: 'docs/README.md', text: indexPage(rules, packs) },
    ...[...rules.values()].map((rule) => ({
      path: `docs/rules/${rule.meta.id}.md`,
      text: rulePage(rule, packs),
    })),
    ...packs.map((pack) => ({ path: `docs/packs/${pack.id}.md`, text: packPage(pack, rules) })),
  ];
}

async function builtInPacks(root: string): Promise<readonly Pack[]> {
  const folder = join(root, 'packs');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as Pack),
  );
}
