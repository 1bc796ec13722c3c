import { relative, resolve } from 'node:path';
import builtIn from '../generated/built-in-packs.json' with { type: 'json' };
import type { LoadedPack } from '../model/pack.ts';
import { shownText } from '../plain/shown-text.ts';
import { rules } from '../rules/registry.ts';
import { wrongFile, wrongUsage } from './failure.ts';
import { readText } from './files.ts';
import type { World } from './world.ts';

export const defaultPack = 'demandbase-data-integrity';

/** The packs that come with syncgate: generated from packs/, and proven right by the tests. */
const ours = new Map((builtIn as unknown as readonly LoadedPack[]).map((loaded) => [loaded.pack.id, loaded]));

/** Their ids. */
export const builtInPacks: readonly string[] = [...ours.keys()];

/** Reads the packs that a user named, by id or by file, and refuses what is wrong with them line by line. */
export async function loadPacks(names: readonly string[], world: World): Promise<readonly LoadedPack[]> {
  return Promise.all([...new Set(names)].map((name) => ours.get(name) ?? packFile(name, world)));
}

/** Of a thousand orgs that are held against one file, each has the same pack, which was read once. */
function packFile(name: string, world: World): Promise<LoadedPack> {
  const read = readPacks.get(world) ?? new Map<string, Promise<LoadedPack>>();
  readPacks.set(world, read);
  const pack = read.get(name) ?? readPackFile(name, world);
  read.set(name, pack);
  return pack;
}

const readPacks = new WeakMap<World, Map<string, Promise<LoadedPack>>>();

async function readPackFile(name: string, world: World): Promise<LoadedPack> {
  if (!/[./\\]/.test(name)) {
    throw wrongUsage(
      `there is no pack '${shownText(name)}'. There is ${builtInPacks.join(', ')}; a file is named by its path`,
    );
  }
  const text = readText(world, name, 2);
  // As reports show it: from where the user stands, with forward slashes.
  const file = relative(world.cwd, resolve(world.cwd, name)).replaceAll('\\', '/');
  const { readPack } = await import('../config/read-pack.ts');
  const read = await readPack(text, file, rules);
  if ('problems' in read) throw wrongFile(read.problems);
  return read.pack;
}
