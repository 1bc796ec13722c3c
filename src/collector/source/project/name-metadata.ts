import type { MetadataKind } from './metadata-file.ts';

/** What the name of a file, and the folders it stands in, say of it. */
export interface NamedMetadata {
  readonly kind: MetadataKind;
  readonly name: string;
  readonly object?: string;
  readonly version?: number;
}

/** The folders around a file that say whose it is. */
export interface Surroundings {
  /** The folder itself. */
  readonly folder: string;
  /** `SET` in `permissionsets/SET` and `permissionsets/SET/FOLDER`. */
  readonly set: string | undefined;
  /** `OBJECT` in `objects/OBJECT` and `objects/OBJECT/FOLDER`. */
  readonly object: string | undefined;
}

/** Suffixes and folders as the Salesforce CLI's registry has them (source-deploy-retrieve, metadataRegistry.json). */
const kinds: Readonly<Record<string, { readonly kind: MetadataKind; readonly folder: string }>> = {
  profile: { kind: 'profile', folder: 'profiles' },
  permissionset: { kind: 'permission-set', folder: 'permissionsets' },
  permissionsetgroup: { kind: 'permission-set-group', folder: 'permissionsetgroups' },
  mutingpermissionset: { kind: 'muting-permission-set', folder: 'mutingpermissionsets' },
  flow: { kind: 'flow', folder: 'flows' },
  flowDefinition: { kind: 'flow-definition', folder: 'flowDefinitions' },
  object: { kind: 'object', folder: 'objects' },
  field: { kind: 'field', folder: 'objects' },
};

/** Of its presets decomposePermissionSetBeta and decomposePermissionSetBeta2, which differ in custom permissions. */
const partSuffixes: ReadonlySet<string> = new Set([
  'applicationVisibility',
  'classAccess',
  'customMetadataTypeAccess',
  'customPermission',
  'customPermissions',
  'customSettingAccess',
  'externalCredentialPrincipalAccess',
  'externalDataSourceAccess',
  'fieldPermission',
  'flowAccess',
  'objectPermission',
  'objectSettings',
  'pageAccess',
  'recordTypeVisibility',
  'tabSetting',
  'userPermission',
]);

/** The folders that metadata of these kinds stands in. */
export const typeFolders: ReadonlySet<string> = new Set(Object.values(kinds).map(({ folder }) => folder));

const permissionFolders = ['profiles', 'permissionsets', 'permissionsetgroups', 'mutingpermissionsets'];
const spelledRight = new Map(
  [...Object.keys(kinds), ...partSuffixes].map((suffix) => [suffix.toLowerCase(), suffix]),
);
const metaXml = '-meta.xml';

/** @param folders the names of all folders down to this one, from the root of the disk, or its last three at least. */
export function surroundings(folders: readonly string[]): Surroundings {
  // A folder further up that happens to have such a name says nothing.
  const near = folders.slice(-3);
  const below = (name: string) => {
    const index = near.lastIndexOf(name);
    return index < 0 ? undefined : near[index + 1];
  };
  return { folder: folders.at(-1) ?? '', set: below('permissionsets'), object: below('objects') };
}

/**
 * What metadata a file is, by its name alone. Suffixes are told by exact case, as the Salesforce CLI tells them
 * (source-deploy-retrieve, RegistryAccess.getTypeBySuffix).
 *
 * @returns why it is passed over, in words that follow the file's name, where it seems to be meant as metadata of
 * these kinds but is not; undefined for all other files.
 */
export function nameMetadata(file: string, around: Surroundings): NamedMetadata | string | undefined {
  const isMeta = file.endsWith(metaXml);
  const plain = isMeta ? file.slice(0, -metaXml.length) : file;
  const dot = plain.lastIndexOf('.');
  if (dot < 1) return undefined;
  const stem = decoded(plain.slice(0, dot));
  const suffix = plain.slice(dot + 1);
  const kind = Object.hasOwn(kinds, suffix) ? kinds[suffix]?.kind : undefined;
  if (kind === 'field') return fieldNamed(stem, around, isMeta);
  if (kind === 'flow') return flowNamed(stem);
  if (kind !== undefined) return { kind, name: stem };
  if (isMeta && partSuffixes.has(suffix)) return partNamed(suffix, around);
  return oddity(suffix, isMeta, around);
}

function fieldNamed(name: string, { object }: Surroundings, isMeta: boolean) {
  if (object !== undefined) return { kind: 'field', name, object: decoded(object) } as const;
  return isMeta ? 'stands in no folder objects/OBJECT, so whose field it is cannot be told' : undefined;
}

/** Flow names have no hyphen, so a number behind one is a version (file names up to API version 43.0). */
function flowNamed(stem: string): NamedMetadata {
  const [, name, version] = /^(.+)-(\d+)$/.exec(stem) ?? [];
  if (name === undefined) return { kind: 'flow', name: stem };
  return { kind: 'flow', name, version: Number(version) };
}

function partNamed(suffix: string, { set }: Surroundings) {
  if (set !== undefined) return { kind: 'permission-set-part', name: decoded(set) } as const;
  // Custom permissions are metadata of their own, in another folder.
  if (suffix === 'customPermission') return undefined;
  return 'stands in no folder permissionsets/SET, so whose part it is cannot be told';
}

function oddity(suffix: string, isMeta: boolean, around: Surroundings): string | undefined {
  const right = spelledRight.get(suffix.toLowerCase());
  if (right !== undefined && right !== suffix && (isMeta || typeFolders.has(around.folder))) {
    return `has the suffix '${suffix}' for '${right}', which the Salesforce CLI does not take for it; rename it`;
  }
  if (isMeta && (around.set !== undefined || permissionFolders.includes(around.folder))) {
    return `has a suffix '${suffix}' that is none of a profile, a permission set, a group or a part of a set`;
  }
  return undefined;
}

/**
 * A name as Salesforce has it, from a file's: those it writes are URL-encoded (`Force%2Ecom`), those people write need
 * not be (`%%%NAMESPACE%%%X`). Accents are composed, as Salesforce writes them and some disks do not.
 */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name).normalize('NFC');
  } catch {
    return name.normalize('NFC');
  }
}
