import { describe, expect, test } from 'vitest';
import { shapes } from '../../src/share/snapshot-strings.ts';
import { readSchema, type Schema } from '../schemas/schema-files.ts';

const schema = readSchema('snapshot');
const objects: readonly (readonly [name: string, schema: Schema])[] = [
  ['snapshot', schema],
  ...Object.entries(schema.$defs ?? {}).filter(([, { properties }]) => properties !== undefined),
];

/** What was asked for stays whole; and a gap is of every part that could not be read. */
const withoutTable = new Set(['needs', 'fieldNeed', 'unavailable']);

describe('of every property of a snapshot it is said what it is', () => {
  test.each(objects.filter(([name]) => !withoutTable.has(name)))('%s', (name, { properties = {} }) => {
    const shape = (shapes as Readonly<Record<string, { readonly properties?: object }>>)[name];
    expect(Object.keys(shape?.properties ?? {}).sort()).toEqual(Object.keys(properties).sort());
  });

  test('and nothing is said of what is not there', () => {
    const names = new Set(objects.map(([name]) => name));
    expect(Object.keys(shapes).filter((name) => !names.has(name))).toEqual([]);
  });

  test('a property that nobody has thought of is no snapshot to share', () => {
    const say = {} as Parameters<typeof shapes.limits>[1];
    expect(() => shapes.login({ isFrozen: false, surprise: 'Acme' } as never, say, null)).toThrow(
      'Nobody has said what surprise is',
    );
  });
});
