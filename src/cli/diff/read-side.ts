import { resolve } from 'node:path';
import { readSnapshot } from '../../collector/file.ts';
import type { LoadedConfiguration } from '../../config/configuration.ts';
import { mergeNeeds } from '../../engine/index.ts';
import type { HistoryRecord } from '../../model/history.ts';
import type { Needs } from '../../model/needs.ts';
import type { Report } from '../../model/report.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Subject } from '../../model/subject.ts';
import { parseReportFile } from '../../report-files/parse-report-file.ts';
import type { ChoiceArguments } from '../choices/choice-arguments.ts';
import { type Choices, choicesFor } from '../choices/read-choices.ts';
import { cannotRead, wrongUsage } from '../failure.ts';
import { readText } from '../files.ts';
import type { ProjectArguments } from '../project/read-project.ts';
import { type Question, questionNeeds } from '../question.ts';
import { onlyUsers } from '../snapshot-file.ts';
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

/** Reads a file: a snapshot, a JSON report, or a record of a run, told apart by what is in it. */
export async function readFileSide(side: NamedSide, whose: Whose, reading: Reading): Promise<ReadSide> {
  const { loaded, args, world } = reading;
  const text = readText(world, side.name, 4);
  const read = await contentOf(text, side.name, world);
  const users = whose.user ?? [];
  if (read.form === 'snapshot') {
    const { question } = await choicesOf(args, loaded?.configuration.targetOrg, whose, reading);
    const snapshot = onlyUsers(read.snapshot, users, side.name);
    return { side, revision: null, content: { ...read, snapshot, question } };
  }
  const all =
    read.form === 'report' ? read.report.subjects : read.record.subjects.map(({ subject }) => subject);
  const chosen = chosenIds(all, users, side.name);
  const content: Content =
    read.form === 'report'
      ? { ...read, report: { ...read.report, subjects: all.filter(({ id }) => chosen.has(id)) } }
      : {
          ...read,
          record: {
            ...read.record,
            subjects: read.record.subjects.filter(({ subject }) => chosen.has(subject.id)),
          },
        };
  return { side, content, revision: null };
}

type FileContent =
  | { readonly form: 'snapshot'; readonly snapshot: Snapshot; readonly file: string }
  | Exclude<Content, { form: 'snapshot' }>;

async function contentOf(text: string, file: string, world: World): Promise<FileContent> {
  const refuse = (problem: string) =>
    cannotRead(
      `${file} cannot be compared: ${problem}. Name a snapshot (\`syncgate collect\`) or a JSON report of one org`,
    );
  const version = versionIn(text);
  if (version === 'snapshotVersion') {
    const read = readSnapshot(text);
    if ('problem' in read) throw refuse(read.problem);
    return { form: 'snapshot', snapshot: read.snapshot, file };
  }
  if (version === 'historyVersion') {
    const { readRecordFile } = await import('../history-files.ts');
    return { form: 'record', record: await readRecordFile(file, world) };
  }
  const read = parseReportFile(text);
  if ('problem' in read) throw refuse(read.problem);
  if (read.kind === 'sarif') throw refuse('SARIF has forgotten too much');
  if (read.kind === 'set') throw refuse('it has the reports of several orgs');
  return { form: 'report', report: read.report };
}

/** By which version a document calls itself what it is. */
function versionIn(text: string): string | undefined {
  try {
    const data: unknown = JSON.parse(text);
    if (data === null || typeof data !== 'object') return undefined;
    return ['snapshotVersion', 'historyVersion'].find((key) => Object.hasOwn(data, key));
  } catch {
    return undefined;
  }
}

function chosenIds(there: readonly Subject[], users: readonly string[], file: string): ReadonlySet<string> {
  const isCalled = ({ id, name }: Subject, user: string): boolean =>
    id === user || name.toLowerCase() === user.toLowerCase();
  for (const user of users) {
    if (there.some((subject) => isCalled(subject, user))) continue;
    throw wrongUsage(`${user} is not in ${file}. It holds ${there.map(({ name }) => name).join(', ')}`);
  }
  const wanted = there.filter(
    (subject) => users.length === 0 || users.some((user) => isCalled(subject, user)),
  );
  return new Set(wanted.map(({ id }) => id));
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
const choicesOf = (
  args: SideArguments,
  org: string | undefined,
  whose: Whose,
  { loaded, world }: Reading,
): Promise<Choices> => choicesFor({ ...args, user: whose.user }, loaded, org, world);
