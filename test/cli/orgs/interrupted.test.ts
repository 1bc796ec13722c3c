import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { builtCommand } from '../../built-command.ts';
import { emptyFolder } from '../command-line.ts';

/** An address that takes requests and answers none. */
async function silentOrg() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: once(server, 'request'),
  };
}

test.skipIf(process.platform === 'win32').each<readonly [readonly NodeJS.Signals[], number | null]>([
  [['SIGTERM'], 143],
  [['SIGINT', 'SIGINT'], 130],
  [['SIGKILL'], null],
])('a run over all orgs that %j ends leaves nothing behind', async (signals, exitCode) => {
  const [cwd, temporary, { url, asked }] = [await emptyFolder(), await emptyFolder(), await silentOrg()];
  const org = { instanceUrl: url, users: ['a@acme.example'], signIn: { accessToken: { env: 'ORG_TOKEN' } } };
  await writeFile(join(cwd, 'syncgate.config.json'), JSON.stringify({ orgs: { acme: org } }));
  const start = resolve(builtCommand);
  const run = spawn(process.execPath, [start, 'audit', '--all-orgs', '--output', 'json=a.json'], {
    cwd,
    env: {
      ...process.env,
      TMPDIR: temporary,
      NODE_DISABLE_COMPILE_CACHE: '1',
      ORG_TOKEN: '00D000000000001!interrupted',
    },
    stdio: 'ignore',
  });
  const ended = once(run, 'exit');
  await asked;
  for (const signal of signals) run.kill(signal);
  expect((await ended)[0]).toBe(exitCode);
  expect(await readdir(temporary)).toEqual([]);
  expect(await readdir(cwd)).toEqual(['syncgate.config.json']);
});
