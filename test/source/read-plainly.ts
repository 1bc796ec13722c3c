import { XMLParser } from 'fast-xml-parser';
import type { ObjectRightName, PermissionEntries } from '../../src/emulator/org-description.ts';
import { flagOfRight } from './statements.ts';
import type { Files } from './write-org.ts';
import type { Encoding } from './xml-style.ts';

/** A document as another reader of XML sees it: the elements below its root, by name. */
export type Parsed = Readonly<Record<string, readonly unknown[]>>;

/** A metadata file, by what its path says it is. */
export interface Found {
  /** Its folder: `profiles`, `permissionsets` … */
  readonly kind: string;
  readonly name: string;
  readonly root: string;
  readonly children: Parsed;
}

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  removeNSPrefix: true,
  parseTagValue: false,
  trimValues: true,
  processEntities: true,
  htmlEntities: true,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
});

/** The metadata files among these that are the project's own. */
export function readPlainly(files: Files, encoding: Encoding): readonly Found[] {
  const own = [...files].filter(([path]) => !/retired|node_modules|elsewhere/.test(path));
  return own.flatMap(([path, bytes]) => {
    const [, kind = '', name = ''] = metadataPath.exec(path) ?? [];
    return kind === '' ? [] : [{ kind, name: decodeURIComponent(name), ...parsed(bytes, encoding) }];
  });
}

const metadataPath =
  /(?:^|\/)(profiles|permissionsets|permissionsetgroups|mutingpermissionsets|flows|flowDefinitions|objects)\/([^/.]*)/;

function parsed(bytes: Uint8Array, encoding: Encoding): Pick<Found, 'root' | 'children'> {
  const text = new TextDecoder(decodersOf[encoding], { fatal: true }).decode(bytes);
  const document = parser.parse(text, true) as Record<string, readonly unknown[]>;
  const [root = '', [content] = []] = Object.entries(document)[0] ?? [];
  const children = typeof content === 'object' ? (content as Parsed) : {};
  const entry = entryRoots[root];
  return { root, children: entry === undefined ? children : { [entry]: [children] } };
}

/** Documents that are one entry each. */
const entryRoots: Readonly<Record<string, string>> = {
  UserPermission: 'userPermissions',
  ObjectPermission: 'objectPermissions',
  FieldPermission: 'fieldPermissions',
  FlowAccess: 'flowAccesses',
  CustomField: 'fields',
};

export const decodersOf: Readonly<Record<Encoding, string>> = {
  'UTF-8': 'utf-8',
  'UTF-8 with BOM': 'utf-8',
  'UTF-16LE': 'utf-16le',
  'UTF-16BE': 'utf-16be',
  'UTF-16LE without BOM': 'utf-16le',
  'ISO-8859-1': 'latin1',
};

/** Entries of the files that make up one container: whatever one of them says yes to. */
export function entriesIn(documents: readonly Parsed[], role: 'grants' | 'mutes'): PermissionEntries {
  const all = (kind: string) => documents.flatMap((each) => (each[kind] ?? []) as readonly Parsed[]);
  const yes = (said: readonly Parsed[], flag: string) => said.some((each) => isSo(each[flag]));
  const fieldRight = (said: readonly Parsed[]) => {
    const [read, edit] = [yes(said, 'readable'), yes(said, 'editable')];
    // Granted, Edit is the more; muted, Read takes the more.
    return role === 'grants' ? (edit ? 'edit' : read && 'read') : read ? 'read' : edit && 'edit';
  };
  const objects = [...Map.groupBy(all('objectPermissions'), ({ object }) => word(object))].map(
    ([object, said]) => [object, rights.filter((right) => yes(said, flagOfRight[right]))] as const,
  );
  const fields = [...Map.groupBy(all('fieldPermissions'), ({ field }) => word(field))].flatMap(
    ([field, said]) => {
      const right = fieldRight(said);
      return right === false ? [] : [[field, right] as const];
    },
  );
  return {
    system: all('userPermissions').flatMap((each) => (isSo(each.enabled) ? word(each.name) : [])),
    objects: Object.fromEntries(objects),
    fields: Object.fromEntries(fields),
    flows: all('flowAccesses').flatMap((each) => (isSo(each.enabled) ? word(each.flow) : [])),
  };
}

const rights = Object.keys(flagOfRight) as readonly ObjectRightName[];
const isSo = (leaf: readonly unknown[] | undefined): boolean => /^(true|1)$/.test(word(leaf));

/** The text of the only such element. */
export const word = (leaf: readonly unknown[] | undefined): string => String(leaf?.[0]);
