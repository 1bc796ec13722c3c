import { validateConfig } from '../generated/validate-config.js';
import { checkedDocument } from './checked-document.ts';
import type { Configuration, LoadedConfiguration } from './configuration.ts';
import { contradictions } from './contradictions.ts';
import type { Document } from './document.ts';
import type { Problem } from './problem.ts';

export type ReadConfig = { readonly config: LoadedConfiguration } | { readonly problems: readonly Problem[] };

const schema = {
  validate: validateConfig,
  load: async () => (await import('../../schemas/config.schema.json', { with: { type: 'json' } })).default,
};

/**
 * Reads `syncgate.config.yaml` or `syncgate.config.json`. What is wrong comes back with its place; names are not
 * looked up. By `now` it is known how far ahead a waiver expires.
 */
export async function readConfig(text: string, file: string, now: Date): Promise<ReadConfig> {
  const read = await checkedDocument(text, file, schema);
  if ('problems' in read) return read;
  const { document } = read;
  const { $schema: _, ...written } = document.value as unknown as Configuration & { $schema?: string };
  const wrong = [...wrongDays(written, document, now), ...contradictions(written, document)];
  if (wrong.length > 0) return { problems: wrong.toSorted(byPlace) };
  const waivers = written.waivers?.map((waiver, index) => ({
    ...waiver,
    at: document.valueAt(['waivers', index]),
  }));
  const configuration: Configuration = { ...written, ...(waivers && { waivers }) };
  const { valueAt, keyAt, lastLineOf } = document;
  return { config: { configuration, file, valueAt, keyAt, lastLineOf } };
}

const byPlace = (a: Problem, b: Problem): number => a.line - b.line || a.column - b.column;

/** Days that are none (2026-02-30 would never be what somebody meant), and a waiver that would outlive its reason. */
function wrongDays({ waivers = [] }: Configuration, document: Document, now: Date): readonly Problem[] {
  const latest = aYearAfter(now);
  return waivers.flatMap(({ expires }, index) => {
    const day = new Date(`${expires}T00:00:00Z`);
    const real = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(expires);
    if (real && expires <= latest) return [];
    const fault = real
      ? `${expires} is more than a year ahead; ${latest} is the last day that can be given now`
      : `there is no day ${expires}`;
    return [
      {
        ...document.valueAt(['waivers', index, 'expires']),
        message: `waivers[${index}].expires: ${fault}`,
      },
    ];
  });
}

/** The same day a year later, YYYY-MM-DD; the day before where there is none, as after 29 February. */
function aYearAfter(now: Date): string {
  const [year, monthAndDay] = [now.getUTCFullYear() + 1, now.toISOString().slice(5, 10)];
  return monthAndDay === '02-29' ? `${year}-02-28` : `${year}-${monthAndDay}`;
}
