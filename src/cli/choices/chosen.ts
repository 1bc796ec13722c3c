import type { ChosenKey, ChosenValues, Layer, Origin } from './layers.ts';

/** One value that was chosen, and who chose it. A table's entries are chosen one by one. */
export interface Chosen {
  readonly path: readonly [ChosenKey, ...string[]];
  readonly value: unknown;
  readonly from: Origin;
}

const tables = ['features', 'parameters', 'fieldNames', 'levels', 'personas'] as const satisfies ChosenKey[];
const isTable = (key: ChosenKey): boolean => (tables as readonly ChosenKey[]).includes(key);

/** What the layers come to: of each value the first that is there, of tables all entries. */
export function chosenValues(layers: readonly Layer[]): Partial<ChosenValues> {
  const single = Object.assign(
    {},
    ...layers.map(({ values }) => values).toReversed(),
  ) as Partial<ChosenValues>;
  const joined = tables.map((key) => [
    key,
    Object.assign({}, ...layers.map(({ values }) => values[key]).toReversed()),
  ]);
  return { ...single, ...Object.fromEntries(joined) };
}

/** Every value with its origin, in the order of their keys. */
export function chosenOrigins(layers: readonly Layer[]): readonly Chosen[] {
  const found = new Map<string, Chosen>();
  for (const { values, from } of layers) {
    for (const [key, value] of Object.entries(values) as [ChosenKey, unknown][]) {
      const entries = isTable(key) ? Object.entries(value as object) : [[undefined, value] as const];
      for (const [name, inner] of entries) {
        const path: Chosen['path'] = name === undefined ? [key] : [key, name];
        const id = JSON.stringify(path);
        if (!found.has(id)) found.set(id, { path, value: inner, from: from(path) });
      }
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, chosen]) => chosen);
}
