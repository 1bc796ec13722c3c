import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readDocument } from '../../src/config/document.ts';
import type { LoadedPack, Pack } from '../../src/model/pack.ts';
import type { GeneratedFile } from './generated-file.ts';

/**
 * The packs that come with syncgate, as they are once they are read: so that a run need not parse them for the
 * places of their requirements and prove them right again. The tests prove that they are.
 */
export async function builtInPacks(root: string): Promise<GeneratedFile> {
  const names = (await readdir(join(root, 'packs'))).filter((name) => name.endsWith('.json')).sort();
  const packs = await Promise.all(names.map((name) => loaded(root, `packs/${name}`)));
  return { path: 'src/generated/built-in-packs.json', text: `${JSON.stringify(packs)}\n` };
}

async function loaded(root: string, file: string): Promise<LoadedPack> {
  const read = await readDocument(await readFile(join(root, file), 'utf8'), file);
  if ('problems' in read) throw new Error(`${file}: ${read.problems[0]?.message}`);
  const pack = read.document.value as unknown as Pack;
  const locations = pack.requirements.map(({ id }, index) => [
    id,
    read.document.valueAt(['requirements', index]),
  ]);
  return { pack, file, locations: Object.fromEntries(locations) };
}
