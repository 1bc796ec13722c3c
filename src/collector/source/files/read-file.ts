import type { Location } from '../../../model/part.ts';
import type { Interest } from '../interest.ts';
import { troubleOf } from '../project/file-system.ts';
import type { MetadataFile, MetadataKind } from '../project/find-metadata.ts';
import { fileChunks } from '../xml/file-chunks.ts';
import { readXml, type XmlHandler } from '../xml/read-xml.ts';
import { containerReader } from './container-file.ts';
import { fieldReader, objectReader } from './fields-file.ts';
import type { FileReader } from './file-reader.ts';
import type { FileReading, Trouble } from './file-reading.ts';
import { flowDefinitionReader, flowReader } from './flow-file.ts';
import { groupReader } from './group-file.ts';
import { OutOfOrder } from './repeats.ts';

type ReaderOf = (of: MetadataFile, interest: Interest, inOrder: boolean) => FileReader;

const readers: Readonly<Record<MetadataKind, ReaderOf>> = {
  profile: containerReader,
  'permission-set': containerReader,
  'permission-set-part': containerReader,
  'muting-permission-set': containerReader,
  'permission-set-group': groupReader,
  flow: flowReader,
  'flow-definition': flowDefinitionReader,
  object: objectReader,
  field: fieldReader,
};

/**
 * Reads one metadata file. What is wrong with it is told, never thrown. Argument and result are plain data, so
 * that files can be read in parallel. A file is counted on to be in the order that Salesforce writes, and read once
 * more where it is not.
 */
export function readFile(of: MetadataFile, interest: Interest): FileReading {
  try {
    return readOnce(of, interest, true);
  } catch (error) {
    if (!(error instanceof OutOfOrder)) throw error;
    return readOnce(of, interest, false);
  }
}

function readOnce(of: MetadataFile, interest: Interest, inOrder: boolean): FileReading {
  const reader = readers[of.kind](of, interest, inOrder);
  const start: Location = { file: of.file, line: 1, column: 1 };
  let root = { name: '', at: start };
  let end = start;
  const handler: XmlHandler = {
    wanted: reader.wanted,
    onRoot(name, at) {
      root = { name, at };
      const [due] = reader.roots;
      return reader.roots.includes(name) ? undefined : `has the root <${name}>, and not <${due}>`;
    },
    onEntry: reader.onEntry,
    onEnd: (at) => {
      end = at;
    },
  };
  try {
    const outcome = readXml(of.file, fileChunks(of.path), handler);
    if (outcome.status === 'ok') return reader.result(root.name, root.at, end);
    return broken(of, { message: outcome.message, at: outcome.at });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return broken(of, { message: `could not be read: ${troubleOf(error)}`, at: start });
  }
}

const broken = (of: MetadataFile, trouble: Trouble): FileReading => ({
  kind: 'broken',
  of,
  trouble,
  warnings: [],
  untold: 0,
});
