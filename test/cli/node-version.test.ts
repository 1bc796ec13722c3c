import { describe, expect, test } from 'vitest';
import { nodeComplaint } from '../../src/cli/node-version.ts';

describe('a Node that is too old is told which version is needed', () => {
  test.for([
    ['12.22.12', false],
    ['20.20.2', false],
    ['22.17.1', false],
    ['22.18.0', true],
    ['22.20.3', true],
    ['24.0.0', true],
  ] as const)('Node %s will do: %s', ([running, willDo]) => {
    const complaint = nodeComplaint(running, '>=22.18');
    if (willDo) expect(complaint).toBeNull();
    else expect(complaint).toMatch(/^syncgate needs Node 22\.18 or newer; this is Node [\d.]+\..*$/u);
  });
});
