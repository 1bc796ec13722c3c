import type { Field } from '../../../model/snapshot.ts';
import type { MetadataFile } from '../project/find-metadata.ts';
import type { Leaf } from '../xml/read-xml.ts';
import type { FileReader } from './file-reader.ts';
import type { FieldsFile } from './file-reading.ts';
import { flagIn, yes } from './flags.ts';
import { takeNotes } from './notes.ts';

const leafNames = [
  ...['fullName', 'label', 'type', 'required', 'formula', 'reparentableMasterDetail'],
] as const;

/** Reads the file of one field (Metadata API Developer Guide, "CustomField"). */
export function fieldReader(of: MetadataFile): FileReader<FieldsFile> {
  const notes = takeNotes();
  const leaves: Leaf[] = [];
  return {
    roots: ['CustomField'],
    wanted: new Set(leafNames),
    onEntry: ({ name, text, start }) => leaves.push({ name, text, start }),
    result: () => ({
      kind: 'fields',
      of,
      object: of.object ?? '',
      fields: fieldOf(of.name, leaves) ?? [],
      ...notes.result(),
    }),
  };
}

/** Reads the file of an object, which in older projects holds its fields. */
export function objectReader(of: MetadataFile): FileReader<FieldsFile> {
  const notes = takeNotes();
  const fields: Field[] = [];
  return {
    roots: ['CustomObject'],
    wanted: new Set(['fields']),
    onEntry({ name: element, leaves, start }, locate) {
      const name = textOf(leaves, 'fullName');
      if (name === '') {
        notes.add('passed-over', `this <${element}> does not name a field`, () => locate(start));
      } else fields.push(...(fieldOf(name, leaves) ?? []));
    },
    result: () => ({ kind: 'fields', of, object: of.name, fields, ...notes.result() }),
  };
}

/**
 * A field as its metadata tells it; undefined where it has no type, as standard fields are kept. A required custom
 * field and a master-detail one have no field-level security; a formula (whose type is that of its result), a
 * roll-up summary and an auto-number nobody writes; a master-detail field only on creation, unless its records may
 * be given to another parent.
 */
function fieldOf(name: string, leaves: readonly Leaf[]): [Field] | undefined {
  const dataType = textOf(leaves, 'type');
  if (dataType === '') return undefined;
  const isTrue = (leaf: string) => flagIn(textOf(leaves, leaf)) === yes;
  const isMasterDetail = dataType === 'MasterDetail';
  const isRequired = isTrue('required') && /__c$/i.test(name);
  const calculated = dataType === 'Summary' || leaves.some((leaf) => leaf.name === 'formula');
  const autoNumber = dataType === 'AutoNumber';
  const isFixed = isMasterDetail && !isTrue('reparentableMasterDetail');
  return [
    {
      name,
      label: textOf(leaves, 'label') || name,
      dataType,
      permissionable: !isRequired && !isMasterDetail,
      calculated,
      autoNumber,
      updatable: !calculated && !autoNumber && !isFixed,
    },
  ];
}

const textOf = (leaves: readonly Leaf[], wanted: string): string =>
  leaves.find(({ name }) => name === wanted)?.text.trim() ?? '';
