import { validatePack } from '../generated/validate-pack.js';
import type { LoadedPack, Pack } from '../model/pack.ts';
import type { Rule } from '../model/rule.ts';
import { checkedDocument } from './checked-document.ts';
import { referenceFaults } from './pack-references.ts';
import type { Problem } from './problem.ts';

export type ReadPack = { readonly pack: LoadedPack } | { readonly problems: readonly Problem[] };

const schema = {
  validate: validatePack,
  load: async () => (await import('../../schemas/pack.schema.json', { with: { type: 'json' } })).default,
};

/**
 * Reads a requirement pack: JSON, or YAML where `file` ends so. `file` is the path that reports show.
 * What is wrong comes back with its place: all that the schema finds, else all that the schema cannot say.
 */
export async function readPack(
  text: string,
  file: string,
  rules: ReadonlyMap<string, Rule>,
): Promise<ReadPack> {
  const read = await checkedDocument(text, file, schema);
  if ('problems' in read) return read;
  const { document } = read;
  const pack = document.value as unknown as Pack;
  const faults = referenceFaults(pack, rules);
  if (faults.length > 0) {
    return { problems: faults.map(({ path, message }) => ({ ...document.valueAt(path), message })) };
  }
  const locations = pack.requirements.map(({ id }, index) => [id, document.valueAt(['requirements', index])]);
  return { pack: { pack, file, locations: Object.fromEntries(locations) } };
}
