import type { PermissionSetDescription } from '../../src/emulator/org-description.ts';
import type { Document } from './documents.ts';
import type { Layout } from './layout.ts';
import type { Element } from './write-xml.ts';

/**
 * A permission set in parts, as the presets decomposePermissionSetBeta (a file an entry) and
 * decomposePermissionSetBeta2 (a file a kind, and one an object) of the Salesforce CLI write it.
 */
export function decomposedSet(
  { name, hasActivationRequired }: PermissionSetDescription,
  own: readonly Element[],
  entries: readonly Element[],
  { permissionSets, parentFiles }: Layout,
): readonly Document[] {
  const folder = `permissionsets/${name}`;
  const isPart = ({ content }: Element) => typeof content !== 'string';
  const partsOf = permissionSets === 'Beta' ? filesPerEntry : filesPerKind;
  const parts = partsOf(folder, name, entries.filter(isPart));
  const parent: Document = {
    path: `${folder}/${name}.permissionset`,
    together: folder,
    root: 'PermissionSet',
    children: [...own, ...entries.filter((each) => !isPart(each))],
  };
  const canBeWithout = !parentFiles && parts.length > 0 && hasActivationRequired !== true;
  return canBeWithout ? parts : [parent, ...parts];
}

function filesPerEntry(folder: string, _: string, entries: readonly Element[]): readonly Document[] {
  return entries.map(({ name, content }) => {
    const root = capital(singular(name));
    const path = `${folder}/${name}/${subjectOf({ name, content })}.${singular(name)}`;
    return { path, together: folder, root, children: typeof content === 'string' ? [] : content };
  });
}

function filesPerKind(folder: string, set: string, entries: readonly Element[]): readonly Document[] {
  const files = Map.groupBy(entries, (entry) => {
    const object = objectOf(entry);
    return object === undefined
      ? `${set}.${singular(entry.name)}`
      : `objectSettings/${object}.objectSettings`;
  });
  return [...files].map(([file, children]) => ({
    path: `${folder}/${file}`,
    together: folder,
    root: 'PermissionSet',
    children,
    bare: true,
  }));
}

/** The object whose settings an entry is one of. */
function objectOf(entry: Element): string | undefined {
  switch (entry.name) {
    case 'objectPermissions':
    case 'fieldPermissions':
    case 'recordTypeVisibilities':
      return subjectOf(entry).split('.')[0];
    case 'tabSettings':
      return subjectOf(entry).replace(/^standard-/, '');
    default:
      return undefined;
  }
}

const subjects = /^(name|object|field|flow|application|apexClass|apexPage|recordType|tab)$/;

function subjectOf({ content }: Element): string {
  const leaves = typeof content === 'string' ? [] : content;
  const subject = leaves.find(({ name }) => subjects.test(name))?.content;
  return typeof subject === 'string' ? subject : '';
}

const singular = (name: string): string =>
  name.endsWith('ies') ? name.replace(/ies$/, 'y') : name.replace(/(?<=ss)es$|s$/, '');

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
