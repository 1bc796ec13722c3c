import { resolve } from 'node:path';
import type { ShareKey } from '../../model/share-key.ts';
import { listed } from '../../plain/lists.ts';
import { amountText } from '../../reporters/amounts.ts';
import { fingerprintsIn, restoreText } from '../../share/restore-text.ts';
import { formatOf } from '../../share/text-format.ts';
import { wrongUsage } from '../failure.ts';
import { readText, writeText } from '../files.ts';
import { refuseUnwritable } from '../output-files.ts';
import type { World } from '../world.ts';
import { readKeyFile } from './key-file.ts';

const ownerOnly = 0o600;

export interface RestoreArguments {
  readonly file?: string | undefined;
  readonly key?: string | undefined;
  readonly output?: string | undefined;
}

/** Writes a text with names in place of its stand-ins, and says that it has them. */
export async function restoreFile(
  { file, key: keyFile, output }: RestoreArguments,
  world: World,
): Promise<number> {
  if (keyFile === undefined)
    throw wrongUsage('what turns stand-ins back is not said. Give --key FILE, the file that --key wrote');
  if (file === undefined && world.ask !== null)
    throw wrongUsage('there is no text to restore. Name a file, or pipe one in');
  if (output !== undefined && resolve(world.cwd, output) === resolve(world.cwd, keyFile))
    throw wrongUsage(`${output} is the key, which nothing else would have then. Name another file`);
  if (output !== undefined) refuseUnwritable([output], world);
  const key = readKeyFile(keyFile, world);
  const text = file === undefined ? await world.readStdin() : readText(world, file, 2);
  const name = file ?? 'standard input';
  refuseOtherKey(text, name, key, keyFile);
  const { text: restored, replaced, different } = restoreText(text, key, formatOf(text, file));
  if (replaced === 0)
    throw wrongUsage(`${name} has none of the stand-ins of ${keyFile}. Name the key of its own`);
  if (output === undefined) world.stdout.write(restored);
  else writeText(world, output, restored, ownerOnly);
  world.notices.write(
    `Restored ${amountText(replaced, 'stand-in')} of ${amountText(different, 'name')}: ${output ?? 'what was printed'} has real names in it.\n`,
  );
  return 0;
}

/** Stand-ins of another key look the same, and mean others. */
function refuseOtherKey(text: string, name: string, { fingerprint }: ShareKey, keyFile: string): void {
  const found = fingerprintsIn(text);
  if (found.length === 0 || found.includes(fingerprint)) return;
  throw wrongUsage(
    `${name} was redacted with the key ${listed(found)}, and ${keyFile} is ${fingerprint}. Name the key of its own`,
  );
}
