import { validateConfig } from '../generated/validate-config.js';
import { checkedDocument } from './checked-document.ts';
import type { Configuration, LoadedConfiguration } from './configuration.ts';
import type { Document } from './document.ts';
import type { Problem } from './problem.ts';

export type ReadConfig = { readonly config: LoadedConfiguration } | { readonly problems: readonly Problem[] };

const schema = {
  validate: validateConfig,
  load: async () => (await import('../../schemas/config.schema.json', { with: { type: 'json' } })).default,
};

/** Reads `syncgate.yaml` or `syncgate.json`. What is wrong comes back with its place; names are not looked up. */
export async function readConfig(text: string, file: string): Promise<ReadConfig> {
  const read = await checkedDocument(text, file, schema);
  if ('problems' in read) return read;
  const { document } = read;
  const { $schema: _, ...written } = document.value as unknown as Configuration & { $schema?: string };
  const wrong = [...wrongDays(written, document), ...repeatedNames(written, document)];
  if (wrong.length > 0) return { problems: wrong };
  const waivers = written.waivers?.map((waiver, index) => ({
    ...waiver,
    at: document.valueAt(['waivers', index]),
  }));
  const configuration: Configuration = { ...written, ...(waivers && { waivers }) };
  return { config: { configuration, file, valueAt: document.valueAt, keyAt: document.keyAt } };
}

/** Days that look like days and are none: a waiver until 2026-02-30 would never be what somebody meant. */
function wrongDays({ waivers = [] }: Configuration, document: Document): readonly Problem[] {
  return waivers.flatMap(({ until }, index) => {
    const day = new Date(`${until}T00:00:00Z`);
    if (!Number.isNaN(day.getTime()) && day.toISOString().startsWith(until)) return [];
    const path = ['waivers', index, 'until'];
    return [{ ...document.valueAt(path), message: `waivers[${index}].until: there is no day ${until}` }];
  });
}

/** Two names for one field: Salesforce names know no case, so these are one key given twice. */
function repeatedNames({ fieldNames = {} }: Configuration, document: Document): readonly Problem[] {
  const seen = new Set<string>();
  return Object.keys(fieldNames).flatMap((name) => {
    const key = name.toLowerCase();
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ ...document.keyAt(['fieldNames', name]), message: `fieldNames: '${name}' is given twice` }];
  });
}
