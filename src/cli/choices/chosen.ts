import { nameKey } from '../../salesforce/names.ts';
import type { ChosenKey, ChosenValues, Layer, Origin } from './layer.ts';

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
  const values = new Map<ChosenKey, unknown>();
  const entries = new Map<ChosenKey, (readonly [string, unknown])[]>(tables.map((key) => [key, []]));
  for (const { path, value } of chosenOrigins(layers)) {
    const [key, name] = path;
    if (name === undefined) values.set(key, value);
    else entries.get(key)?.push([name, value]);
  }
  // Not by assignment: a name such as __proto__ is a name like any other.
  for (const [key, table] of entries) values.set(key, Object.fromEntries(table));
  return Object.fromEntries(values) as Partial<ChosenValues>;
}

/** Every value with its origin, in the order of their keys; a table's entries as they were written. */
export function chosenOrigins(layers: readonly Layer[]): readonly Chosen[] {
  const found = new Map<string, Chosen>();
  for (const { values, from } of layers) {
    for (const [key, value] of Object.entries(values) as [ChosenKey, unknown][]) {
      const entries = isTable(key) ? Object.entries(value as object) : [[undefined, value] as const];
      for (const [name, inner] of entries) {
        const path: Chosen['path'] = name === undefined ? [key] : [key, name];
        // Salesforce names know no case.
        const id = JSON.stringify([key, key === 'fieldNames' ? nameKey(name ?? '') : name]);
        if (!found.has(id)) found.set(id, { path, value: inner, from: from(path) });
      }
    }
  }
  return [...found.values()].sort(({ path: [a] }, { path: [b] }) => (a < b ? -1 : a > b ? 1 : 0));
}
