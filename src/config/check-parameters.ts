import { type Schema, Validator } from '@cfworker/json-schema';
import type { Pack } from '../model/pack.ts';
import type { Json } from '../model/part.ts';
import type { Fault } from './pack-references.ts';
import { pathOf } from './schema-error.ts';
import { pathWords } from './schema-words.ts';

/**
 * Holds the values a user gave against the schemas of a pack's parameters (JSON Schema 2020-12); one fault
 * for each value that does not fit, with the path in a configuration. Names the pack has not are left to
 * `settingProblems`, which knows all packs.
 */
export function checkParameters(pack: Pack, values: Readonly<Record<string, Json>>): readonly Fault[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const schema = Object.hasOwn(pack.parameters ?? {}, name) ? pack.parameters?.[name] : undefined;
    return schema === undefined ? [] : parameterFaults(name, schema, value);
  });
}

function parameterFaults(
  name: string,
  schema: Readonly<Record<string, Json>>,
  value: Json,
): readonly Fault[] {
  // The library writes on the schemas it is given.
  const { valid, errors } = new Validator(structuredClone(schema) as Schema, '2020-12').validate(value);
  if (valid) return [];
  // The last error is the innermost; the others say that what holds it is wrong too.
  const last = errors.at(-1);
  const path = ['parameters', name, ...pathOf((last?.instanceLocation ?? '#').slice(1))];
  const wanted = typeof schema.description === 'string' ? ` The pack wants: ${schema.description}` : '';
  return [{ path, message: `${pathWords(path)}: ${last?.error ?? 'this does not fit.'}${wanted}` }];
}
