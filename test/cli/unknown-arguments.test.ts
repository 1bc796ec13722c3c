import { expect, test } from 'vitest';
import { syncgate } from './command-line.ts';

test.each([
  [
    ['auditt'],
    "syncgate: Unknown argument: auditt; did you mean 'audit'? `syncgate --help` lists what there is",
  ],
  [['frobnicate'], 'syncgate: Unknown argument: frobnicate. `syncgate --help` lists what there is'],
  [
    ['audit', '--targt-org', 'prod'],
    "syncgate: Unknown argument: targt-org; did you mean '--target-org'? `syncgate audit --help` lists what there is",
  ],
  [
    ['audit', '--verbse', '--frobnicate-it', 'prod'],
    "syncgate: Unknown arguments: verbse, frobnicate-it; did you mean '--verbose'? `syncgate audit --help` lists what there is",
  ],
])('%j is told with what is near, and each once', async (args, message) => {
  const { stderr, stdout, exitCode } = await syncgate(args);
  expect([stderr.trim(), stdout, exitCode]).toEqual([message, '', 2]);
});
