import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { decideAccess, decideAll } from '../../access/decide-access.ts';
import { type LeftOut, moreInAfter } from '../../diff/index.ts';
import { digestAccess, indexOf } from '../../history/index.ts';
import { permissionSetPath, permissionSetXml } from '../../metadata/permission-set-xml.ts';
import type { Access } from '../../model/access.ts';
import type { Comparison } from '../../model/comparison.ts';
import type { PermissionSetDraft } from '../../model/permission-set.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { firstOf } from '../../plain/lists.ts';
import { terminalText } from '../../reporters/terminal-text.ts';
import { withChanges } from '../../what-if/with-changes.ts';
import { fileTrouble, wrongUsage } from '../failure.ts';
import { writeText } from '../files.ts';
import type { World } from '../world.ts';
import type { Content, ReadSide } from './read-side.ts';

/** What the set is called, and the folder of the package that it is written to. */
export interface SetArguments {
  readonly asPermissionSet?: string | undefined;
  readonly outputDir?: string | undefined;
}

export interface WantedSet {
  readonly name: string;
  readonly file: string;
}

/**
 * Where the set is to be written; undefined where none is asked for.
 *
 * @throws Refusal (2) before anything is read, for a name that no org takes, or a file that is there.
 */
export function wantedSet(
  { asPermissionSet: name, outputDir }: SetArguments,
  world: World,
): WantedSet | undefined {
  if (name === undefined && outputDir === undefined) return undefined;
  if (name === undefined || outputDir === undefined) {
    throw wrongUsage('--as-permission-set NAME and --output-dir DIR belong together. Give both');
  }
  if (!/^[A-Za-z](?:_?[A-Za-z0-9])*$/u.test(name) || name.length > 80) {
    throw wrongUsage(
      `--as-permission-set ${name} is no API name. Begin with a letter; take letters, digits and single underscores, 80 at most`,
    );
  }
  const file = join(outputDir, permissionSetPath({ name }));
  if (existsSync(resolve(world.cwd, file))) {
    throw wrongUsage(`${file} is there already. Give another name or folder, or move it away`);
  }
  return { name, file };
}

/** Writes what B grants and A does not as a permission set, and says what such a set cannot give. */
export function writeMore(
  { name, file }: WantedSet,
  comparison: Comparison,
  [a, b]: readonly [ReadSide, ReadSide],
  world: World,
): void {
  const [pair, ...others] = comparison.subjects;
  if (pair === undefined || others.length > 0) {
    throw wrongUsage(
      '--as-permission-set is about one user or persona, and several are compared. Choose with --user or --persona',
    );
  }
  const from = snapshotOf(a.content, a.side.named);
  const before = decideAccess(from.snapshot, pair.before.id);
  const after = decideAccess(snapshotOf(b.content, b.side.named).snapshot, pair.after.id);
  const { entries, wanted, left } = moreInAfter(before, after);
  const say = (text: string) => world.stderr.write(`${terminalText(text)}\n`);
  if (wanted.length === 0)
    say('Nothing is written: B is granted nothing that a permission set could give to A.');
  else {
    const draft: PermissionSetDraft = {
      ...{ name, label: name.replaceAll('_', ' '), entries },
      description:
        `What ${b.side.named} grants ${pair.after.name} and ${a.side.named} does not grant ${pair.before.name}.`.slice(
          0,
          255,
        ),
    };
    const flows = from.snapshot.flows.status === 'ok' ? from.snapshot.flows.value : [];
    makeFolder(file, world);
    writeText(world, file, permissionSetXml(draft, flows));
    const missed = notGiven(from, pair.before.id, draft, wanted);
    say(`Wrote ${file}: it gives A ${wanted.length - missed.length} permissions that B has.`);
    for (const each of missed) say(`Not given by it: ${each.permission}: ${each.why}.`);
  }
  for (const { permission, why } of left) say(`Not in it: ${permission}: ${why}.`);
  for (const text of beyondSets(comparison)) say(`Not in it: ${text}`);
}

function snapshotOf(content: Content, named: string): Content & { readonly form: 'snapshot' } {
  if (content.form === 'snapshot') return content;
  throw wrongUsage(
    `--as-permission-set needs to know all that is granted, and ${named} is a ${content.form}, which does not tell. Name a snapshot, an org or files`,
  );
}

/** The set as good as assigned: what A would still not be granted. */
function notGiven(
  { snapshot, question }: Content & { readonly form: 'snapshot' },
  subjectId: string,
  set: PermissionSetDraft,
  wanted: readonly string[],
): readonly LeftOut[] {
  const situation = withChanges({ snapshot, ...question }, [{ kind: 'add-set', subjectId, set }]);
  const access = decideAll(situation.snapshot).find(({ subject }) => subject.id === subjectId);
  const decided = access === undefined ? undefined : decisionsIn(access, situation.snapshot);
  return wanted.flatMap((permission): readonly LeftOut[] => {
    const found = decided?.(permission);
    if (found?.decision === 'granted') return [];
    const why = found?.because.map(({ message }) => message).join('; ') || 'the org of A does not have it';
    return [{ permission, why }];
  });
}

const decisionsIn = (access: Access, snapshot: Snapshot) => indexOf(digestAccess(access, snapshot)).decided;

/** What differs and is no permission that B has more. */
function beyondSets({ subjects }: Comparison): readonly string[] {
  const decisions = subjects.flatMap((each) => each.decisions);
  const named = (before: string, after: string) =>
    decisions
      .filter((each) => each.before === before && each.after === after)
      .map(({ permission }) => permission);
  const [less, doubtful] = [
    named('granted', 'denied'),
    decisions.filter(({ after }) => after === 'unknown').map(({ permission }) => permission),
  ];
  return [
    ...(less.length > 0
      ? [`what A is granted and B is not, since a set takes nothing away: ${firstOf(less)}.`]
      : []),
    ...(doubtful.length > 0 ? [`what is not known of B: ${firstOf(doubtful)}.`] : []),
    ...subjects.flatMap(({ facts }) => facts.map(({ text }) => text)),
  ];
}

function makeFolder(file: string, world: World): void {
  try {
    mkdirSync(dirname(resolve(world.cwd, file)), { recursive: true });
  } catch (error) {
    throw wrongUsage(`cannot make ${fileTrouble(dirname(file), error)}. Name another folder`);
  }
}
