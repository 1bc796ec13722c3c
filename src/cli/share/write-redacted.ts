import { randomBytes } from 'node:crypto';
import type { LoadedPack } from '../../model/pack.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { enumerated } from '../../plain/lists.ts';
import { shownText } from '../../plain/shown-text.ts';
import { redactSnapshot } from '../../share/redact-snapshot.ts';
import { vendorNamespaces } from '../../share/vendor-namespaces.ts';
import { askedCustomNames } from '../../share/what-stays.ts';
import { writeSnapshotFile } from '../snapshot-file.ts';
import type { World } from '../world.ts';
import { earlierKey, writeKeyFile } from './key-file.ts';

/** Where a redacted snapshot goes, and what turns it back. */
export interface ShareFiles {
  readonly output: string;
  /** Undefined where nothing is to turn it back. */
  readonly key: string | undefined;
}

/**
 * Writes the snapshot with stand-ins for names, the key before it: a snapshot whose key got lost is worth nothing to
 * who could explain it. Says what stays and might be somebody's.
 */
export function writeRedacted(
  snapshot: Snapshot,
  packs: readonly LoadedPack[],
  files: ShareFiles,
  world: World,
): void {
  const vendor = vendorNamespaces(packs);
  const earlier = files.key === undefined ? null : earlierKey(files.key, world);
  const seed = randomBytes(16).toString('hex');
  const key = earlier ?? { fingerprint: randomBytes(8).toString('hex'), names: [] };
  const made = redactSnapshot(snapshot, { vendor, seed, key });
  if (files.key !== undefined) writeKeyFile(files.key, made.key, world);
  writeSnapshotFile(files.output, made.snapshot, world);
  const say = (text: string) => world.notices.write(`${text}\n`);
  const who = made.snapshot.subjects.map(({ subject }) => subject.name).join(', ');
  say(`Wrote ${files.output}: ${who}, as of ${snapshot.collectedAt}. Its names are stand-ins.`);
  const asked = askedCustomNames(snapshot.needs, vendor).map(shownText);
  if (asked.length > 0) say(`These stay as they are, because they are asked for: ${enumerated(asked, 20)}.`);
  if (files.key === undefined) say('Nothing turns them back: --key FILE would have kept what does.');
  else say(`${files.key} turns them back into names. Keep it, and send it to nobody.`);
}
