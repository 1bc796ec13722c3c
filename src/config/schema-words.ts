import type { Json } from '../model/part.ts';
import { eitherOf } from '../plain/lists.ts';
import { didYouMean } from '../plain/nearest.ts';
import { shownName } from '../plain/shown-text.ts';
import type { HiddenValues } from './hidden-values.ts';
import type { Path } from './problem.ts';
import { type SchemaError, wrongKey } from './schema-error.ts';
import { isSchema, knownKeys, type Schema } from './schemas-at.ts';
import { isScalar, kindOf, type Show, shownValue, typeWords, wantedWords } from './value-words.ts';

/** A path as a person writes it: `requirements[3].options`; the whole is "the file". */
export function pathWords(path: Path): string {
  const words = path.map((step) => {
    if (typeof step === 'number') return `[${step}]`;
    if (/^[\w$]{1,60}$/u.test(step)) return `.${step}`;
    return shownName(step) === null ? '[…]' : `["${step}"]`;
  });
  return words.length === 0 ? 'the file' : words.join('').replace(/^\./u, '');
}

/** What is wrong in a document, and what it was held against. */
export interface WrongPlace {
  readonly path: Path;
  readonly value: Json | undefined;
  readonly schemas: readonly Schema[];
}

/** What is wrong, what was expected and what was found, without a full stop; nothing of what is to be hidden. */
export function schemaWords(error: SchemaError, place: WrongPlace, hidden: HiddenValues): string {
  const { path, value, schemas } = place;
  const isHidden = hidden.isAt(path);
  const show: Show = (found) =>
    isHidden || (typeof found === 'string' && hidden.isText(found)) ? null : shownValue(found);
  const key = wrongKey(error);
  const name = key === undefined || isHidden ? null : shownName(key);
  if (error.propertyName !== undefined) {
    const names = schemas.flatMap(({ propertyNames }) => (isSchema(propertyNames) ? [propertyNames] : []));
    const wanted = expected(error, error.propertyName, names, () => '').replace(/, but is .*$/su, '');
    return `${within(path)}${name === null ? 'a key' : `the key '${name}'`} ${wanted}`;
  }
  if (key !== undefined) {
    const what = name === null ? 'a key that is not known' : `the key '${name}' is not known`;
    return `${within(path)}${what}${keyChoice(key, schemas)}`;
  }
  const words = `${pathWords(path)} ${expected(error, value, schemas, show)}`;
  return isHidden ? `${words}${secretAdvice(schemas)}` : words;
}

/** The key that was meant, else those that there are. */
function keyChoice(key: string, schemas: readonly Schema[]): string {
  const known = knownKeys(schemas);
  const choice = known.length > 0 && known.length <= 40 ? ` (known are ${known.join(', ')})` : '';
  return didYouMean(key, known) || choice;
}

/** Whoever wrote a secret down is told where to put it. */
function secretAdvice(schemas: readonly Schema[]): string {
  const known = knownKeys(schemas);
  if (!known.includes('env') || !known.includes('file')) return '';
  return '. A secret never stands in this file: put it in an environment variable and write {env: NAME}, or in a file and write {file: PATH}';
}

const within = (path: Path): string => (path.length === 0 ? '' : `${pathWords(path)}: `);

function expected(
  { keyword, params, message }: SchemaError,
  value: Json | undefined,
  schemas: readonly Schema[],
  show: Show,
): string {
  const found = butIs(value, show);
  switch (keyword) {
    case 'required':
    case 'dependentRequired':
      return `must have '${params.missingProperty}'`;
    case 'type':
      // Where keys or a list should be, wrong indentation may have brought anything: it is not repeated.
      return isScalar(params.type)
        ? `must be ${typeWords(params.type)}${found}${wantedWords(params.type, value)}`
        : `must be ${typeWords(params.type)}${show(value) === null ? found : `, but is ${kindOf(value)}`}`;
    case 'enum':
      return enumWords(params.allowedValues, value, show);
    case 'const':
      return `must be ${JSON.stringify(params.allowedValue)}${found}`;
    case 'pattern':
      return `must be ${patternWords(String(params.pattern), schemas)}${found}`;
    case 'minimum':
      return `must be at least ${params.limit}${found}`;
    case 'maximum':
      return `must be at most ${params.limit}${found}`;
    case 'minItems':
    case 'minProperties':
      return params.limit === 1 ? `must not be empty${choiceOf(schemas)}` : tooFew(params.limit, 'entries');
    case 'maxProperties':
      return params.limit === 1 ? `must have one key alone${choiceOf(schemas)}` : `${message}`;
    case 'minLength':
      return params.limit === 1 ? 'must not be empty' : tooFew(params.limit, 'characters');
    case 'uniqueItems':
      return `must not have the same entry twice: ${[params.i, params.j]
        .sort()
        .map((at) => `[${at}]`)
        .join(' and ')}`;
    default:
      return `${message ?? `is wrong (${keyword})`}`;
  }
}

const tooFew = (limit: unknown, what: string): string => `must have at least ${limit} ${what}`;

/** The keys that an object may have, where it has to choose. */
function choiceOf(schemas: readonly Schema[]): string {
  const known = schemas.some(({ maxProperties }) => maxProperties === 1) ? knownKeys(schemas) : [];
  return known.length === 0 ? '' : `: ${eitherOf(known)}`;
}

const butIs = (value: Json | undefined, show: Show): string => {
  const shown = show(value);
  return shown === null ? ', and what was found is not shown' : `, but is ${shown}`;
};

function enumWords(allowed: unknown, value: Json | undefined, show: Show): string {
  const names = Array.isArray(allowed) ? allowed.map(String) : [];
  const near = typeof value === 'string' ? didYouMean(value, names) : '';
  return `must be one of ${names.join(', ')}${butIs(value, show)}${near}`;
}

/** A pattern, and what the schema says of it, because few people read patterns. */
function patternWords(pattern: string, schemas: readonly Schema[]): string {
  if (pattern === '\\S') return 'text that is not empty';
  const description = schemas.find((schema) => schema.pattern === pattern)?.description;
  const words = `text that matches ${pattern}`;
  return typeof description === 'string' ? `${words} (${description.replace(/\.$/u, '')})` : words;
}
