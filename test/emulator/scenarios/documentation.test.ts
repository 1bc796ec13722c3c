import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createOrg } from '../../../src/emulator/org/create-org.ts';
import { loadScenario, scenarioNames } from '../../../src/emulator/scenarios/load-scenario.ts';

const page = await readFile(new URL('../../../docs/emulator.md', import.meta.url), 'utf8');

test('the page lists every scenario, in the order the program does', () => {
  const listed = [...page.matchAll(/^\| `([a-z-]+)` +\|/gm)].map(([, name]) => name);
  expect(listed.filter((name) => scenarioNames().includes(name ?? ''))).toEqual(scenarioNames());
});

test('the scenario file on the page makes an org', async () => {
  const example = [...page.matchAll(/```json\n(.*?)```/gs)]
    .map(([, text = '']) => text)
    .find((text) => text.includes('"extends"'));
  const folder = await mkdtemp(join(tmpdir(), 'documented-'));
  try {
    const file = join(folder, 'scenario.json');
    await writeFile(file, example ?? '');
    const org = createOrg(await loadScenario(file));
    expect(org.description.description).toBe('Leads cannot be edited');
  } finally {
    await rm(folder, { recursive: true });
  }
});
