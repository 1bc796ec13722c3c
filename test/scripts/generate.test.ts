import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const generated = readdirSync(new URL('src/generated', root));
const modules = generated.filter((name) => name.endsWith('.js')).sort();

test('generated files are up to date, and the check names those that are not', async () => {
  const run = promisify(execFile)(process.execPath, ['scripts/generate.ts', '--check'], {
    cwd: fileURLToPath(root),
  });
  const { stdout, stderr } = await run;
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^(\d+) of \1 generated files are up to date\n$/);
});

test('what a run may be given as a file has its validator', () => {
  expect(modules).toEqual(
    ['config', 'history', 'pack', 'report', 'share-key', 'snapshot'].map((name) => `validate-${name}.js`),
  );
});

describe.each(modules)('%s', (name) => {
  const text = readFileSync(new URL(`src/generated/${name}`, root), 'utf8');

  test('needs nothing but itself', () => {
    expect(text).not.toMatch(
      /^import\b|\bimport\s*[({]|(?<!["'`/])\bfrom\s*["'`]|(?<!\.code=["'`])\brequire\(/m,
    );
  });

  test('evaluates no code from text', () => {
    expect(text).not.toMatch(/new Function|\beval\(/);
  });

  test('is an ES module that gives one validator, which tells what is wrong', async () => {
    const module = (await import(new URL(`src/generated/${name}`, root).href)) as Record<string, Validate>;
    const [[exported, validate] = ['', undefined], ...others] = Object.entries(module);
    expect(others).toEqual([]);
    expect(exported).toMatch(/^validate[A-Z]/);
    expect(validate?.('nothing of the kind')).toBe(false);
    expect(validate?.errors?.[0]).toMatchObject({
      instancePath: '',
      keyword: 'type',
      message: 'must be object',
    });
  });
});

type Validate = ((data: unknown) => boolean) & { readonly errors?: readonly object[] | null };
