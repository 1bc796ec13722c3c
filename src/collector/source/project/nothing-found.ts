import { enumerated, listed } from '../../../plain/lists.ts';
import type { SourceProblem } from './metadata-file.ts';
import type { Root } from './roots.ts';
import { SourceError } from './source-error.ts';
import type { Walked } from './walk.ts';

/** Says where metadata was looked for, what for, and where it may be. */
export function nothingFound(
  directories: readonly string[],
  roots: readonly Root[],
  { looked, projects }: Walked,
  problems: readonly SourceProblem[],
): SourceError {
  const where = listed(directories.map((directory) => `'${directory}'`));
  const files = looked === 1 ? '1 file was looked at' : `${looked.toLocaleString('en')} files were looked at`;
  const said = [
    `No metadata in ${where}: ${files}, and none is a profile, a permission set, a group of them, a flow or an object, ` +
      'such as profiles/Admin.profile-meta.xml or permissionsets/Sync.permissionset.',
    ...problems.slice(0, 1).map(({ message, at }) => `${at.file}:${at.line}:${at.column}: ${message}.`),
    advice(roots, projects),
  ];
  return new SourceError('unreadable', said.join(' '));
}

function advice(roots: readonly Root[], inner: readonly string[]): string {
  if (inner.length > 0) {
    const names = enumerated(inner.toSorted().map((folder) => `'${folder}'`));
    return `There is a sfdx-project.json in ${names}: name that folder instead.`;
  }
  const part = roots.find(({ project, isPackage }) => project !== undefined && !isPackage);
  if (part?.project !== undefined)
    return `It is a folder of the project of ${part.project.shown}: name the project's folder.`;
  return 'Name the folder of the project, or the one that holds profiles and permissionsets.';
}
