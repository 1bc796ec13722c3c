/**
 * Runs the tests of real clients against the embedded org, with the Salesforce CLI among them. It is too big to be a
 * dependency (300 MB), so it is installed by npm in an empty folder that goes again; SYNCGATE_TEST_SF names one that
 * is there already. Where it cannot be installed, its tests are skipped, and say so.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The version that the embedded org was last seen to satisfy. */
const salesforceCli = '@salesforce/cli@2.150.6';

const folder = mkdtempSync(join(tmpdir(), 'syncgate-clients-'));
try {
  const sf = process.env.SYNCGATE_TEST_SF || install();
  const tests = spawnSync('npx', ['--no-install', 'vitest', 'run', 'test/emulator/real-clients'], {
    stdio: 'inherit',
    env: { ...process.env, ...(sf !== null && { SYNCGATE_TEST_SF: sf }) },
  });
  process.exitCode = tests.status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function install(): string | null {
  const started = Date.now();
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  // None of what it brings needs to run on being installed.
  const { status } = spawnSync(
    'npm',
    ['install', salesforceCli, '--ignore-scripts', '--no-audit', '--no-fund'],
    { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (status !== 0) {
    console.log(`${salesforceCli} could not be installed: its tests are skipped`);
    return null;
  }
  console.log(`${salesforceCli} installed in ${Math.round((Date.now() - started) / 1000)} s`);
  return join(folder, 'node_modules', '.bin', 'sf');
}
