import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { builtCommand } from '../built-command.ts';
import { emptyFolder } from './command-line.ts';

test.skipIf(!existsSync('/dev/full')).each([
  ['a failure stays one', ['--gate', '--scenario', 'drifted'], 1],
  ['a pass is none', ['--gate', '--scenario', 'compliant'], 2],
])('a report that cannot be printed is told in a line, without a trace: %s', async (_, args, exitCode) => {
  const full = openSync('/dev/full', 'w');
  try {
    const { status, stderr } = spawnSync(process.execPath, [resolve(builtCommand), 'demo', ...args], {
      cwd: await emptyFolder(),
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    expect(stderr).toContain('syncgate: cannot write standard output: the disk is full.\n');
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(status).toBe(exitCode);
  } finally {
    closeSync(full);
  }
});
