import { type Grants, mutedGrants, savedGrants } from '../../src/emulator/org/grants.ts';
import type { ObjectRightName, PermissionEntries } from '../../src/emulator/org-description.ts';
import type { Content } from './layout.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One entry of a container: what it is about, and what of it is so. */
export interface Statement {
  readonly kind: 'userPermissions' | 'objectPermissions' | 'fieldPermissions' | 'flowAccesses';
  /** API name of the permission, object or flow, or `Account.X__c`. */
  readonly subject: string;
  readonly flags: Readonly<Record<string, boolean>>;
}

/** In the order in which files have them. */
export const flagOfRight: Readonly<Record<ObjectRightName, string>> = {
  create: 'allowCreate',
  delete: 'allowDelete',
  edit: 'allowEdit',
  read: 'allowRead',
  modifyAllRecords: 'modifyAllRecords',
  viewAllFields: 'viewAllFields',
  viewAllRecords: 'viewAllRecords',
};

/** View All Fields came with this API version; older files do not speak of it. */
export const showsViewAllFields = ({ apiVersion }: Content): boolean =>
  apiVersion === null || Number(apiVersion) >= 63;

/** What a profile or permission set grants, as its file says it. */
export function grantingStatements(
  entries: PermissionEntries,
  words: Vocabulary,
  content: Content,
): readonly Statement[] {
  const isPresent = (name: string) => !words.absentPermissions.includes(name);
  const permissions = new Set([...(entries.system ?? []), 'ViewAllData'].filter(isPresent));
  const saved = savedGrants(entries, { permissions, readOnlyFields: words.readOnlyFields });
  const said = saysAsSaved(content)
    ? saved
    : { ...withBeside(asDescribed(entries), 'viewAllFields', 'read'), fields: saved.fields };
  const statements = statementsOf(said, words, content, (right) => ({
    editable: right === 'edit',
    readable: true,
  }));
  const shown = content.hidesViewedFields ? statements.filter(isShownBeside(statements)) : statements;
  return content.refusals ? [...shown, ...refusals(statements, words, content)] : shown;
}

/** What a muting set takes away: of a field Edit alone, or Read, which takes Edit along. */
export function mutingStatements(
  entries: PermissionEntries,
  words: Vocabulary,
  content: Content,
): readonly Statement[] {
  const asSaved = saysAsSaved(content);
  const said = asSaved ? mutedGrants(entries) : withBeside(asDescribed(entries), 'read', 'viewAllFields');
  const statements = statementsOf(said, words, content, (right) => ({
    editable: asSaved || right === 'edit',
    readable: right === 'read',
  }));
  const all = content.refusals ? [...statements, ...refusals(statements, words, content)] : statements;
  return all.map((each) => ({ ...each, subject: spelt(each, content) }));
}

/** A file that cannot speak of View All Fields has to say what that requires. */
const saysAsSaved = (content: Content): boolean =>
  content.rights === 'as saved' || !showsViewAllFields(content);

const asDescribed = ({ system, objects, fields, flows }: PermissionEntries): Grants => ({
  system: new Set(system),
  objects: new Map(Object.entries(objects ?? {}).map(([name, rights]) => [name, new Set(rights)])),
  fields: new Map(Object.entries(fields ?? {})),
  flows: new Set(flows),
});

/**
 * That View All Fields requires Read, and goes where Read is muted, is documented nowhere, so no reader could know the
 * one from the other: what the org does about it, its files have to say.
 */
function withBeside(grants: Grants, right: ObjectRightName, beside: ObjectRightName): Grants {
  const objects = [...grants.objects].map(([name, rights]): [string, ReadonlySet<ObjectRightName>] => [
    name,
    rights.has(right) ? new Set([...rights, beside]) : rights,
  ]);
  return { ...grants, objects: new Map(objects) };
}

function statementsOf(
  { system, objects, fields, flows }: Grants,
  words: Vocabulary,
  content: Content,
  fieldFlags: (right: 'read' | 'edit') => Statement['flags'],
): readonly Statement[] {
  const statements: readonly Statement[] = [
    ...[...system].map((subject) => ({
      kind: 'userPermissions' as const,
      subject,
      flags: { enabled: true },
    })),
    ...[...objects].map(([subject, rights]) => ({
      ...{ kind: 'objectPermissions' as const, subject },
      flags: rightFlags(rights, content),
    })),
    ...[...fields].map(([subject, right]) => ({
      ...{ kind: 'fieldPermissions' as const, subject },
      flags: fieldFlags(right),
    })),
    ...[...flows].map((name) => ({
      ...{ kind: 'flowAccesses' as const, subject: words.flows.get(name) ?? name },
      flags: { enabled: true },
    })),
  ];
  return statements.filter(({ flags }) => Object.values(flags).includes(true));
}

function rightFlags(rights: ReadonlySet<ObjectRightName>, content: Content): Statement['flags'] {
  const known = Object.entries(flagOfRight).filter(
    ([right]) => right !== 'viewAllFields' || showsViewAllFields(content),
  );
  return Object.fromEntries(known.map(([right, flag]) => [flag, rights.has(right as ObjectRightName)]));
}

/** Metadata API, "PermissionSet": with View All Fields on, single fields are not returned. */
function isShownBeside(statements: readonly Statement[]): (each: Statement) => boolean {
  const viewed = statements.filter(({ flags }) => flags.viewAllFields === true).map(({ subject }) => subject);
  return ({ kind, subject }) =>
    kind !== 'fieldPermissions' || !viewed.includes(subject.slice(0, subject.indexOf('.')));
}

/** No to everything that could be said yes to and was not. */
function refusals(
  said: readonly Statement[],
  { grantable, flows }: Vocabulary,
  content: Content,
): readonly Statement[] {
  const no = (kind: Statement['kind'], subject: string, flags: Statement['flags']): readonly Statement[] =>
    said.some((each) => each.kind === kind && each.subject === subject) ? [] : [{ kind, subject, flags }];
  return [
    ...[...grantable.system].flatMap((name) => no('userPermissions', name, { enabled: false })),
    ...[...grantable.objects].flatMap((name) =>
      no('objectPermissions', name, rightFlags(new Set(), content)),
    ),
    ...[...grantable.fields].flatMap((name) =>
      no('fieldPermissions', name, { editable: false, readable: false }),
    ),
    ...[...flows.values()].flatMap((name) => no('flowAccesses', name, { enabled: false })),
  ];
}

function spelt({ kind, subject }: Statement, { mutingSpells }: Content): string {
  if (mutingSpells === 'lower case' && kind !== 'flowAccesses') return subject.toLowerCase();
  if (mutingSpells === 'without Id' && kind === 'fieldPermissions') return subject.replace(/Id$/, '');
  return subject;
}
