import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { remediesOf } from '../../src/engine/index.ts';
import { rules } from '../../src/rules/registry.ts';

const root = new URL('../../', import.meta.url);
const namesIn = (folder: string, suffix: string) =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith(suffix))
    .map((name) => name.slice(0, -suffix.length));
const ids = [...rules.keys()];

/** Rules are the files that define one; their other files are parts of rules. */
const files = namesIn('src/rules', '.ts').filter((name) =>
  readFileSync(new URL(`src/rules/${name}.ts`, root), 'utf8').includes('= defineRule('),
);

describe('every rule', () => {
  test('that has a file has a line in the registry', () =>
    expect(files.filter((id) => !rules.has(id))).toEqual([]));
  test('of the registry has a file of its name', () =>
    expect(ids.filter((id) => !files.includes(id))).toEqual([]));
  test('has a test of its name', () => {
    const tests = namesIn('test/rules', '.test.ts');
    expect(ids.filter((id) => !tests.includes(id))).toEqual([]);
  });
  test('is tested through the one harness', () => {
    const text = (id: string) => readFileSync(new URL(`test/rules/${id}.test.ts`, root), 'utf8');
    expect(ids.filter((id) => !text(id).includes('testRule('))).toEqual([]);
  });
  test('has a page, and no page is left over', () =>
    expect(namesIn('docs/rules', '.md').sort()).toEqual(ids));
  test('stands in the registry under its own id, in alphabetical order', () => {
    expect([...rules.values()].map(({ meta }) => meta.id)).toEqual(ids);
    expect(ids).toEqual([...ids].sort());
  });
});

describe.each([...rules.values()])('$meta.id', ({ meta, problems }) => {
  test('has an example that its own options accept', () => {
    expect(meta.example).toBeDefined();
    expect(problems?.(meta.example ?? null)).toEqual([]);
  });

  test('describes every option', () => {
    const undescribed = Object.entries(meta.options.properties).filter(
      ([, option]) => !('description' in option && option.description),
    );
    expect(undescribed.map(([name]) => name)).toEqual([]);
  });

  test('says what is wrong with options that are wrong', () => {
    expect(problems?.({ ...(meta.example as object), surplus: 1 })).not.toEqual([]);
    expect(problems?.(null)).not.toEqual([]);
  });

  test('leaves the full stop of messages and steps to the engine', () => {
    const steps = remediesOf({}, meta).flatMap(({ lightning, classic }) => [...lightning, ...classic]);
    const texts = [...Object.values(meta.messages), ...steps];
    expect(texts.filter((text) => text.endsWith('.'))).toEqual([]);
  });
});
