import {
  type Alias,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import type { Json } from '../model/part.ts';
import { deepest, Misplaced } from './misplaced.ts';
import type { Parsed, Spot } from './parsed.ts';

/** More aliases than this come from aliases of aliases, which grow without end, not from a person. */
const mostAliases = 100;

/**
 * Reads YAML 1.2 that means the same as JSON: one document, keys that are texts and given once, no tags, no
 * number that JSON cannot write. Aliases are followed, as far as they end.
 */
export function parseYaml(text: string): Parsed {
  const yaml = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: true, prettyErrors: false });
  const faults = [...yaml.errors, ...yaml.warnings];
  if (faults.length > 0) {
    return { problems: faults.map(({ pos, message }) => ({ offset: pos[0], message: faultWords(message) })) };
  }
  if (yaml.contents === null) return { problems: [{ offset: 0, message: 'the file is empty' }] };
  try {
    return convert(yaml.contents, { target: (alias) => alias.resolve(yaml), aliases: 0 }, []);
  } catch (error) {
    if (error instanceof Misplaced) return { problems: [{ offset: error.offset, message: error.message }] };
    throw error;
  }
}

interface Walk {
  readonly target: (alias: Alias) => Node | undefined;
  aliases: number;
}

interface Converted {
  readonly value: Json;
  readonly root: Spot;
}

function convert(node: Node, walk: Walk, around: readonly Node[]): Converted {
  const offset = node.range?.[0] ?? 0;
  if (around.length > deepest) throw new Misplaced(offset, `nested more than ${deepest} deep`);
  if (isAlias(node)) return aliased(node, walk, around, offset);
  if (node.tag !== undefined) throw new Misplaced(offset, `tags such as ${node.tag} mean nothing here`);
  if (isScalar(node)) return { value: scalar(node.value, offset), root: { offset, inner: new Map() } };
  const within = [...around, node];
  if (isMap(node)) return mapping(node, walk, within, offset);
  if (!isSeq(node)) throw new Misplaced(offset, 'expected a value');
  const items = node.items.map((item) => convert(known(item, offset), walk, within));
  const inner = new Map(items.map(({ root }, index) => [String(index), root]));
  return { value: items.map(({ value }) => value), root: { offset, inner } };
}

function mapping(node: YAMLMap, walk: Walk, within: readonly Node[], offset: number): Converted {
  const inner = new Map<string, Spot>();
  const entries = node.items.map(({ key, value }): readonly [string, Json] => {
    const name = keyText(known(key, offset));
    const { value: converted, root } = isNode(value)
      ? convert(value, walk, within)
      : { value: null, root: { offset: name.offset, inner: new Map<string, Spot>() } };
    inner.set(name.text, { ...root, key: name.offset });
    return [name.text, converted];
  });
  return { value: Object.fromEntries(entries), root: { offset, inner } };
}

/** What an alias stands for, at the alias's own place. */
function aliased(alias: Alias, walk: Walk, around: readonly Node[], offset: number): Converted {
  walk.aliases += 1;
  if (walk.aliases > mostAliases) throw new Misplaced(offset, `there are more than ${mostAliases} aliases`);
  const target = walk.target(alias);
  if (target === undefined) throw new Misplaced(offset, 'the alias has no anchor before it');
  if (around.includes(target)) throw new Misplaced(offset, 'the alias stands inside what it stands for');
  const { value, root } = convert(target, walk, around);
  return { value, root: { ...root, offset } };
}

function known(node: unknown, offset: number): Node {
  if (!isNode(node)) throw new Misplaced(offset, 'expected a value');
  return node;
}

function keyText(key: Node): { readonly text: string; readonly offset: number } {
  const offset = key.range?.[0] ?? 0;
  if (!isScalar(key) || typeof key.value !== 'string' || key.tag !== undefined) {
    throw new Misplaced(offset, 'a key must be text; put it in quotes');
  }
  return { text: key.value, offset };
}

function scalar(value: unknown, offset: number): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new Misplaced(offset, 'expected text, a finite number, true, false or null');
}

/** The library's own words, first line, in the manner of the other problems. */
function faultWords(message: string): string {
  const line = (message.split(/\r?\n/u)[0] ?? '').replace(/[.:]$/u, '');
  return line === 'Map keys must be unique' ? 'the key is given twice' : `not YAML: ${line}`;
}
