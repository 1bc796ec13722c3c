import { dirname, sep } from 'node:path';
import { nameKey } from '../../../salesforce/names.ts';
import type { BrokenFile, ContainerFile, FileReading, Trouble } from '../files/file-reading.ts';
import { collectRights, type Rights } from '../files/rights.ts';
import type { MetadataFile, SourceProblem } from '../project/find-metadata.ts';

export type DefinedKind = 'profile' | 'permission-set' | 'muting';

/** A container with all files that say something of it. */
export interface DefinedContainer {
  readonly id: string;
  readonly kind: DefinedKind;
  readonly apiName: string;
  /** More than one where a container of the same name stands in several places. Sorted by file. */
  readonly definitions: readonly [Definition, ...Definition[]];
}

/** One file, or the files of a decomposed permission set: together they say one thing. */
export interface Definition {
  /** The file that is no part, if it could be read. */
  readonly main: ContainerFile | undefined;
  /** All that could be read, sorted by file. */
  readonly readings: readonly ContainerFile[];
  readonly broken: readonly BrokenFile[];
  /** Its files, sorted. */
  readonly files: readonly string[];
  readonly rights: Rights;
  /** What makes it doubtful that this is all. */
  readonly doubts: readonly Trouble[];
}

const kinds: Readonly<Partial<Record<MetadataFile['kind'], DefinedKind>>> = {
  profile: 'profile',
  'permission-set': 'permission-set',
  'permission-set-part': 'permission-set',
  'muting-permission-set': 'muting',
};

type Told = ContainerFile | BrokenFile;

/** Names are the same in any case: the first file says how the container is spelled. Sorted by Id. */
export function definedContainers(
  readings: readonly FileReading[],
  problems: readonly SourceProblem[],
): readonly DefinedContainer[] {
  const byContainer = Map.groupBy(
    readings.filter(isOfContainer).toSorted((one, other) => (one.of.file < other.of.file ? -1 : 1)),
    ({ of }) => `${kinds[of.kind]}:${nameKey(of.name)}`,
  );
  return [...byContainer.values()]
    .flatMap((own) => containerOf(own, problems))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

const isOfContainer = (reading: FileReading): reading is Told => kinds[reading.of.kind] !== undefined;

function containerOf(own: readonly Told[], problems: readonly SourceProblem[]): readonly DefinedContainer[] {
  const [definition, ...others] = [...Map.groupBy(own, homeOf).values()]
    .flatMap(withOneMain)
    .map((told) => definitionOf(told, problems));
  const [first] = own;
  const kind = first && kinds[first.of.kind];
  if (first === undefined || kind === undefined || definition === undefined) return [];
  const apiName = first.of.name;
  return [{ id: `${kind}:${apiName}`, kind, apiName, definitions: [definition, ...others] }];
}

/**
 * What a file belongs to: itself, or the folder `permissionsets/SET` of a decomposed set, in which its parts and its
 * main file stand (docs/salesforce.md, "Metadata files").
 */
function homeOf({ of: { path, file, kind } }: Told): string {
  const folders = dirname(path).split(sep);
  if (kind === 'permission-set-part') {
    return folders.slice(0, folders.lastIndexOf('permissionsets') + 2).join(sep);
  }
  const isInFolder = kind === 'permission-set' && folders.at(-2) === 'permissionsets';
  return isInFolder ? folders.join(sep) : file;
}

const isPart = ({ of }: Told): boolean => of.kind === 'permission-set-part';

/** Two main files in one folder, such as `X.permissionset` and `X.permissionset-meta.xml`, say one thing each. */
function withOneMain(home: readonly Told[]): readonly (readonly Told[])[] {
  const [main, ...more] = home.filter((told) => !isPart(told));
  const parts = home.filter(isPart);
  return [main === undefined ? parts : [main, ...parts], ...more.map((told) => [told])];
}

function definitionOf(told: readonly Told[], problems: readonly SourceProblem[]): Definition {
  const readings = told.filter((each) => each.kind === 'container');
  const rights = collectRights();
  for (const { grants, denials } of readings) {
    for (const right of grants) rights.add(right, true);
    for (const right of denials) rights.add(right, false);
  }
  return {
    main: readings.find((reading) => !isPart(reading)),
    readings,
    broken: told.filter((each) => each.kind === 'broken'),
    files: told.map(({ of }) => of.file).toSorted(),
    rights: rights.result(),
    doubts: [...readings.flatMap(({ doubts }) => doubts), ...problemsWithin(told, problems)],
  };
}

/** In the folder of a decomposed set: what could not be read there may be a part of it. */
function problemsWithin(told: readonly Told[], problems: readonly SourceProblem[]): readonly SourceProblem[] {
  const part = told.find(isPart)?.of.file;
  const [, folder] = /^(.*permissionsets\/[^/]+\/)/s.exec(part ?? '') ?? [];
  return folder === undefined ? [] : problems.filter(({ at }) => at.file.startsWith(folder));
}
