import { resolve } from 'node:path';
import type { LoadedConfiguration } from '../../config/configuration.ts';
import { mergeNeeds } from '../../engine/index.ts';
import type { HistoryRecord } from '../../model/history.ts';
import type { Needs } from '../../model/needs.ts';
import type { Report } from '../../model/report.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { ChoiceArguments } from '../choices/choice-arguments.ts';
import { type Choices, choicesFor } from '../choices/read-choices.ts';
import { wrongUsage } from '../failure.ts';
import type { ProjectArguments } from '../project/read-project.ts';
import { type Question, questionNeeds } from '../question.ts';
import type { World } from '../world.ts';
import type { NamedSide } from './named-side.ts';
import type { Whose } from './whose.ts';

export interface SideArguments extends ChoiceArguments, Partial<ProjectArguments> {}

/** What is there to compare of one side. */
export type Content =
  | {
      readonly form: 'snapshot';
      readonly snapshot: Snapshot;
      readonly file: string | null;
      readonly question: Question;
    }
  | { readonly form: 'report'; readonly report: Report }
  | { readonly form: 'record'; readonly record: HistoryRecord };

export interface ReadSide {
  readonly side: NamedSide;
  readonly content: Content;
  /** The git commit whose files were read. */
  readonly revision: string | null;
}

/** Where everything comes from that is not in a side's own name. */
export interface Reading {
  readonly args: SideArguments;
  readonly loaded: LoadedConfiguration | undefined;
  readonly world: World;
}

/** Reads a live org: what its own question asks, and what the other side was asked. */
export async function readOrgSide(
  side: NamedSide,
  whose: Whose,
  also: readonly Needs[],
  reading: Reading,
): Promise<ReadSide> {
  const { args, world } = reading;
  const { question, org, users, apiVersion } = await choicesOf(args, side.name, whose, reading);
  const { readLiveOrg } = await import('../live-org.ts');
  const needs = mergeNeeds([questionNeeds(question), ...also]);
  const snapshot = await readLiveOrg({ org, apiVersion, users, needs, missing: () => [] }, world);
  return { side, revision: null, content: { form: 'snapshot', snapshot, file: null, question } };
}

/** Reads metadata files: those of a revision, of a folder, or of `--source-dir` as they stand. */
export async function readFilesSide(
  side: NamedSide,
  whose: Whose,
  also: readonly Needs[],
  reading: Reading,
): Promise<ReadSide> {
  const { args, loaded, world } = reading;
  const choices = await choicesOf(args, loaded?.configuration.targetOrg, whose, reading);
  const { question } = choices;
  const directories = directoriesOf(side, args);
  // Facts were collected for the packs alone.
  const needs = mergeNeeds([questionNeeds(question), ...(args.facts === undefined ? also : [])]);
  const { readProject } = await import('../project/read-project.ts');
  const project = { ...args, ...inFiles(args, whose, world), sourceDir: directories };
  const read = (from: World, sourceDir: readonly string[]) =>
    readProject({ ...project, sourceDir }, choices, needs, from);
  const made = (snapshot: Snapshot, revision: string | null): ReadSide => ({
    ...{ side, revision },
    content: { form: 'snapshot', snapshot, file: null, question },
  });
  if (side.kind !== 'rev') return made((await read(world, directories)).snapshot, null);
  const { withRevision } = await import('./revision.ts');
  return withRevision(directories, side.name, world, async (there) =>
    made((await read(there.world, there.directories)).snapshot, there.commit),
  );
}

function directoriesOf(side: NamedSide, { sourceDir }: SideArguments): readonly string[] {
  if (side.kind === 'dir') return [side.name];
  if (sourceDir !== undefined) return sourceDir;
  throw wrongUsage(
    `${side.named} needs the folder of the metadata files. Give --source-dir DIR, such as --source-dir .`,
  );
}

/** A persona by its name is not put together by arguments; the file of facts stands where we do. */
function inFiles({ facts, ...args }: SideArguments, whose: Whose, { cwd }: World): Partial<ProjectArguments> {
  const named = whose.persona !== undefined;
  return {
    user: whose.user,
    persona: whose.persona,
    facts: facts === undefined ? undefined : resolve(cwd, facts),
    profile: named ? undefined : args.profile,
    permissionSet: named ? undefined : args.permissionSet,
    permissionSetGroup: named ? undefined : args.permissionSetGroup,
  };
}

/** Each side as an audit of it would be asked: an org of the configuration may have settings of its own. */
export const choicesOf = (
  args: SideArguments,
  org: string | undefined,
  whose: Whose,
  { loaded, world }: Reading,
): Promise<Choices> => choicesFor({ ...args, user: whose.user }, loaded, org, world);
