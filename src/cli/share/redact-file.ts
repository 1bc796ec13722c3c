import { resolve } from 'node:path';
import { isRedacted } from '../../share/redacted.ts';
import { wrongUsage } from '../failure.ts';
import { refuseUnwritable } from '../output-files.ts';
import { defaultPack, loadPacks } from '../packs.ts';
import { readSnapshotFile } from '../snapshot-file.ts';
import type { World } from '../world.ts';
import { writeRedacted } from './write-redacted.ts';

export interface RedactArguments {
  readonly file: string;
  readonly output?: string | undefined;
  readonly key?: string | undefined;
  readonly pack?: readonly string[] | undefined;
}

/** Writes a snapshot again, with stand-ins for names. */
export async function redactFile(
  { file, output, key, pack }: RedactArguments,
  world: World,
): Promise<number> {
  if (output === undefined)
    throw wrongUsage('where to write the redacted snapshot is not said. Give --output FILE');
  for (const other of [output, key]) {
    if (other === undefined || resolve(world.cwd, other) !== resolve(world.cwd, file)) continue;
    throw wrongUsage(`${other} is the snapshot with the names, which would be lost. Name another file`);
  }
  refuseUnwritable([output, ...(key === undefined ? [] : [key])], world);
  const packs = await loadPacks(pack ?? [defaultPack], world);
  const snapshot = readSnapshotFile(file, world);
  if (isRedacted(snapshot))
    throw wrongUsage(
      `the names in ${file} are stand-ins already. Send it as it is, or redact the snapshot that it was made from`,
    );
  writeRedacted(snapshot, packs, { output, key }, world);
  return 0;
}
