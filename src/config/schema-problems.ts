import type { Json } from '../model/part.ts';
import type { Document } from './document.ts';
import { hiddenValues } from './hidden-values.ts';
import type { Path, Problem } from './problem.ts';
import { pathOf, type SchemaError, wrongKey } from './schema-error.ts';
import { schemaWords } from './schema-words.ts';
import { schemasAt } from './schemas-at.ts';

/**
 * What a validator found, in words, at its place, sorted: one problem for each thing wrong. `schema` is what
 * it was compiled from, to name what would have been right.
 */
export function schemaProblems(
  document: Document,
  errors: readonly SchemaError[],
  schema: object,
): readonly Problem[] {
  const hidden = hiddenValues(schema, document.value);
  const problems = telling(errors).map((error) => {
    const path = pathOf(error.instancePath);
    const key = wrongKey(error);
    const place = key === undefined ? document.valueAt(path) : document.keyAt([...path, key]);
    const value = valueIn(document.value, path);
    return {
      ...place,
      message: schemaWords(error, { path, value, schemas: schemasAt(schema, document.value, path) }, hidden),
    };
  });
  const unique = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...unique.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}

/** The value at a path; undefined where there is none. */
export function valueIn(value: Json, path: Path): Json | undefined {
  let inner: Json | undefined = value;
  for (const step of path) {
    if (inner === null || typeof inner !== 'object' || !Object.hasOwn(inner, step)) return undefined;
    inner = (inner as Readonly<Record<string | number, Json>>)[step];
  }
  return inner;
}

/**
 * The errors that say something: a schema that chooses (`if`, `anyOf`, `oneOf`) reports every way in which
 * its choices failed, and that the choice failed. Of a choice, what remains is what is wrong with the form
 * that was meant: the one whose type the value has.
 */
function telling(errors: readonly SchemaError[]): readonly SchemaError[] {
  const choices = errors.filter(({ keyword, params }) => {
    return keyword === 'anyOf' || (keyword === 'oneOf' && !Array.isArray(params.passingSchemas));
  });
  const inner = errors.filter((error) => !choices.includes(error) && !noise.has(error.keyword));
  const fitting = choices.reduce(withoutOtherForms, inner).filter(isFirstOfType);
  return fitting.filter((error) => error.keyword !== 'unevaluatedProperties' || isAlone(error, fitting));
}

const noise: ReadonlySet<string> = new Set(['if', 'propertyNames', 'contains']);

const isWithin = (path: string, outer: string): boolean => path === outer || path.startsWith(`${outer}/`);

/** What has the wrong type has no right value either: that needs no saying. */
const isFirstOfType = (error: SchemaError, _: number, errors: readonly SchemaError[]): boolean =>
  error.keyword === 'type' ||
  error.propertyName !== undefined ||
  !errors.some(({ keyword, instancePath }) => keyword === 'type' && instancePath === error.instancePath);

/** Leaves out that the value has not the type of some form, where it has that of another. */
function withoutOtherForms(errors: readonly SchemaError[], choice: SchemaError): readonly SchemaError[] {
  const { instancePath } = choice;
  const isTypeHere = (error: SchemaError) => error.keyword === 'type' && error.instancePath === instancePath;
  const others = errors.some((error) => isWithin(error.instancePath, instancePath) && !isTypeHere(error));
  const types = errors.filter(isTypeHere);
  const rest = errors.filter((error) => !isTypeHere(error));
  if (others || types[0] === undefined) return rest;
  return [...rest, { ...types[0], params: { type: types.flatMap(({ params }) => params.type) } }];
}

/** A key counts as unevaluated wherever the form that knows it failed for another reason. */
const isAlone = (error: SchemaError, errors: readonly SchemaError[]): boolean =>
  errors.every(
    (other) => other.keyword === 'unevaluatedProperties' || !isWithin(other.instancePath, error.instancePath),
  );
