import type { Location } from '../../../model/part.ts';
import type { Interest } from '../interest.ts';
import type { Entry } from '../xml/read-xml.ts';
import { type EntryKind, entryKinds } from './entry-kinds.ts';
import type { EntryNotes, Locate, OpenEntry } from './entry-notes.ts';
import { neitherOf } from './entry-notes.ts';
import { flagAt, flagsIn, nameIn, odd, yes } from './flags.ts';
import { isStranger, type ObjectUses, type OpenUse } from './object-uses.ts';
import { repeated, type SeenKeys } from './repeats.ts';
import type { Right, RightsCollector } from './rights.ts';

/** What is known of a file's entries while they are read. */
export interface EntryState {
  readonly interest: Interest;
  /** Whether readable fields of objects that cannot be read are odd there. */
  readonly watchesReading: boolean;
  readonly say: EntryNotes;
  readonly rights: RightsCollector;
  readonly uses: ObjectUses;
  readonly seen: Readonly<Record<'system' | 'object' | 'flow', SeenKeys>>;
  /** The last of each kind. */
  readonly last: Record<keyof typeof entryKinds, Location | null>;
  entries: number;
  seesAllData: boolean;
}

/** What every entry has, and what is odd about it. */
export function opened(
  state: EntryState,
  kindName: 'system' | 'object' | 'flow',
  entry: Entry,
  locate: Locate,
): OpenEntry | undefined {
  const kind: EntryKind = entryKinds[kindName];
  state.entries += 1;
  state.last[kindName] = locate(entry.start);
  const name = nameIn(entry.leaves, kind.name);
  if (name === '') {
    state.say.nameless(kind, entry, locate);
    return undefined;
  }
  const open = { kind, entry, locate, name, flags: flagsIn(entry.leaves, kind.flags) };
  const earlier = repeated(state.seen[kindName], name, open.flags);
  if (earlier !== undefined) state.say.repeated(open, earlier);
  state.say.oddFlags(open);
  return open;
}

/** Takes notice of an object at its first entry. */
export function see({ interest }: EntryState, use: OpenUse, entry: Entry, locate: Locate): void {
  if (use.isSeen) return;
  use.isSeen = true;
  if (isStranger(use.object, interest)) use.strangerAt = locate(entry.start);
}

/**
 * What an entry gives and refuses, right by right; a flag that is missing refuses (docs/salesforce.md, "Metadata
 * files").
 * @param rightAt the right behind a flag; undefined where the file cannot tell it.
 */
export function tell(
  { rights, say }: EntryState,
  { kind, entry, locate, flags }: OpenEntry,
  rightAt: (index: number, flag: number) => Right | undefined,
): void {
  kind.flags.forEach((name, index) => {
    const flag = flagAt(flags, index);
    const right = rightAt(index, flag);
    if (right === undefined) return;
    const leaf = entry.leaves.find((each) => each.name === name);
    const at = locate(leaf?.start ?? entry.start);
    if (flag === odd) say.doubt(neitherOf(name, leaf?.text ?? ''), at);
    else rights.add({ ...right, at }, flag === yes);
  });
}
