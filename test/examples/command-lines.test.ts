import { expect, test } from 'vitest';
import { commandLinesOf } from './command-lines.ts';

test.for([
  ['syncgate audit -o prod', [['audit', '-o', 'prod']]],
  ['npx --yes syncgate@0.1.0 audit', [['audit']]],
  ['npx --yes "$SYNCGATE" audit --shard "$SHARD/4"', [['audit', '--shard', '$SHARD/4']]],
  ["syncgate audit --profile 'API Only' # a comment", [['audit', '--profile', 'API Only']]],
  ['syncgate audit \\\n  --output sarif=a.sarif >"$log" 2>&1', [['audit', '--output', 'sarif=a.sarif']]],
  ['syncgate packs list; syncgate demo && true', [['packs', 'list'], ['demo']]],
  ['syncgate completion bash >> ~/.bashrc', [['completion', 'bash']]],
  ['source <(syncgate completion bash)', []],
  ['echo syncgate audit', []],
  ['cd syncgate', []],
  ['# syncgate nothing', []],
] as const)('%s', ([shell, found]) => {
  expect(commandLinesOf(shell)).toEqual(found);
});
