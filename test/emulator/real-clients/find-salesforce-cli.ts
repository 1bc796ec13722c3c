import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The file of the Salesforce CLI: what SYNCGATE_TEST_SF names, or the `sf` on the PATH; null where there is none. */
export function findSalesforceCli(env: Readonly<Record<string, string | undefined>>): string | null {
  const named = env.SYNCGATE_TEST_SF;
  if (named !== undefined && named !== '') {
    if (!isSalesforceCli(named)) throw new Error(`SYNCGATE_TEST_SF=${named} is no Salesforce CLI`);
    return named;
  }
  const onPath = (env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'sf'));
  return onPath.find((file) => isExecutable(file) && isSalesforceCli(file)) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Other programs are called `sf` too. */
function isSalesforceCli(file: string): boolean {
  try {
    // In a test environment it would look for its own development plug-ins, and complain.
    const env = {
      ...process.env,
      NODE_ENV: 'production',
      SF_DISABLE_TELEMETRY: 'true',
      SF_AUTOUPDATE_DISABLE: 'true',
    };
    const stdio = ['ignore', 'pipe', 'ignore'] as const;
    return execFileSync(file, ['--version'], { encoding: 'utf8', env, stdio: [...stdio] }).includes(
      '@salesforce/cli/',
    );
  } catch {
    return false;
  }
}
