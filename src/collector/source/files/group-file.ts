import type { MetadataFile } from '../project/find-metadata.ts';
import type { FileReader } from './file-reader.ts';
import type { GroupFile, NamedPlace } from './file-reading.ts';
import { odd, yes } from './flags.ts';
import { takeNotes } from './notes.ts';
import { readScalars } from './scalars.ts';

const elements = { members: 'permissionSets', muting: 'mutingPermissionSets' } as const;

/** Reads a permission set group (Metadata API Developer Guide, "PermissionSetGroup"). */
export function groupReader(of: MetadataFile): FileReader<GroupFile> {
  const notes = takeNotes();
  const scalars = readScalars(notes, ['hasActivationRequired']);
  const members: NamedPlace[] = [];
  const muting: NamedPlace[] = [];
  return {
    roots: ['PermissionSetGroup'],
    wanted: new Set(['label', 'hasActivationRequired', elements.members, elements.muting]),
    onEntry(entry, locate) {
      const list =
        entry.name === elements.members ? members : entry.name === elements.muting ? muting : undefined;
      const name = entry.text.trim();
      if (list === undefined) scalars.take(entry, locate);
      else if (name !== '') list.push({ name, at: locate(entry.start) });
      else notes.add('passed-over', `this <${entry.name}> names nothing`, () => locate(entry.start));
    },
    result: (_root, at) => {
      const { flag } = scalars.flag('hasActivationRequired');
      return {
        kind: 'group',
        of,
        at,
        label: scalars.text('label'),
        sessionBased: flag === yes || flag === odd,
        members,
        muting,
        ...notes.result(),
      };
    },
  };
}
