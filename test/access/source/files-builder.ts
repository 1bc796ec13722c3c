import type { FieldRight } from '../../../src/model/access.ts';
import type { Additions, Container, Entries, ObjectRight } from '../../../src/model/container.ts';
import type { Needs } from '../../../src/model/needs.ts';
import type { Gap, Location, Part } from '../../../src/model/part.ts';
import type { Catalogue, Field, Flow, Snapshot } from '../../../src/model/snapshot.ts';
import { asOf, fieldNeed, ok } from '../org-parts.ts';

/** What a file says: `yes` and `no` are entries that are there. */
export interface Says {
  readonly system?: readonly string[];
  readonly objects?: Readonly<Record<string, readonly ObjectRight[]>>;
  /** `Account.Site` → `edit` (and read with it), `read` (and an entry that edit is not) or `none`. */
  readonly fields?: Readonly<Record<string, FieldRight | 'none'>>;
  readonly flows?: readonly string[];
  /** System permissions that are there and not enabled. */
  readonly notSystem?: readonly string[];
  readonly notFlows?: readonly string[];
  /** Its file could not be read. */
  readonly malformed?: true;
  /** An entry of its file could not be read. */
  readonly oddEntry?: true;
  readonly sessionBased?: true;
  readonly title?: string;
}

export interface Files {
  readonly needs: Needs;
  readonly profiles?: Readonly<Record<string, Says>>;
  readonly sets?: Readonly<Record<string, Says>>;
  readonly muting?: Readonly<Record<string, Says>>;
  readonly groups?: Readonly<
    Record<string, { readonly members: readonly string[]; readonly muting?: readonly string[] }>
  >;
  readonly flows?: readonly Flow[];
  readonly catalogue?: Readonly<Record<string, readonly Field[]>>;
  readonly apiVersion?: string | null;
}

const cannotTell: Gap = { code: 'source-cannot-tell', message: 'files do not tell' };
const unavailable: Part<never> = { status: 'unavailable', reason: cannotTell };
const malformed: Gap = { code: 'file-unreadable', message: 'the file is malformed', at: place('bad.xml', 3) };

export function place(file: string, line: number): Location {
  return { file, line, column: 5 };
}

/** A snapshot of files in which all that is not said is not there. */
export function filesOf(files: Files): Snapshot {
  const each = (kind: Container['kind'], all: Readonly<Record<string, Says>> = {}) =>
    Object.entries(all).map(([name, says]) => containerOf(kind, name, says));
  return {
    snapshotVersion: 1,
    collectedAt: asOf,
    source: { kind: 'source', directories: ['.'], apiVersion: files.apiVersion ?? null, facts: null },
    cost: { files: 1, bytes: 1, containers: 1, entries: 1 },
    needs: files.needs,
    auditor: unavailable,
    organization: unavailable,
    limits: unavailable,
    availablePermissions: ok(files.needs.systemPermissions ?? []),
    permissionableObjects: unavailable,
    catalogue: Object.fromEntries(
      (files.needs.objects ?? []).map((object): [string, Part<Catalogue>] => [
        object,
        ok({ seenBy: 'source', fields: files.catalogue?.[object] ?? [] }),
      ]),
    ),
    flows: ok(files.flows ?? []),
    otherFlows: cannotTell,
    subjects: [],
    containers: [
      ...each('profile', files.profiles),
      ...each('permission-set', files.sets),
      ...each('muting', files.muting),
    ],
    groups: Object.entries(files.groups ?? {}).map(([name, { members, muting = [] }]) => ({
      id: `group:${name}`,
      apiName: name,
      title: name,
      status: 'Updated',
      sessionBased: false,
      components: ok({
        members: members.map((member) => `permission-set:${member}`),
        muting: muting.map((set) => `muting:${set}`),
      }),
      at: place(`${name}.permissionsetgroup`, 2),
    })),
    warnings: [],
  };
}

function containerOf(kind: Container['kind'], name: string, says: Says): Container {
  const file = `${name}.xml`;
  const at = (line: number): Location => place(file, line);
  const part = <T>(value: readonly T[]): Part<readonly T[]> =>
    says.malformed ? { status: 'unavailable', reason: malformed } : ok(value);
  return {
    id: `${kind}:${name}`,
    kind,
    title: says.title ?? name,
    apiName: name,
    completeness: says.malformed
      ? { kind: 'partial', reason: malformed }
      : says.oddEntry
        ? { kind: 'partial', reason: { ...cannotTell, at: at(5) } }
        : kind === 'profile'
          ? { kind: 'partial', reason: { ...cannotTell, message: `${file} does not mention it` } }
          : { kind: 'complete' },
    isCustom: true,
    sessionBased: says.sessionBased ?? false,
    groupId: null,
    license: null,
    systemPermissions: part((says.system ?? []).map((permission) => ({ permission, at: at(10) }))),
    objects: part(
      Object.entries(says.objects ?? {}).flatMap(([object, rights]) =>
        rights.map((right) => ({ object, rights: [right], at: at(20) })),
      ),
    ),
    fields: part(
      Object.entries(says.fields ?? {}).flatMap(([field, right]) => [
        ...(right === 'none' ? [] : [{ ...fieldNeed(field), read: true, edit: false, at: at(32) }]),
        ...(right === 'edit' ? [{ ...fieldNeed(field), read: false, edit: true, at: at(31) }] : []),
      ]),
    ),
    flows: part((says.flows ?? []).map((flow) => ({ flowId: `flow:${flow}`, at: at(40) }))),
    denials: denialsOf(says, at),
    at: at(2),
    additions: additionsOf(says, at),
  };
}

const allRights = [
  ...['read', 'create', 'edit', 'delete', 'viewAllRecords', 'modifyAllRecords', 'viewAllFields'],
] as readonly ObjectRight[];

const denialsOf = (says: Says, at: (line: number) => Location): Entries => ({
  systemPermissions: (says.notSystem ?? []).map((permission) => ({ permission, at: at(11) })),
  objects: Object.entries(says.objects ?? {}).flatMap(([object, rights]) =>
    allRights
      .filter((right) => !rights.includes(right))
      .map((right) => ({ object, rights: [right], at: at(21) })),
  ),
  fields: Object.entries(says.fields ?? {}).flatMap(([field, right]) => [
    ...(right === 'none' ? [{ ...fieldNeed(field), read: true, edit: false, at: at(34) }] : []),
    ...(right === 'edit' ? [] : [{ ...fieldNeed(field), read: false, edit: true, at: at(33) }]),
  ]),
  flows: (says.notFlows ?? []).map((flow) => ({ flowId: `flow:${flow}`, at: at(41) })),
});

const additionsOf = (says: Says, at: (line: number) => Location): Additions => ({
  systemPermissions: at(90),
  objects: at(91),
  fields: {
    ...Object.fromEntries(Object.keys(says.fields ?? {}).map((field) => [fieldNeed(field).object, at(92)])),
    '': at(93),
  },
  flows: at(94),
});
