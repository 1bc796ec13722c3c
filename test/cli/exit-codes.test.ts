import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formats } from '../../src/reporters/format.ts';
import { emptyFolder, liveOrg, syncgate } from './command-line.ts';

const verdicts: readonly (readonly [scenario: string, args: readonly string[], code: number])[] = [
  ['compliant', [], 0],
  ['drifted', [], 1],
  ['blind-auditor', [], 3],
  ['blind-auditor', ['--allow-inconclusive'], 0],
  ['drifted', ['--allow-inconclusive'], 1],
];

describe('the exit code is the verdict’s, whatever is printed and wherever it goes', () => {
  test.for(verdicts)('%s %s ends with %i in every format and destination', async ([scenario, args, code]) => {
    const folder = await emptyFolder();
    const { org, user, env } = await liveOrg(scenario);
    const collected = await syncgate(['collect', ...org, ...user, '--output', 'org.json'], {
      env,
      cwd: folder,
    });
    expect(collected).toMatchObject({ exitCode: 0 });
    const audit = ['audit', '--snapshot', 'org.json', ...args];
    const files = formats.flatMap((file) => ['--output', `${file}=report.${file}`]);
    for (const format of formats) {
      for (const output of [[], files]) {
        const ended = await syncgate([...audit, '--format', format, ...output], { cwd: folder });
        expect([format, ended.exitCode, ended.stdout.length > 0]).toEqual([format, code, true]);
      }
    }
    for (const file of formats) {
      expect(await readFile(join(folder, `report.${file}`), 'utf8')).not.toBe('');
      const alone = await syncgate([...audit, '--quiet', '--output', `${file}=alone.${file}`], {
        cwd: folder,
      });
      expect([file, alone.exitCode, alone.stdout]).toEqual([file, code, '']);
    }
  });
});

test.for([
  ['error', 'drifted', 1],
  ['note', 'admin-user', 1],
] as const)('--fail-on %s: %s ends with %i', async ([failOn, scenario, code]) => {
  const { org, user, env } = await liveOrg(scenario);
  expect(await syncgate(['audit', ...org, ...user, '--fail-on', failOn], { env })).toMatchObject({
    exitCode: code,
  });
});

test('a demo ends with 0 whatever it found, and with the verdict’s code where it is a gate', async () => {
  expect(await syncgate(['demo', '--scenario', 'drifted'])).toMatchObject({ exitCode: 0 });
  expect(await syncgate(['demo', '--scenario', 'drifted', '--gate'])).toMatchObject({ exitCode: 1 });
});
