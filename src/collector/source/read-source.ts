import type { Needs } from '../../model/needs.ts';
import type { FilesCost, FilesSource, Snapshot } from '../../model/snapshot.ts';
import type { Profile } from '../../model/subject.ts';
import { deepFreeze } from '../../plain/deep-freeze.ts';
import { nameKey } from '../../salesforce/names.ts';
import { catalogueIn } from './assemble/catalogue.ts';
import { assembleMetadata } from './assemble/snapshot.ts';
import { interestIn, neededObjects } from './interest.ts';
import { readFiles } from './parallel/read-files.ts';
import {
  type FoundMetadata,
  findMetadata,
  type MetadataFile,
  type SourceProblem,
} from './project/find-metadata.ts';

export interface SourceRequest {
  readonly directories: readonly string[];
  readonly cwd: string;
  /** Expanded needs: entries are kept for these alone. */
  readonly needs: Needs;
  readonly collectedAt: string;
  /** Fields that an org has, to find by label which fields are needed; from the facts, or {}. */
  readonly catalogue: Snapshot['catalogue'];
  readonly signal?: AbortSignal;
  readonly onProgress?: (step: {
    readonly part: string;
    readonly done: number;
    readonly total: number;
  }) => void;
}

export interface SourceReading {
  /** No subjects yet, no group aggregates: those are computed from `groups`. */
  readonly snapshot: Snapshot & { readonly source: FilesSource; readonly cost: FilesCost };
  /** By container Id: what each profile file says of its profile. */
  readonly profiles: ReadonlyMap<string, Profile>;
  /** By container Id or group Id: its files, as reports show them. */
  readonly filesOf: ReadonlyMap<string, readonly string[]>;
  /** Files that concern every subject: flows, objects, fields, sfdx-project.json, .forceignore (those there are). */
  readonly sharedFiles: readonly string[];
  /** Files and folders that could not be opened: what they hold is not in the snapshot. */
  readonly unread: readonly SourceProblem[];
}

/**
 * Reads metadata files into a snapshot. The fields come first, for they tell which API names a needed label means;
 * then all that grants or restricts. What nobody needs is counted and passed over.
 * @throws SourceError only where nothing at all can be read; the signal's reason where it was aborted.
 */
export async function readSource(request: SourceRequest): Promise<SourceReading> {
  const { cwd, collectedAt, signal } = request;
  const { needs, directories } = structuredClone({ needs: request.needs, directories: request.directories });
  const found = await findMetadata(directories, cwd, signal);
  const { schema, others } = filesToRead(found, needs);
  const read = (files: readonly MetadataFile[], before: number, interest: Parameters<typeof readFiles>[1]) =>
    readFiles(files, interest, signal, progress(request, before, schema.length + others.length));
  const apiVersion = versionNumber(found.apiVersion);
  const known = { needs, apiVersion, knownObjects: knownObjects(found, request), namespace: found.namespace };
  const fields = await read(schema, 0, interestIn({ ...known, catalogues: [] }));
  const catalogue = catalogueIn(fields, neededObjects(needs));
  const interest = interestIn({ ...known, catalogues: [catalogue, request.catalogue] });
  const readings = [...fields, ...(await read(others, fields.length, interest))];
  return deepFreeze({
    ...assembleMetadata({ directories, needs, collectedAt, found, apiVersion, catalogue, readings }),
    unread: found.unread,
    sharedFiles: [
      ...found.settings,
      ...[...schema, ...others].filter(isShared).map(({ file }) => file),
    ].toSorted(),
  });
}

const isSchema = ({ kind }: MetadataFile): boolean => kind === 'object' || kind === 'field';
const isFlow = ({ kind }: MetadataFile): boolean => kind === 'flow' || kind === 'flow-definition';
const isShared = (file: MetadataFile): boolean => isSchema(file) || isFlow(file);

/** Of objects, fields and flows those that somebody needs; of all else everything. */
function filesToRead({ files }: FoundMetadata, needs: Needs) {
  const objects = new Set(neededObjects(needs).map(nameKey));
  return {
    schema: files.filter((file) => isSchema(file) && objects.has(nameKey(file.object ?? file.name))),
    others: files.filter((file) => !isSchema(file) && (needs.flows === true || !isFlow(file))),
  };
}

/** Names of the objects that are there; null where the project defines none, and so tells nothing. */
function knownObjects({ files }: FoundMetadata, { catalogue }: SourceRequest): ReadonlySet<string> | null {
  if (!files.some(({ kind }) => kind === 'object')) return null;
  const defined = files.filter(isSchema).map(({ object, name }) => object ?? name);
  const inOrg = Object.entries(catalogue).flatMap(([object, part]) =>
    part.status === 'unavailable' && part.reason.code === 'not-in-org' ? [] : [object],
  );
  return new Set([...defined, ...inOrg].map(nameKey));
}

/** `67.0` as a number; null where nothing says it, or not so. */
function versionNumber(apiVersion: string | null): number | null {
  return apiVersion !== null && /^\d+(\.\d+)?$/.test(apiVersion) ? Number(apiVersion) : null;
}

/** Told a hundred times at most: a terminal shows no more. */
function progress({ onProgress }: SourceRequest, before: number, total: number) {
  const step = Math.max(1, Math.floor(total / 100));
  return (read: number) => {
    const done = before + read;
    if (done % step === 0 || done === total) onProgress?.({ part: 'metadata files', done, total });
  };
}
