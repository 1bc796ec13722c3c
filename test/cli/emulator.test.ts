import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, syncgate } from './command-line.ts';

describe('an emulator that is to check assertions', () => {
  test.for([
    ['a key that is none', 'nonsense', /neither a public key nor a certificate/],
    ['a file that is not there', null, /app\.pem: there is no such file/],
  ] as const)('refuses %s: exit code 2', async ([, content, words]) => {
    const cwd = await emptyFolder();
    if (content !== null) await writeFile(join(cwd, 'app.pem'), content);
    const ended = await syncgate(['emulator', '--jwt-public-key', 'app.pem'], { cwd });
    expect(ended).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringMatching(words) });
  });

  test('takes a public key', async () => {
    const cwd = await emptyFolder();
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    await writeFile(join(cwd, 'app.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
    const interrupt = new AbortController();
    const args = ['emulator', '--jwt-public-key', 'app.pem'];
    const ended = syncgate(args, { cwd, signal: interrupt.signal });
    interrupt.abort('SIGINT');
    expect(await ended).toMatchObject({ exitCode: 130, stderr: '' });
  });
});
