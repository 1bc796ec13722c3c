import type { PermissionSetGroup } from '../../../model/container.ts';
import type { Gap } from '../../../model/part.ts';
import type { ReadingWarning } from '../../../model/snapshot.ts';
import { firstOf } from '../../../plain/lists.ts';
import { containerKinds } from '../../../salesforce/labels.ts';
import { nameKey } from '../../../salesforce/names.ts';
import { ok, unavailable } from '../../parts.ts';
import type { BrokenFile, FileReading, GroupFile, NamedPlace } from '../files/file-reading.ts';
import { unreadableFile } from './gaps.ts';

export interface DefinedGroup {
  readonly group: PermissionSetGroup;
  /** Sorted. */
  readonly files: readonly string[];
  readonly warnings: readonly ReadingWarning[];
}

/** A container's Id by its kind and name, in the spelling of its file; undefined where it has none. */
export type FindContainer = (kind: 'permission-set' | 'muting', name: string) => string | undefined;

type Told = GroupFile | BrokenFile;

export function definedGroups(
  readings: readonly FileReading[],
  findContainer: FindContainer,
): readonly DefinedGroup[] {
  const own = readings
    .filter((reading): reading is Told => reading.of.kind === 'permission-set-group')
    .toSorted((one, other) => (one.of.file < other.of.file ? -1 : 1));
  return [...Map.groupBy(own, ({ of }) => nameKey(of.name)).values()]
    .flatMap((told) => groupOf(told, findContainer))
    .toSorted((one, other) => (one.group.id < other.group.id ? -1 : 1));
}

function groupOf(told: readonly Told[], findContainer: FindContainer): readonly DefinedGroup[] {
  const [first] = told;
  if (first === undefined) return [];
  const apiName = first.of.name;
  const readings = told.filter((each) => each.kind === 'group');
  const title = readings.find(({ label }) => label !== null)?.label ?? apiName;
  const files = told.map(({ of }) => of.file);
  return [
    {
      group: {
        id: `group:${apiName}`,
        apiName,
        title,
        // What is computed from its members and muting sets is up to date; a file's <status> is of the day it was
        // retrieved, and says nothing of the files.
        status: 'Updated',
        sessionBased: readings.some(({ sessionBased }) => sessionBased),
        components: componentsOf(title, told, findContainer),
        at: readings[0]?.at ?? { file: first.of.file, line: 1, column: 1 },
      },
      files,
      warnings: [
        ...told.slice(1).map((other) => duplicate(title, first, other)),
        ...readings.flatMap((reading) => missingMembers(title, reading, findContainer)),
      ],
    },
  ];
}

function duplicate(title: string, first: Told, other: Told): ReadingWarning {
  const message = `permission set group '${title}' is defined here too, beside ${first.of.file}`;
  return { code: 'duplicate-container', message, at: other.kind === 'group' ? other.at : other.trouble.at };
}

function componentsOf(
  title: string,
  told: readonly Told[],
  findContainer: FindContainer,
): PermissionSetGroup['components'] {
  const broken = told.find((each) => each.kind === 'broken');
  const what = `permission set group '${title}'`;
  if (broken !== undefined) return unavailable(unreadableFile(what, broken));
  const [one, ...others] = told
    .filter((each) => each.kind === 'group')
    .map(({ members, muting }) => ({
      members: idsOf('permission-set', members, findContainer),
      muting: idsOf('muting', muting, findContainer),
    }));
  if (one !== undefined && others.every((other) => JSON.stringify(other) === JSON.stringify(one)))
    return ok(one);
  const reason: Gap = {
    code: 'source-cannot-tell',
    message: `${what} is defined by several files that name different members (${firstOf(
      told.map(({ of }) => of.file),
      3,
    )})`,
    mend: 'leave all of them but one out with .forceignore',
  };
  return unavailable(reason);
}

const idsOf = (kind: 'permission-set' | 'muting', named: readonly NamedPlace[], find: FindContainer) =>
  [...new Set(named.map(({ name }) => find(kind, name) ?? `${kind}:${name}`))].toSorted();

function missingMembers(
  title: string,
  { members, muting }: GroupFile,
  find: FindContainer,
): readonly ReadingWarning[] {
  const missing = (kind: 'permission-set' | 'muting', named: readonly NamedPlace[]) =>
    named
      .filter(({ name }) => find(kind, name) === undefined)
      .map(({ name, at }): ReadingWarning => {
        const message = `there is no file of the ${containerKinds[kind]} '${name}', so what group '${title}' gives is known in part only`;
        return { code: 'no-such-member', message, at };
      });
  return [...missing('permission-set', members), ...missing('muting', muting)];
}
