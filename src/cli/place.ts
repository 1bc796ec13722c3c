import type { Entry } from '../model/access.ts';
import type { Needs } from '../model/needs.ts';
import type { Skipped } from '../model/report.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Choices } from './choices/read-choices.ts';
import { wrongUsage } from './failure.ts';
import { type OrgArguments, signInArguments } from './org-arguments.ts';
import type { ProjectArguments } from './project/read-project.ts';
import { onlyUsers, readSnapshotFile } from './snapshot-file.ts';
import type { World } from './world.ts';

/** Arguments that say which place is read: a live org, a snapshot, or metadata files. */
export interface PlaceArguments extends Partial<ProjectArguments>, OrgArguments {
  readonly allOrgs?: boolean | undefined;
  readonly concurrency?: number | undefined;
  readonly shard?: string | undefined;
  readonly snapshot?: string | undefined;
  readonly apiVersion?: string | undefined;
  readonly allApiOnly?: boolean | undefined;
}

/** What is wanted of it. */
export interface Wanted {
  readonly needs: Needs;
  /** What is not settled by a first reading of an org, and worth looking for who else would grant it. */
  readonly missing: (snapshot: Snapshot) => readonly Entry[];
}

export interface ReadPlace {
  readonly snapshot: Snapshot;
  /** The file the snapshot was read back from; null where a place was read now. */
  readonly snapshotFile: string | null;
  readonly skipped: readonly Skipped[];
}

/** Reads the place that the arguments name, for whom they name. What would be passed over is refused. */
export async function readPlace(
  args: PlaceArguments,
  choices: Choices,
  wanted: Wanted,
  world: World,
): Promise<ReadPlace> {
  const { snapshot: file, sourceDir } = args;
  refuseOtherPlaces(args);
  if (file !== undefined) {
    const snapshot = onlyUsers(readSnapshotFile(file, world), args.user ?? [], file);
    return { snapshot, snapshotFile: file, skipped: [] };
  }
  if (sourceDir !== undefined) {
    const { readProject } = await import('./project/read-project.ts');
    const read = await readProject({ ...args, sourceDir }, choices, wanted.needs, world);
    return { ...read, snapshotFile: null };
  }
  const { readLiveOrg } = await import('./live-org.ts');
  const { org, users, apiVersion } = choices;
  const snapshot = await readLiveOrg({ org, apiVersion, users, ...wanted }, world);
  return { snapshot, snapshotFile: null, skipped: [] };
}

const orgArguments = ['targetOrg', 'instanceUrl', ...signInArguments, 'apiVersion', 'allApiOnly'] as const;
const oneOrgArguments = ['targetOrg', 'instanceUrl', ...signInArguments, 'snapshot'] as const;
const sourceArguments = [
  ...['profile', 'permissionSet', 'permissionSetGroup', 'persona', 'eachApiOnly'],
  ...['facts', 'changedSince', 'writeManifest'],
] as const;

/**
 * One place is read, or all orgs of the configuration. A snapshot and metadata files answer by themselves: what would
 * name an org beside them is a mistake.
 */
export function refuseOtherPlaces(args: PlaceArguments): void {
  const given = (names: readonly string[]) =>
    names
      .filter(
        (name) =>
          args[name as keyof PlaceArguments] !== undefined && args[name as keyof PlaceArguments] !== false,
      )
      .map((name) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
  const refuse = (place: string, names: readonly string[], other: string) => {
    if (names.length === 0) return;
    throw wrongUsage(
      `${place}, and ${names.join(', ')} ${names.length > 1 ? 'ask' : 'asks'} for ${other}. Leave one of them out`,
    );
  };
  const source = args.sourceDir === undefined ? [] : ['--source-dir'];
  if (args.allOrgs) {
    refuse('--all-orgs audits the orgs of the configuration', given(oneOrgArguments), 'one place');
    refuse('--all-orgs audits orgs', [...source, ...given(sourceArguments)], 'metadata files');
    return;
  }
  refuse('--all-orgs is not given', given(['concurrency', 'shard']), 'many orgs');
  if (args.snapshot !== undefined) {
    const files = [...source, ...given(sourceArguments)];
    refuse('--snapshot is audited without an org', given(orgArguments), 'one');
    refuse('--snapshot is audited by itself', files, 'metadata files');
  } else if (args.sourceDir !== undefined) {
    refuse('--source-dir reads files without an org', given(orgArguments), 'one');
  } else {
    refuse('No --source-dir is given', given(sourceArguments), 'metadata files');
  }
}
