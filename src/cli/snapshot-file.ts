import { readSnapshot } from '../collector/file.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isRedacted } from '../share/redacted.ts';
import { cannotRead, wrongUsage } from './failure.ts';
import { ownerOnly, readText, writeText } from './files.ts';
import type { World } from './world.ts';

export function readSnapshotFile(file: string, world: World): Snapshot {
  const read = readSnapshot(readText(world, file, 4));
  if ('problem' in read)
    throw cannotRead(`${file} is no snapshot: ${read.problem}. Write a new one with \`syncgate collect\``);
  if (isRedacted(read.snapshot)) {
    world.notices.write(
      `syncgate: the names in ${file} are stand-ins (${read.snapshot.names}), and so are those of what is made from it. Who has the key turns them back with \`syncgate restore\`.\n`,
    );
  }
  return read.snapshot;
}

export const writeSnapshotFile = (file: string, snapshot: Snapshot, world: World): void =>
  writeText(world, file, `${JSON.stringify(snapshot, null, 1)}\n`, ownerOnly);

/** A snapshot of some of its users; all of them where none is named. */
export function onlyUsers(snapshot: Snapshot, users: readonly string[], file: string): Snapshot {
  if (users.length === 0) return snapshot;
  const there = snapshot.subjects.map(({ subject }) => subject);
  for (const user of users) {
    if (!there.some(({ id, name }) => id === user || name.toLowerCase() === user.toLowerCase())) {
      throw wrongUsage(`${user} is not in ${file}. It holds ${there.map(({ name }) => name).join(', ')}`);
    }
  }
  const wanted = new Set(users.map((user) => user.toLowerCase()));
  return {
    ...snapshot,
    subjects: snapshot.subjects.filter(
      ({ subject: { id, name } }) => wanted.has(id.toLowerCase()) || wanted.has(name.toLowerCase()),
    ),
  };
}
