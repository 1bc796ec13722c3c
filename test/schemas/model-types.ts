import { readdirSync, readFileSync } from 'node:fs';

/** One property of an interface, as its source says it. */
export interface TypedProperty {
  readonly name: string;
  readonly optional: boolean;
  /** The type's source, on one line. */
  readonly type: string;
}

const model = new URL('../../src/model/', import.meta.url);
const source = readdirSync(model)
  .toSorted()
  .map((file) => readFileSync(new URL(file, model), 'utf8'))
  .join('\n')
  .replace(/\/\*\*[\s\S]*?\*\//g, '');

/** What each interface says itself, beside what it extends. */
const ownProperties: ReadonlyMap<string, readonly TypedProperty[]> = new Map(
  Array.from(
    source.matchAll(/^export interface (\w+)[^{\n]*\{\n([\s\S]*?)^\}/gm),
    ([, name = '', body = '']) => [
      name,
      Array.from(
        body.matchAll(/^ {2}readonly (\w+)(\??):\s+([\s\S]*?);\n(?= {2}readonly|\s*$|\s*\n {2}readonly)/gm),
        ([, property = '', optional, type = '']) => ({
          name: property,
          optional: optional === '?',
          type: type.replace(/\s+/g, ' '),
        }),
      ),
    ],
  ),
);

const bases = new Map(
  Array.from(source.matchAll(/^export interface (\w+) extends (\w+) \{/gm), ([, name = '', base = '']) => [
    name,
    base,
  ]),
);

/** The properties of every exported interface of the model, read from its source by its formatting. */
export const modelInterfaces: ReadonlyMap<string, readonly TypedProperty[]> = new Map(
  [...ownProperties].map(([name, own]) => {
    const inherited = ownProperties.get(bases.get(name) ?? '') ?? [];
    return [name, [...inherited.filter((each) => !own.some((other) => other.name === each.name)), ...own]];
  }),
);

const choiceBodies = new Map(
  Array.from(source.matchAll(/^export type (\w+) =([\s'|\w-]+);/gm), ([, name = '', body = '']) => [
    name,
    body,
  ]),
);

/** The values of every exported type that is a choice between strings, those of the choices it names among them. */
export const modelChoices: ReadonlyMap<string, readonly string[]> = new Map(
  [...choiceBodies].map(([name, body]) => [name, choicesIn(body)]),
);

function choicesIn(body: string): readonly string[] {
  return Array.from(body.matchAll(/'([\w-]+)'|(\w+)/g)).flatMap(([, value, named = '']) =>
    value === undefined ? choicesIn(choiceBodies.get(named) ?? '') : [value],
  );
}
