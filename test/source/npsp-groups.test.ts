import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { atomsOf } from '../../src/access/atoms.ts';
import { expandNeeds } from '../../src/access/expand-needs.ts';
import { withAggregates } from '../../src/access/with-aggregates.ts';
import { readSource } from '../../src/collector/source/read-source.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const corpus = '../shared/corpus/metadata/npsp-muting';

/** Everything of one project, as it would be deployed: without the templates that stand for a namespace. */
const folders = [
  'src/permissionsetgroups',
  'src/mutingpermissionsets',
  'unpackaged/config/qa/permissionsets',
];

function filesOf(): ReadonlyMap<string, Uint8Array> {
  return new Map(
    folders.flatMap((folder) =>
      readdirSync(join(corpus, folder)).map((name): [string, Uint8Array] => {
        const text = readFileSync(join(corpus, folder, name), 'utf8').replaceAll('%%%NAMESPACE%%%', '');
        return [`${folder.split('/').at(-1)}/${name}`, Buffer.from(text)];
      }),
    ),
  );
}

interface Parsed {
  readonly objectPermissions?: readonly Readonly<Record<string, string>>[];
  readonly fieldPermissions?: readonly Readonly<Record<string, string>>[];
  readonly userPermissions?: readonly Readonly<Record<string, string>>[];
  readonly permissionSets?: readonly string[];
  readonly mutingPermissionSets?: readonly string[];
}

const parser = new XMLParser({
  parseTagValue: false,
  isArray: (name) => /Permissions$|PermissionSets$|^permissionSets$/.test(name),
});
const parsed = (bytes: Uint8Array | undefined): Parsed =>
  Object.values(parser.parse(Buffer.from(bytes ?? '')) as Record<string, Parsed>).find(
    (root) => typeof root === 'object' && !('@_version' in root),
  ) ?? {};

/** What one file grants, or mutes: `Account read`, `Account.Site edit`, `ApiEnabled`. */
function rightsIn({
  objectPermissions = [],
  fieldPermissions = [],
  userPermissions = [],
}: Parsed): Set<string> {
  const on = (entry: Readonly<Record<string, string>>, flag: string) => entry[flag] === 'true';
  return new Set([
    ...userPermissions.filter((entry) => on(entry, 'enabled')).map(({ name }) => String(name)),
    ...objectPermissions.flatMap((entry) =>
      Object.entries(flags).flatMap(([flag, right]) => (on(entry, flag) ? [`${entry.object} ${right}`] : [])),
    ),
    ...fieldPermissions.flatMap((entry) => [
      ...(on(entry, 'readable') ? [`${entry.field} read`] : []),
      ...(on(entry, 'editable') ? [`${entry.field} edit`] : []),
    ]),
  ]);
}

const flags = {
  allowRead: 'read',
  allowCreate: 'create',
  allowEdit: 'edit',
  allowDelete: 'delete',
  viewAllRecords: 'viewAllRecords',
  modifyAllRecords: 'modifyAllRecords',
};

/** What a right cannot be without, written out by hand (Object Reference, ObjectPermissions and FieldPermissions). */
const requires: Readonly<Record<string, readonly string[]>> = {
  create: ['read'],
  edit: ['read'],
  delete: ['read', 'edit'],
  viewAllRecords: ['read'],
  modifyAllRecords: ['read', 'edit', 'delete', 'viewAllRecords'],
};

function isMuted(right: string, muted: ReadonlySet<string>): boolean {
  const [about = '', verb = ''] = right.split(' ');
  if (verb === '') return muted.has(right);
  return muted.has(right) || (requires[verb] ?? []).some((each) => muted.has(`${about} ${each}`));
}

describe.skipIf(!existsSync(corpus))('the groups of NPSP (skipped without ../shared/corpus)', () => {
  test('grant what their members grant without what their muting sets mute, member by member', async () => {
    const files = filesOf();
    const named = (folder: string, suffix: string) => (name: string) =>
      parsed(files.get(`${folder}/${name}.${suffix}`));
    const set = named('permissionsets', 'permissionset');
    const muting = named('mutingpermissionsets', 'mutingpermissionset');
    const all = [...files.values()].map(parsed);
    const needs = expandNeeds({
      systemPermissions: all.flatMap(({ userPermissions = [] }) =>
        userPermissions.map(({ name }) => String(name)),
      ),
      objects: all.flatMap(({ objectPermissions = [] }) =>
        objectPermissions.map(({ object }) => String(object)),
      ),
      fields: all.flatMap(({ fieldPermissions = [] }) =>
        fieldPermissions.map(({ field: path }) => {
          const [object = '', field = ''] = String(path).split('.');
          return { object, field };
        }),
      ),
    });
    const { snapshot } = await inTemporaryFolder(files, (cwd) =>
      readSource({ directories: ['.'], cwd, needs, collectedAt: '2026-10-08T12:00:00Z', catalogue: {} }),
    );
    const groups = [...files].filter(([file]) => file.endsWith('.permissionsetgroup'));
    expect(groups).toHaveLength(4);
    for (const [file, bytes] of groups) {
      const { permissionSets = [], mutingPermissionSets = [] } = parsed(bytes);
      const muted = new Set(mutingPermissionSets.flatMap((name) => [...rightsIn(muting(name))]));
      expect([permissionSets.length, muted.size > 0]).toEqual([2, true]);
      const left = permissionSets.flatMap((name) =>
        [...rightsIn(set(name))].filter((right) => !isMuted(right, muted)),
      );
      const title = file.replace(/^.*\/|\.[a-z]+$/g, '');
      const aggregate = withAggregates(snapshot).containers.find(({ id }) => id === `group:${title}`);
      expect(aggregate?.completeness).toEqual({ kind: 'complete' });
      const computed = aggregate === undefined ? [] : atomsOf(aggregate).map(wordsOf);
      expect(computed.sort()).toEqual([...new Set(left)].sort());
      const taken = permissionSets.flatMap((name) =>
        [...rightsIn(set(name))].filter((right) => isMuted(right, muted)),
      );
      // What is muted is there to be muted, or the arithmetic would prove nothing.
      if (title.includes('Obj')) expect(taken.length).toBeGreaterThan(0);
    }
  });
});

function wordsOf(atom: ReturnType<typeof atomsOf>[number]): string {
  if (atom.kind === 'system') return atom.permission;
  if (atom.kind === 'flow') return atom.flowId;
  return atom.kind === 'object'
    ? `${atom.object} ${atom.right}`
    : `${atom.object}.${atom.field} ${atom.right}`;
}
