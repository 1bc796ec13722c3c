import { annotations, forItems, inPlace, isObject, type JsonSchema, schemasOf } from './schema-keywords.ts';

/** Keywords that look at what an object has, not at what is in it: the document's objects are all there always. */
const presence: ReadonlySet<string> = new Set(['type', 'required']);

/**
 * Whether a schema's verdict may depend on what stands at a place of the document, or below it. False is proof;
 * true is only "perhaps": a keyword that this does not follow counts as looking everywhere.
 */
export function mayDependOn(schema: JsonSchema, path: readonly (string | number)[]): boolean {
  if (typeof schema === 'boolean') return false;
  const [step, ...rest] = path;
  return Object.entries(schema).some(([keyword, value]) => {
    if (annotations.has(keyword)) return false;
    if (step === undefined) return true;
    if (inPlace.has(keyword)) return schemasOf(keyword, value).some(([, inner]) => mayDependOn(inner, path));
    if (keyword === 'properties' && isObject(value))
      return Object.hasOwn(value, step) && mayDependOn(value[step] as JsonSchema, rest);
    if (forItems.has(keyword)) return schemasOf(keyword, value).some(([, inner]) => mayDependOn(inner, rest));
    return !presence.has(keyword);
  });
}
