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
import { yamlFault } from './yaml-faults.ts';

/** More aliases than this come from aliases of aliases, which grow without end, not from a person. */
const mostAliases = 100;

/**
 * Reads YAML 1.2 that means the same as JSON: one document, keys that are texts and given once, no tags, no merge
 * keys, no number that JSON cannot write. Aliases are followed, as far as they end.
 */
export function parseYaml(text: string): Parsed {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof Misplaced) return { problems: [{ offset: error.offset, message: error.message }] };
    // The library goes down by recursion.
    if (error instanceof RangeError) {
      return { problems: [{ offset: 0, message: `nested more than ${deepest} deep` }] };
    }
    throw error;
  }
}

function parse(text: string): Parsed {
  // Keys are held against each other below: the library compares each with each, which takes minutes for many.
  const yaml = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    prettyErrors: false,
  });
  const faults = [...yaml.errors, ...yaml.warnings];
  if (faults.some(({ code }) => code === 'RESOURCE_EXHAUSTION')) {
    throw new Misplaced(0, `nested more than ${deepest} deep`);
  }
  if (faults.length > 0) {
    return { problems: faults.map(({ pos, code }) => ({ offset: pos[0], message: yamlFault(code) })) };
  }
  const { explicit, version } = yaml.directives?.yaml ?? {};
  if (explicit === true && version !== '1.2') throw new Misplaced(0, yamlFault('BAD_DIRECTIVE'));
  if (yaml.contents === null) throw new Misplaced(0, 'the file is empty');
  return convert(yaml.contents, { target: (alias) => alias.resolve(yaml), aliases: 0 }, []);
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
  const [offset, end] = node.range ?? [0, 0];
  if (around.length > deepest) throw new Misplaced(offset, `nested more than ${deepest} deep`);
  if (isAlias(node)) return aliased(node, walk, around, offset);
  if (node.tag !== undefined) throw new Misplaced(offset, yamlFault('TAG_RESOLVE_FAILED'));
  if (isScalar(node)) return { value: scalar(node.value, offset), root: { offset, end, inner: new Map() } };
  const within = [...around, node];
  if (isMap(node)) return mapping(node, walk, within);
  if (!isSeq(node)) throw new Misplaced(offset, 'expected a value');
  const items = node.items.map((item) => convert(known(item, offset), walk, within));
  const inner = new Map(items.map(({ root }, index) => [String(index), root]));
  return { value: items.map(({ value }) => value), root: { offset, end, inner } };
}

function mapping(node: YAMLMap, walk: Walk, within: readonly Node[]): Converted {
  const [offset, end] = node.range ?? [0, 0];
  const inner = new Map<string, Spot>();
  const entries = node.items.map(({ key, value }): readonly [string, Json] => {
    const name = keyText(known(key, offset));
    if (inner.has(name.text)) throw new Misplaced(name.offset, yamlFault('DUPLICATE_KEY'));
    const { value: converted, root } = isNode(value)
      ? convert(value, walk, within)
      : { value: null, root: { offset: name.offset, end: name.end, inner: new Map<string, Spot>() } };
    inner.set(name.text, { ...root, key: name.offset });
    return [name.text, converted];
  });
  return { value: Object.fromEntries(entries), root: { offset, end, inner } };
}

/** What an alias stands for, at the alias's own place. */
function aliased(alias: Alias, walk: Walk, around: readonly Node[], offset: number): Converted {
  walk.aliases += 1;
  if (walk.aliases > mostAliases) throw new Misplaced(offset, `there are more than ${mostAliases} aliases`);
  const target = walk.target(alias);
  if (target === undefined) throw new Misplaced(offset, 'the alias has no anchor before it');
  if (around.includes(target)) throw new Misplaced(offset, 'the alias stands inside what it stands for');
  const { value, root } = convert(target, walk, around);
  return { value, root: { ...root, offset, end: alias.range?.[1] ?? offset } };
}

function known(node: unknown, offset: number): Node {
  if (!isNode(node)) throw new Misplaced(offset, 'expected a value');
  return node;
}

interface Key {
  readonly text: string;
  readonly offset: number;
  readonly end: number;
}

function keyText(key: Node): Key {
  const [offset, end] = key.range ?? [0, 0];
  if (!isScalar(key) || typeof key.value !== 'string' || key.tag !== undefined) {
    throw new Misplaced(offset, yamlFault('NON_STRING_KEY'));
  }
  if (key.value === '<<' && key.type === 'PLAIN') {
    throw new Misplaced(offset, 'merge keys (<<) are not followed; write the keys out');
  }
  return { text: key.value, offset, end };
}

function scalar(value: unknown, offset: number): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new Misplaced(offset, 'expected text, a finite number, true, false or null');
}
