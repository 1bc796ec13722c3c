import type { OptionProblem } from '../../model/rule.ts';
import type { Shape } from './document-shape.ts';
import {
  annotations,
  byName,
  elsewhere,
  forItems,
  inPlace,
  isObject,
  type JsonSchema,
  plain,
  pointerStep,
  schemasOf,
} from './schema-keywords.ts';

const draft = 'https://json-schema.org/draft/2020-12/schema';
const evaluated = [annotations, inPlace, forItems, byName, plain, elsewhere];

/**
 * What is wrong with a schema that is to be held against a document of this shape. JSON Schema lets pass whatever a
 * schema does not speak of; so a misspelt keyword, or a member that the document never has, would be an assertion
 * that always holds. They are refused.
 */
export function schemaProblems(schema: JsonSchema, shape: Shape, pointer: string): readonly OptionProblem[] {
  const problems: OptionProblem[] = [];
  check(schema, shape, pointer, { root: schema, pointer, problems });
  return problems;
}

interface Check {
  readonly root: JsonSchema;
  readonly pointer: string;
  readonly problems: OptionProblem[];
}

/** A shape of undefined is a place that is not followed: only the keywords are looked at there. */
function check(schema: JsonSchema, shape: Shape | undefined, path: string, run: Check): void {
  if (typeof schema === 'boolean') return;
  const say = (keyword: string, message: string) =>
    run.problems.push({ path: `${path}/${pointerStep(keyword)}`, message });
  const names = ['properties', 'required'].filter((keyword) => keyword in schema);
  if (shape?.nullable && names.length > 0 && !('type' in schema))
    run.problems.push({
      path,
      message: `What stands here may be null, which ${names.join(' and ')} accept: say "type": "object" as well.`,
    });
  for (const [keyword, value] of Object.entries(schema)) {
    const message = keywordProblem(keyword, value, shape, run.root);
    if (message !== null) say(keyword, message);
    else
      for (const [rest, inner] of schemasOf(keyword, value))
        check(inner, shapeOf(keyword, rest, shape), `${path}/${pointerStep(keyword)}${rest}`, run);
  }
}

function keywordProblem(
  keyword: string,
  value: unknown,
  shape: Shape | undefined,
  root: JsonSchema,
): string | null {
  if (!evaluated.some((keywords) => keywords.has(keyword)))
    return `The keyword "${keyword}" is none that syncgate evaluates.`;
  if (keyword === '$schema' && value !== draft) return `Only JSON Schema 2020-12 (${draft}) is evaluated.`;
  if (keyword === '$ref' && !resolves(value, root)) return `"${value}" points at nothing in this schema.`;
  if (keyword === 'pattern' && typeof value === 'string' && !isRegExp(value))
    return `"${value}" is not a regular expression.`;
  if (!shape?.members) return null;
  const named =
    keyword === 'properties' && isObject(value) ? Object.keys(value) : keyword === 'required' ? value : [];
  const members = shape.members;
  const unknown = (Array.isArray(named) ? named : []).find((name) => !Object.hasOwn(members, String(name)));
  return unknown === undefined
    ? null
    : `There is never a "${unknown}" here. There is ${Object.keys(members).join(', ')}.`;
}

function shapeOf(keyword: string, rest: string, shape: Shape | undefined): Shape | undefined {
  if (inPlace.has(keyword)) return shape;
  if (forItems.has(keyword)) return shape?.items;
  if (keyword !== 'properties') return undefined;
  const name = rest.slice(1).replaceAll('~1', '/').replaceAll('~0', '~');
  return shape?.members?.[name];
}

/** Only pointers into the schema itself: a pack reads nothing from elsewhere. */
function resolves(ref: unknown, root: JsonSchema): boolean {
  if (typeof ref !== 'string' || !ref.startsWith('#/$defs/') || !isObject(root)) return false;
  const name = ref.slice('#/$defs/'.length);
  return isObject(root.$defs) && /^[\w-]+$/.test(name) && Object.hasOwn(root.$defs, name);
}

function isRegExp(source: string): boolean {
  try {
    return new RegExp(source, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
