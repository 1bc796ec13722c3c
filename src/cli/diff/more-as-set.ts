import { dirname } from 'node:path';
import { decideAccess } from '../../access/decide-access.ts';
import { type More, moreInAfter } from '../../diff/index.ts';
import { digestAccess, indexOf } from '../../history/index.ts';
import { permissionSetXml } from '../../metadata/permission-set-xml.ts';
import type { Access } from '../../model/access.ts';
import type { Comparison } from '../../model/comparison.ts';
import type { PermissionSetDraft } from '../../model/permission-set.ts';
import { firstOf } from '../../plain/lists.ts';
import { terminalText } from '../../reporters/terminal-text.ts';
import { withChanges } from '../../what-if/with-changes.ts';
import { wrongUsage } from '../failure.ts';
import { makeFolder, writeText } from '../files.ts';
import type { World } from '../world.ts';
import type { Content, ReadSide } from './read-side.ts';
import type { WantedSet } from './wanted-set.ts';

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
  const more = moreInAfter(before, after);
  const say = (text: string) => world.stderr.write(`${terminalText(text)}\n`);
  if (more.wanted.length === 0) {
    say('Nothing is written: B is granted nothing that a permission set could give to A.');
    for (const { permission, why } of more.left) say(`Not in it: ${permission}: ${why}.`);
  } else {
    const description = `What ${b.side.named} grants ${pair.after.name} and ${a.side.named} does not grant ${pair.before.name}.`;
    const draft: PermissionSetDraft = {
      ...{ name, label: name.replaceAll('_', ' '), entries: more.entries },
      description: description.slice(0, longestDescription),
    };
    const flows = from.snapshot.flows.status === 'ok' ? from.snapshot.flows.value : [];
    makeFolder(dirname(file), world);
    writeText(world, file, permissionSetXml(draft, flows));
    for (const text of whatItGives(withSet(from, before, draft), more, file)) say(text);
  }
  for (const text of beyondSets(comparison)) say(`Not in it: ${text}`);
}

/** PermissionSet, Metadata API. */
const longestDescription = 255;

function snapshotOf(content: Content, named: string): Content & { readonly form: 'snapshot' } {
  if (content.form === 'snapshot') return content;
  throw wrongUsage(
    `--as-permission-set needs to know all that is granted, and ${named} is a ${content.form}, which does not tell. Name a snapshot, an org or files`,
  );
}

interface WithSet {
  readonly isGranted: (permission: string) => boolean;
  readonly whyNot: (permission: string) => string;
  /** Everything that is granted with the set, and is not without it. */
  readonly gained: readonly string[];
}

/** The set as good as assigned to A. */
function withSet(
  { snapshot, question }: Content & { readonly form: 'snapshot' },
  before: Access,
  set: PermissionSetDraft,
): WithSet {
  const subjectId = before.subject.id;
  const situation = withChanges({ snapshot, ...question }, [{ kind: 'add-set', subjectId, set }]);
  const was = indexOf(digestAccess(before, snapshot));
  const is = indexOf(digestAccess(decideAccess(situation.snapshot, subjectId), situation.snapshot));
  const isGranted = (permission: string) => is.decided(permission)?.decision === 'granted';
  return {
    isGranted,
    whyNot: (permission) =>
      is
        .decided(permission)
        ?.because.map(({ message }) => message)
        .join('; ') || 'the org of A does not have it',
    gained: is.permissions.filter((name) => isGranted(name) && was.decided(name)?.decision !== 'granted'),
  };
}

function whatItGives({ isGranted, whyNot, gained }: WithSet, more: More, file: string): readonly string[] {
  const { wanted, left } = more;
  const surplus = gained.filter(
    (name) => ![...wanted, ...left.map((each) => each.permission)].includes(name),
  );
  const given = gained.length - surplus.length;
  return [
    `Wrote ${file}: it gives A ${given} permissions that B has.`,
    ...wanted.filter((name) => !isGranted(name)).map((name) => `Not given by it: ${name}: ${whyNot(name)}.`),
    ...left
      .filter(({ permission }) => !isGranted(permission))
      .map(({ permission, why }) => `Not in it: ${permission}: ${why}.`),
    ...(surplus.length > 0 ? [`Given by it beside, together with what A has: ${firstOf(surplus)}.`] : []),
  ];
}

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
