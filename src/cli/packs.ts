import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { readPack } from '../config/read-pack.ts';
import type { LoadedPack } from '../model/pack.ts';
import { rules } from '../rules/registry.ts';
import { wrongFile, wrongUsage } from './failure.ts';
import { readText } from './files.ts';
import { packageRoot } from './package-root.ts';
import type { World } from './world.ts';

export const defaultPack = 'demandbase-data-integrity';

const packFolder = join(packageRoot, 'packs');

/** Ids of the packs that come with syncgate. */
export const builtInPacks = (): readonly string[] =>
  readdirSync(packFolder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();

/** Reads the packs that a user named, by id or by file, and refuses what is wrong with them line by line. */
export async function loadPacks(names: readonly string[], world: World): Promise<readonly LoadedPack[]> {
  return Promise.all([...new Set(names)].map((name) => loadPack(name, world)));
}

async function loadPack(name: string, world: World): Promise<LoadedPack> {
  const { text, file } = await packText(name, world);
  const read = await readPack(text, file, rules);
  if ('problems' in read) throw wrongFile(read.problems);
  return read.pack;
}

/** The pack's text, and the path it is shown by: relative to where the user stands, or to the package. */
async function packText(
  name: string,
  world: World,
): Promise<{ readonly text: string; readonly file: string }> {
  if (builtInPacks().includes(name)) {
    const file = `packs/${name}.json`;
    return { text: await readFile(join(packageRoot, file), 'utf8'), file };
  }
  if (!/[./\\]/.test(name)) {
    throw wrongUsage(
      `there is no pack '${name}'. There is ${builtInPacks().join(', ')}; a file is named by its path`,
    );
  }
  const file = relative(world.cwd, resolve(world.cwd, name)).replaceAll('\\', '/');
  return { text: await readText(world, name, 2), file };
}
