import { readdir, readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import schema from '../../../schemas/org-description.schema.json' with { type: 'json' };
import { validateDescription } from '../../../src/emulator/org/validate-description.ts';
import { loadScenario, scenarioNames } from '../../../src/emulator/scenarios/load-scenario.ts';

const folder = new URL('../../../src/emulator/scenarios/', import.meta.url);
const files = (await readdir(folder)).filter((file) => file.endsWith('.json'));
const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
const validate = ajv.compile(schema);

test('every scenario file is a built-in scenario, and the other way round', () => {
  expect(files.map((file) => file.replace('.json', '')).sort()).toEqual([...scenarioNames()].sort());
});

test('every written scenario can be extended', () => {
  expect(schema.properties.extends.enum).toEqual(
    scenarioNames()
      .filter((name) => name !== 'large')
      .sort(),
  );
});

describe.each(files)('%s', (file) => {
  test('fits the schema, and names it for the editor', async () => {
    const scenario = JSON.parse(await readFile(new URL(file, folder), 'utf8'));
    expect(validate(scenario), JSON.stringify(validate.errors)).toBe(true);
    expect(new URL(scenario.$schema, new URL(file, folder)).pathname).toMatch(
      /\/schemas\/org-description\.schema\.json$/,
    );
  });

  test('describes an org that is whole by itself', async () => {
    const org = await loadScenario(file.replace('.json', ''));
    expect(() => validateDescription(org)).not.toThrow();
    const { $schema: _, ...content } = org;
    if (file !== 'large.json') expect(validate(content), JSON.stringify(validate.errors)).toBe(true);
    expect(org).toMatchObject({ now: '2026-11-02T09:00:00Z', description: expect.any(String) });
    expect(org).not.toHaveProperty('extends');
  });
});
