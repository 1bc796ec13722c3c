import type { MetadataFile } from '../project/find-metadata.ts';
import type { FileReader } from './file-reader.ts';
import type { FlowDefinitionFile, FlowFile } from './file-reading.ts';
import { odd, yes } from './flags.ts';
import { takeNotes } from './notes.ts';
import { readScalars } from './scalars.ts';

const restriction = 'isAdditionalPermissionRequiredToRun';

/** Reads a flow, or a version of one (Metadata API Developer Guide, "Flow"). */
export function flowReader(of: MetadataFile): FileReader<FlowFile> {
  const notes = takeNotes();
  const scalars = readScalars(notes, [restriction]);
  let triggerType: string | null = null;
  return {
    roots: ['Flow'],
    wanted: new Set(['label', 'status', 'processType', 'start', restriction]),
    onEntry(entry, locate) {
      if (entry.name !== 'start') scalars.take(entry, locate);
      else triggerType = entry.leaves.find(({ name }) => name === 'triggerType')?.text.trim() || triggerType;
    },
    result: (_root, at) => {
      const { flag, at: place } = scalars.flag(restriction);
      return {
        kind: 'flow',
        of,
        at,
        label: scalars.text('label'),
        status: scalars.text('status'),
        processType: scalars.text('processType'),
        triggerType,
        // Left out it is false (47.0, docs/salesforce.md, "Run Flow").
        restricted: { value: flag === odd ? null : flag === yes, at: place },
        ...notes.result(),
      };
    },
  };
}

/** Reads which version of a flow is active (Metadata API Developer Guide, "FlowDefinition"): 0 or none said, none. */
export function flowDefinitionReader(of: MetadataFile): FileReader<FlowDefinitionFile> {
  const notes = takeNotes();
  const scalars = readScalars(notes, []);
  const element = 'activeVersionNumber';
  return {
    roots: ['FlowDefinition'],
    wanted: new Set([element]),
    onEntry(entry, locate) {
      scalars.take(entry, locate);
      if (!/^\s*\d*\s*$/.test(entry.text)) {
        notes.add(
          'passed-over',
          `<${element}> says '${entry.text.trim().slice(0, 40)}', which is no number`,
          () => locate(entry.start),
        );
      }
    },
    result: (_root, at) => {
      const version = Number(scalars.text(element) ?? 0);
      const activeVersion = Number.isInteger(version) ? version : null;
      return { kind: 'flow-definition', of, at, activeVersion, ...notes.result() };
    },
  };
}
