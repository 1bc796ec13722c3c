import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { code, page, plain, table } from './markdown.ts';

/** As much of JSON Schema as the configuration's uses. */
interface ConfigSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, ConfigSchema>>;
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, ConfigSchema>>;
  readonly additionalProperties?: boolean | ConfigSchema;
  readonly items?: ConfigSchema;
}

/** The page with every key that a configuration may have, from its schema. */
export async function configPage(root: string): Promise<string> {
  const text = await readFile(join(root, 'schemas/config.schema.json'), 'utf8');
  const schema = JSON.parse(text) as ConfigSchema;
  return page([
    '# Keys of the configuration',
    '<!-- Generated from schemas/config.schema.json by `npm run generate`. Change the schema, not this page. -->',
    'What each is for, with examples: [configuration.md](configuration.md). NAME stands for a name of your own, `[]` for each entry of a list. Whatever is not here is refused.',
    table(['Key', 'What it takes', 'Needed', 'What it is'], rowsOf(schema, schema, '')),
  ]);
}

function rowsOf(schema: ConfigSchema, root: ConfigSchema, prefix: string): readonly (readonly string[])[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, own]) => {
    const property = resolved(own, root);
    const needed = schema.required?.includes(name) ? 'yes' : '';
    const row = [code(prefix + name), typeOf(own, root), needed, description(property)];
    if (prefix !== '' && own.$ref !== undefined && own.$ref === root.properties?.[name]?.$ref) {
      return [[row[0] ?? '', row[1] ?? '', needed, `Wins over ${code(name)} beside ${code('orgs')}.`]];
    }
    return isSecret(own) ? [row] : [row, ...innerRows(property, root, prefix + name)];
  });
}

function innerRows(property: ConfigSchema, root: ConfigSchema, path: string): readonly (readonly string[])[] {
  const { additionalProperties: each, items } = property;
  return [
    ...rowsOf(property, root, `${path}.`),
    ...(typeof each === 'object' ? rowsOf(resolved(each, root), root, `${path}.NAME.`) : []),
    ...(items === undefined ? [] : rowsOf(resolved(items, root), root, `${path}[].`)),
  ];
}

/** What it refers to, with what stands beside the reference. */
function resolved(schema: ConfigSchema, root: ConfigSchema): ConfigSchema {
  const name = schema.$ref?.replace('#/$defs/', '');
  return { ...(name === undefined ? {} : root.$defs?.[name]), ...schema };
}

const isSecret = ({ $ref }: ConfigSchema): boolean => $ref === '#/$defs/secret';

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  boolean: '`true` or `false`',
  integer: 'whole number',
};

function typeOf(schema: ConfigSchema, root: ConfigSchema): string {
  if (isSecret(schema)) return '`{ env: NAME }` or `{ file: PATH }`';
  const { type = '', enum: allowed, items, additionalProperties: each } = resolved(schema, root);
  if (allowed !== undefined) return allowed.map(code).join(', ');
  if (type === 'array' && items !== undefined) return `list of ${typeOf(items, root)}`;
  if (type !== 'object') return typeNames[type] ?? type;
  return typeof each === 'object' ? `table of ${typeOf(each, root)}` : 'keys';
}

function description({ description: words = '', default: fallback }: ConfigSchema): string {
  const sentence = words === '' || /[.!?]$/u.test(words) ? words : `${words}.`;
  const capital = sentence.charAt(0).toUpperCase() + sentence.slice(1);
  return [plain(capital), fallback === undefined ? '' : `Default: ${code(JSON.stringify(fallback))}.`]
    .filter(Boolean)
    .join(' ');
}
