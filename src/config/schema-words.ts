import type { Json } from '../model/part.ts';
import { didYouMean } from './nearest.ts';
import type { Path } from './problem.ts';
import { type SchemaError, wrongKey } from './schema-error.ts';
import { isSchema, knownKeys, type Schema } from './schemas-at.ts';

/** A path as a person writes it: `requirements[3].options`; the whole is "the file". */
export function pathWords(path: Path): string {
  const words = path.map((step) => {
    if (typeof step === 'number') return `[${step}]`;
    return /^[\w$]+$/u.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
  });
  return words.length === 0 ? 'the file' : words.join('').replace(/^\./u, '');
}

/** What is wrong, and what was expected, without a full stop. `schemas` are those the value was held against. */
export function schemaWords(
  error: SchemaError,
  path: Path,
  value: Json | undefined,
  schemas: readonly Schema[],
): string {
  const key = wrongKey(error);
  if (error.propertyName !== undefined) {
    const names = schemas.flatMap(({ propertyNames }) => (isSchema(propertyNames) ? [propertyNames] : []));
    const wanted = expected(error, error.propertyName, names).replace(/, but is .*$/su, '');
    return `${within(path)}the key '${error.propertyName}' ${wanted}`;
  }
  if (key !== undefined) {
    const known = knownKeys(schemas);
    const choice = known.length > 0 && known.length <= 12 ? ` (known are ${known.join(', ')})` : '';
    return `${within(path)}the key '${key}' is not known${didYouMean(key, known) || choice}`;
  }
  return `${pathWords(path)} ${expected(error, value, schemas)}`;
}

const within = (path: Path): string => (path.length === 0 ? '' : `${pathWords(path)}: `);

function expected(
  { keyword, params, message }: SchemaError,
  value: Json | undefined,
  schemas: readonly Schema[],
): string {
  switch (keyword) {
    case 'required':
    case 'dependentRequired':
      return `must have '${params.missingProperty}'`;
    case 'type':
      return `must be ${typeWords(params.type)}, but is ${valueWords(value)}`;
    case 'enum':
      return enumWords(params.allowedValues, value);
    case 'const':
      return `must be ${JSON.stringify(params.allowedValue)}, but is ${valueWords(value)}`;
    case 'pattern':
      return `must be ${patternWords(String(params.pattern), schemas)}, but is ${valueWords(value)}`;
    case 'minItems':
    case 'minProperties':
      return params.limit === 1 ? 'must not be empty' : `must not have fewer than ${params.limit} entries`;
    case 'minLength':
      return params.limit === 1 ? 'must not be empty' : `must have at least ${params.limit} characters`;
    case 'uniqueItems':
      return `must not have the same entry twice: ${[params.i, params.j]
        .sort()
        .map((at) => `[${at}]`)
        .join(' and ')}`;
    default:
      return `${message ?? `is wrong (${keyword})`}`;
  }
}

function enumWords(allowed: unknown, value: Json | undefined): string {
  const names = Array.isArray(allowed) ? allowed.map(String) : [];
  const near = typeof value === 'string' ? didYouMean(value, names) : '';
  return `must be one of ${names.join(', ')}, but is ${valueWords(value)}${near}`;
}

/** A pattern, and what the schema says of it, because few people read patterns. */
function patternWords(pattern: string, schemas: readonly Schema[]): string {
  if (pattern === '\\S') return 'text that is not empty';
  const description = schemas.find((schema) => schema.pattern === pattern)?.description;
  const words = `text that matches ${pattern}`;
  return typeof description === 'string' ? `${words} (${description.replace(/\.$/u, '')})` : words;
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'an object',
  array: 'a list',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
};

function typeWords(types: unknown): string {
  const names = [types].flat().map((type) => typeNames[String(type)] ?? String(type));
  return [...new Set(names)].join(' or ');
}

function valueWords(value: Json | undefined): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return 'a list';
  if (value !== null && typeof value === 'object') return 'an object';
  const text = JSON.stringify(value);
  const shown = text.length > 60 ? `${text.slice(0, 57)}…"` : text;
  return typeof value === 'string' ? `the text ${shown}` : shown;
}
