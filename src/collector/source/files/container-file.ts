import type { Location } from '../../../model/part.ts';
import type { Interest } from '../interest.ts';
import type { MetadataFile } from '../project/find-metadata.ts';
import type { Entry, Leaf } from '../xml/read-xml.ts';
import { readEntries } from './entries.ts';
import { entryElements, leafNames, rootKinds } from './entry-kinds.ts';
import type { FileReader } from './file-reader.ts';
import type { ContainerFile } from './file-reading.ts';
import { no, odd, yes } from './flags.ts';
import { takeNotes } from './notes.ts';
import { readScalars } from './scalars.ts';

const flagNames = ['custom', 'hasActivationRequired'];
const texts = ['label', 'license', 'userLicense'];

/** Reads a profile, a permission set, a muting set, or a part of a permission set. */
export function containerReader(
  of: MetadataFile,
  interest: Interest,
  inOrder: boolean,
): FileReader<ContainerFile> {
  const isPart = of.kind === 'permission-set-part';
  const notes = takeNotes();
  const scalars = readScalars(notes, flagNames);
  const entries = readEntries(interest, notes, isPart || of.kind === 'permission-set', inOrder);
  const root = isPart ? rootEntry() : undefined;
  return {
    roots: rootsOf(of),
    wanted: new Set([...entryElements, ...flagNames, ...texts, ...(isPart ? leafNames : [])]),
    onEntry(entry, locate) {
      const read = entry.name === 'fieldPermissions' ? entries.field : entries.readers.get(entry.name);
      if (read !== undefined) read(entry, locate);
      else if (flagNames.includes(entry.name) || texts.includes(entry.name)) scalars.take(entry, locate);
      else root?.take(entry, locate);
    },
    result(name, at, end) {
      const whole = root?.entry(name, at);
      if (whole !== undefined) entries.readers.get(whole.entry.name)?.(whole.entry, whole.locate);
      const { flag: custom } = scalars.flag('custom');
      const { flag: sessionBased } = scalars.flag('hasActivationRequired');
      const { places, ...told } = entries.result();
      return {
        kind: 'container',
        of,
        at,
        ...told,
        places: { ...places, end: whole === undefined ? end : at },
        label: scalars.text('label'),
        license: scalars.text('license') ?? scalars.text('userLicense'),
        isCustom: custom === yes ? true : custom === no ? false : null,
        // What is not plainly free of activation counts as bound to it.
        sessionBased: sessionBased === yes || sessionBased === odd,
        ...notes.result(),
      };
    },
  };
}

function rootsOf({ kind, file }: MetadataFile): readonly string[] {
  if (kind === 'profile') return ['Profile'];
  if (kind === 'muting-permission-set') return ['MutingPermissionSet'];
  if (kind === 'permission-set') return ['PermissionSet'];
  const suffix = /\.(\w+)-meta\.xml$/.exec(file)?.[1] ?? '';
  return ['PermissionSet', suffix.slice(0, 1).toUpperCase() + suffix.slice(1)];
}

/** A root that is one entry: its children are the entry's leaves. */
function rootEntry() {
  const leaves: Leaf[] = [];
  const places = new Map<number, Location>();
  return {
    take({ name, text, start }: Entry, locate: (start: number) => Location) {
      leaves.push({ name, text, start });
      places.set(start, locate(start));
    },
    entry(root: string, at: Location) {
      const kind = rootKinds.get(root);
      if (kind === undefined) return undefined;
      const entry: Entry = { name: kind.element, text: '', leaves, start: -1 };
      return { entry, locate: (start: number) => places.get(start) ?? at };
    },
  };
}
