import { readSnapshot } from '../../collector/file.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Subject } from '../../model/subject.ts';
import { parseReportFile } from '../../report-files/parse-report-file.ts';
import { cannotRead, wrongUsage } from '../failure.ts';
import { readText } from '../files.ts';
import { onlyUsers } from '../snapshot-file.ts';
import type { World } from '../world.ts';
import type { NamedSide } from './named-side.ts';
import { type Content, choicesOf, type Reading, type ReadSide } from './read-side.ts';
import type { Whose } from './whose.ts';

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
