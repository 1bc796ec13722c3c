import { uncovered } from '../../access/uncovered-needs.ts';
import { withAggregates } from '../../access/with-aggregates.ts';
import { withFacts } from '../../access/with-facts.ts';
import { withPersonas } from '../../access/with-personas.ts';
import { SourceError } from '../../collector/source/project/source-error.ts';
import { readSource, type SourceReading } from '../../collector/source/read-source.ts';
import { mergeNeeds } from '../../engine/index.ts';
import type { Needs } from '../../model/needs.ts';
import type { Skipped } from '../../model/report.ts';
import type { OrgSnapshot, Snapshot } from '../../model/snapshot.ts';
import { firstOf } from '../../plain/lists.ts';
import { renderManifest } from '../../reporters/manifest.ts';
import type { Choices } from '../choices/read-choices.ts';
import { cannotRead, Refusal, wrongUsage } from '../failure.ts';
import { writeText } from '../files.ts';
import { progressOn } from '../progress.ts';
import { onlyUsers, readSnapshotFile } from '../snapshot-file.ts';
import type { World } from '../world.ts';
import { onlyChanged } from './changed-since.ts';
import { chosenPersonas, type PersonaArguments } from './personas.ts';

export interface ProjectArguments extends PersonaArguments {
  readonly sourceDir: readonly string[];
  readonly facts?: string | undefined;
  readonly changedSince?: string | undefined;
  readonly writeManifest?: string | undefined;
}

export interface ReadProject {
  readonly snapshot: Snapshot;
  readonly skipped: readonly Skipped[];
}

/**
 * Reads metadata files, joined with the facts of an org where there are some, and chooses who is audited.
 * This file alone brings in the source collector: what does not read files never loads it.
 */
export async function readProject(
  args: ProjectArguments,
  choices: Choices,
  wanted: Needs,
  world: World,
): Promise<ReadProject> {
  const facts = args.facts === undefined ? null : readFacts(args.facts, wanted, world);
  // Whom to offer, where nobody is named, and --each-api-only ask for it.
  const needs = mergeNeeds([wanted, { systemPermissions: ['ApiUserOnly'] }]);
  const reading = await readFiles(args.sourceDir, needs, facts, world);
  const joined = facts === null ? reading.snapshot : withFacts(wholly(reading), facts);
  const snapshot = { ...withSubjects(withAggregates(joined), reading, args, choices), needs: wanted };
  if (args.writeManifest !== undefined) writeText(world, args.writeManifest, renderManifest(snapshot));
  if (args.changedSince === undefined) return { snapshot, skipped: [] };
  return onlyChanged(snapshot, reading, { ...args, since: args.changedSince, files: choices.files }, world);
}

async function readFiles(
  directories: readonly string[],
  needs: Needs,
  facts: OrgSnapshot | null,
  world: World,
): Promise<SourceReading> {
  const progress = progressOn(world.stderr);
  try {
    return await readSource({
      directories,
      cwd: world.cwd,
      needs,
      collectedAt: world.now().toISOString(),
      catalogue: facts?.catalogue ?? {},
      signal: world.signal,
      onProgress: progress.show,
    });
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    throw new Refusal(error.kind === 'usage' ? 2 : 4, error.message, { cause: error });
  } finally {
    progress.clear();
  }
}

/** The snapshot, if all could be opened: facts would stand in for what the files were to change. */
function wholly({ snapshot, unread }: SourceReading): Snapshot {
  const [first] = unread;
  if (first === undefined) return snapshot;
  throw cannotRead(
    `${first.at.file}: ${first.message}, and --facts would tell what the org has in its place. Make it readable, or leave it out with .forceignore`,
  );
}

function readFacts(file: string, needs: Needs, world: World): OrgSnapshot {
  const facts = readSnapshotFile(file, world);
  if (facts.source.kind !== 'org' || !('roundTrips' in facts.cost)) {
    throw wrongUsage(
      `${file} is a snapshot of metadata files, which know no facts of an org. Collect one from the org: \`syncgate collect --target-org ALIAS --user USERNAME --output ${file}\``,
    );
  }
  const org = { ...facts, source: facts.source, cost: facts.cost };
  const lacking = uncovered(org, needs);
  if (lacking.length > 0) {
    throw wrongUsage(
      `${file} was collected for other packs: it does not tell of ${firstOf(lacking)}. Collect it again with the packs and settings of this run`,
    );
  }
  return org;
}

/** Users of the facts, or personas. */
function withSubjects(
  snapshot: Snapshot,
  { profiles }: SourceReading,
  args: ProjectArguments,
  choices: Choices,
): Snapshot {
  const ofFacts = args.facts !== undefined;
  const { user = [] } = args;
  if (user.length > 0 && !ofFacts) {
    throw wrongUsage(
      '--user names a user of an org, and files have none. Name a persona (--profile, --permission-set, --permission-set-group), or add a snapshot of the org with --facts FILE',
    );
  }
  if (user.length > 0) {
    if (args.profile ?? args.permissionSet ?? args.permissionSetGroup ?? args.persona ?? args.eachApiOnly) {
      throw wrongUsage('--user audits a user of the facts, and the others name a persona. Give one of them');
    }
    return onlyUsers(snapshot, user, args.facts ?? '');
  }
  const personas = chosenPersonas(snapshot, args, choices.personas, ofFacts);
  return personas === 'users-of-facts'
    ? snapshot
    : withPersonas({ ...snapshot, subjects: [] }, personas, profiles);
}
