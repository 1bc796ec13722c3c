import type { Pack } from '../model/pack.ts';
import type { Json } from '../model/part.ts';

/** The values of a pack's parameters: what the user gave, else the `default` of the parameter's schema. */
export function parameterValues(
  pack: Pack,
  given: Readonly<Record<string, Json>>,
): ReadonlyMap<string, Json> {
  const values = new Map<string, Json>();
  for (const [name, schema] of Object.entries(pack.parameters ?? {})) {
    const value = Object.hasOwn(given, name) ? given[name] : schema.default;
    if (value !== undefined) values.set(name, value);
  }
  return values;
}

/** Whether a value says nothing: null, an empty text, list or object. */
export function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** The parameter that `{"$parameter": "name"}` names; undefined for every other value. */
export function parameterNamed(value: Json): string | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const [entry, ...others] = Object.entries(value);
  if (entry === undefined || others.length > 0 || entry[0] !== '$parameter') return undefined;
  return typeof entry[1] === 'string' ? entry[1] : undefined;
}

/**
 * Puts the values in for every `{"$parameter": "name"}`, however deep. Values are not looked into again:
 * what a user gives is data. Names without a value are collected in `missing` and stand as null. What names no parameter
 * stays the very value that it was, so that who has looked at it once knows it again.
 */
export function substitute(value: Json, values: ReadonlyMap<string, Json>, missing: Set<string>): Json {
  const name = parameterNamed(value);
  if (name !== undefined) {
    const given = values.get(name);
    if (given === undefined) missing.add(name);
    return given ?? null;
  }
  if (value === null || typeof value !== 'object') return value;
  const inner = Object.entries<Json>(value).map(
    ([key, old]) => [key, substitute(old, values, missing), old] as const,
  );
  if (inner.every(([, now, old]) => now === old)) return value;
  return Array.isArray(value) ? inner.map(([, now]) => now) : Object.fromEntries(inner);
}
