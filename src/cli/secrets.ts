import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SecretSource } from '../config/configuration.ts';
import { fileTrouble, wrongUsage } from './failure.ts';
import type { World } from './world.ts';

/**
 * Reads a secret; a file named `-` is standard input. One line break at its end is not part of it: editors and `echo` put it there.
 *
 * @param what such as `the client secret`, for words.
 * @throws Refusal where there is none; it says where it was looked for, and nothing of what was found.
 */
export async function readSecret(source: SecretSource, what: string, world: World): Promise<string> {
  const secret = (await textAt(source, what, world)).replace(/\r?\n$/, '');
  if (secret.trim() !== '') return secret;
  throw wrongUsage(`${what} is empty: ${placeOf(source)} holds nothing. Put it there, and run it again`);
}

async function textAt(source: SecretSource, what: string, world: World): Promise<string> {
  if ('env' in source) {
    const value = world.env[source.env];
    if (value !== undefined) return value;
    throw wrongUsage(`${what} is missing. Set the environment variable ${source.env}`);
  }
  return source.file === '-' ? world.readStdin() : readSecretFile(source.file, what, world);
}

function readSecretFile(file: string, what: string, world: World): string {
  const path = resolve(world.cwd, file);
  try {
    warnIfOpen(path, file, world);
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw wrongUsage(
      `${what} could not be read: ${fileTrouble(file, error)}. Check the path and run it again`,
    );
  }
}

/** A pipe (`<(vault read …)`) is nobody's to open; on Windows the mode says nothing. */
function warnIfOpen(path: string, file: string, world: World): void {
  const stat = statSync(path);
  if (process.platform === 'win32' || !stat.isFile() || (stat.mode & 0o077) === 0) return;
  const mode = (stat.mode & 0o777).toString(8).padStart(4, '0');
  world.notices.write(
    `syncgate: warning: others on this machine may open ${file} (mode ${mode}), and there is a secret in it. Run \`chmod 600\` on it.\n`,
  );
}

const placeOf = (source: SecretSource): string => {
  if ('env' in source) return `the environment variable ${source.env}`;
  return source.file === '-' ? 'standard input' : source.file;
};
