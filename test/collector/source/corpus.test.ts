import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../../src/collector/source/files/read-file.ts';
import { interestIn } from '../../../src/collector/source/interest.ts';
import type { MetadataKind } from '../../../src/collector/source/project/find-metadata.ts';
import { readSource } from '../../../src/collector/source/read-source.ts';
import type { Needs } from '../../../src/model/needs.ts';
import { containerIn } from './source-files.ts';

/** Metadata of real projects. The folder is beside the repository, not in it. */
const corpus = fileURLToPath(new URL('../../../../shared/corpus/metadata', import.meta.url));
const folders = existsSync(corpus) ? readdirSync(corpus) : [];

const kinds: Readonly<Record<string, MetadataKind>> = {
  profile: 'profile',
  permissionset: 'permission-set',
  mutingpermissionset: 'muting-permission-set',
  permissionsetgroup: 'permission-set-group',
};
/** Every file of a kind there is, with the name of its container. */
const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => ({ path: join(folder, name), suffix: /\.(\w+)(?:-meta\.xml)?$/.exec(name)?.[1] ?? '' }))
    .filter(({ path }) => statSync(path).isFile());
const containersBelow = (folder: string) =>
  filesBelow(folder).flatMap(({ path, suffix }) => {
    const kind = kinds[suffix];
    return kind === undefined
      ? []
      : [{ path, kind, name: basename(path).replace(/\.\w+(-meta\.xml)?$/, '') }];
  });

type Leaves = Readonly<Record<string, string>>;
interface Plain {
  readonly userPermissions?: readonly Leaves[];
  readonly objectPermissions?: readonly Leaves[];
  readonly fieldPermissions?: readonly Leaves[];
  readonly flowAccesses?: readonly Leaves[];
}
const elements = ['userPermissions', 'objectPermissions', 'fieldPermissions', 'flowAccesses'] as const;
const parser = new XMLParser({
  parseTagValue: false,
  isArray: (name) => (elements as readonly string[]).includes(name),
});

/** A file by another parser: what is below its root. */
function plainly(path: string): { readonly root: string; readonly content: Plain } {
  const { '?xml': _declaration, ...rest } = parser.parse(readFileSync(path, 'utf8'));
  const [root = '', content] = Object.entries(rest)[0] ?? [];
  return { root, content: content === '' ? {} : (content as Plain) };
}

const rights = {
  ...{ allowRead: 'read', allowCreate: 'create', allowEdit: 'edit', allowDelete: 'delete' },
  ...{
    viewAllRecords: 'viewAllRecords',
    modifyAllRecords: 'modifyAllRecords',
    viewAllFields: 'viewAllFields',
  },
};
/** What a plain parse grants, a line a right; sorted, each once. */
function grantsOf({
  userPermissions = [],
  objectPermissions = [],
  fieldPermissions = [],
  flowAccesses = [],
}: Plain) {
  return sorted([
    ...userPermissions.flatMap(({ name, enabled }) => (enabled === 'true' ? `system ${name}` : [])),
    ...objectPermissions.flatMap((leaves) =>
      Object.entries(rights).flatMap(([flag, right]) =>
        leaves[flag] === 'true' ? `object ${leaves.object} ${right}` : [],
      ),
    ),
    ...fieldPermissions.flatMap(({ field, readable, editable }) => [
      ...(readable === 'true' ? [`field ${field} read`] : []),
      ...(editable === 'true' ? [`field ${field} edit`] : []),
    ]),
    ...flowAccesses.flatMap(({ flow, enabled }) => (enabled === 'true' ? `flow ${flow}` : [])),
  ]);
}
/** What is named on deployment is never known. */
const sorted = (lines: readonly string[]) =>
  [...new Set(lines)].filter((line) => !line.includes('%%%')).toSorted();

function needsOf({ userPermissions = [], objectPermissions = [], fieldPermissions = [] }: Plain): Needs {
  return {
    systemPermissions: userPermissions.map(({ name }) => String(name)),
    objects: objectPermissions
      .map(({ object }) => String(object))
      .filter((object) => !object.includes('%%%')),
    fields: fieldPermissions
      .map(({ field }) => String(field).split('.'))
      .filter(([object]) => !object?.includes('%%%'))
      .map(([object = '', field = '']) => ({ object, field })),
    flows: true,
  };
}

const all = folders.flatMap((folder) => containersBelow(join(corpus, folder)));

describe.skipIf(folders.length === 0)('Real metadata (needs ../shared/corpus)', () => {
  test.each(folders)('of %s is counted as another parser counts it', async (folder) => {
    const cwd = join(corpus, folder);
    const directories = readdirSync(cwd).filter((name) => statSync(join(cwd, name)).isDirectory());
    const { snapshot } = await readSource({ directories, cwd, needs: {}, collectedAt: '', catalogue: {} });
    const entries = filesBelow(cwd)
      .filter(({ path, suffix }) => path.endsWith('.xml') || Object.hasOwn(kinds, suffix))
      .map(({ path }) => plainly(path))
      .map(({ root, content }) =>
        ['UserPermission', 'ObjectPermission', 'FieldPermission', 'FlowAccess'].includes(root)
          ? 1
          : elements.reduce((sum, element) => sum + (content[element]?.length ?? 0), 0),
      );
    const containers = containersBelow(cwd).map(({ kind, name }) => `${kind} ${decodeURIComponent(name)}`);
    expect(snapshot.cost).toMatchObject({
      containers: new Set(containers).size,
      entries: entries.reduce((sum, each) => sum + each, 0),
    });
    expect(snapshot.containers.every(({ objects }) => objects.status === 'ok')).toBe(true);
  });

  test('grants what a plain parse of each file grants, duplicates and contradictions added up', () => {
    const contradictory: string[] = [];
    for (const { path, kind, name } of all.filter((each) => each.kind !== 'permission-set-group')) {
      const { content } = plainly(path);
      const source = {
        needs: needsOf(content),
        catalogues: [],
        apiVersion: null,
        knownObjects: null,
        namespace: null,
      };
      const read = readFile({ file: path, path, kind, name, bytes: 0 }, interestIn(source));
      if (read.kind !== 'container') throw new Error(`${path} was read as ${read.kind}`);
      const grants = read.grants.map((right) => {
        if (right.kind === 'system') return `system ${right.permission}`;
        if (right.kind === 'flow') return `flow ${right.flow}`;
        return right.kind === 'object'
          ? `object ${right.object} ${right.right}`
          : `field ${right.object}.${right.field} ${right.right}`;
      });
      expect([path, sorted(grants)]).toEqual([path, grantsOf(content)]);
      const lines = readFileSync(path, 'utf8').split('\n');
      const misplaced = [...read.grants, ...read.denials].filter(
        ({ at }) => lines[at.line - 1]?.slice(at.column - 1).startsWith(at.snippet ?? 'nothing') !== true,
      );
      expect(misplaced).toEqual([]);
      const repeats = read.warnings.filter(({ code }) =>
        ['duplicate-entry', 'contradictory-entry'].includes(code),
      );
      expect([path, repeats.length]).toEqual([path, repeatsIn(content).length]);
      if (repeats.some(({ code }) => code === 'contradictory-entry')) contradictory.push(basename(path));
    }
    const plain = all.filter(({ path }) => repeatsIn(plainly(path).content).some(({ differs }) => differs));
    expect(contradictory).toEqual(plain.map(({ path }) => basename(path)));
    expect(contradictory.length).toBeGreaterThan(0);
  });
});

/** Entries that are there again, and whether they say something else. */
function repeatsIn(content: Plain): readonly { readonly differs: boolean }[] {
  const seen = new Map<string, string>();
  return elements.flatMap((element) =>
    (content[element] ?? []).flatMap((leaves) => {
      const key = `${element} ${leaves.name ?? leaves.object ?? leaves.field ?? leaves.flow}`;
      const text = JSON.stringify(Object.entries(leaves).toSorted());
      const earlier = seen.get(key);
      seen.set(key, text);
      return earlier === undefined ? [] : [{ differs: earlier !== text }];
    }),
  );
}

const samples = join(corpus, 'sdr/test/snapshot/sampleProjects');
const decomposed = existsSync(samples)
  ? readdirSync(samples).flatMap((project) => {
      const original = join(samples, project, 'originalMdapi/permissionsets');
      const source = join(
        samples,
        project,
        '__snapshots__/verify-source-files.expected/force-app/main/default/permissionsets',
      );
      return existsSync(original) && existsSync(source)
        ? readdirSync(source)
            .filter((name) => statSync(join(source, name)).isDirectory())
            .map((name) => ({
              project,
              name,
              whole: join(original, `${name}.permissionset`),
              folder: join(source, name),
            }))
        : [];
    })
  : [];

describe.skipIf(decomposed.length === 0)('Decomposed sets (needs ../shared/corpus)', () => {
  test.each(decomposed)(
    '$name of $project grants what the whole file beside it grants',
    async ({ name, whole, folder }) => {
      const { content } = plainly(whole);
      const request = {
        directories: [folder],
        cwd: folder,
        needs: needsOf(content),
        collectedAt: '',
        catalogue: {},
      };
      const set = containerIn(await readSource(request), `permission-set:${name}`);
      expect(set.completeness).toEqual({ kind: 'complete' });
      const lines = [
        ...(set.systemPermissions.status === 'ok' ? set.systemPermissions.value : []).map(
          ({ permission }) => `system ${permission}`,
        ),
        ...(set.objects.status === 'ok' ? set.objects.value : []).flatMap((each) =>
          each.rights.map((right) => `object ${each.object} ${right}`),
        ),
        ...(set.fields.status === 'ok' ? set.fields.value : []).map(
          ({ object, field, read }) => `field ${object}.${field} ${read ? 'read' : 'edit'}`,
        ),
      ];
      expect(sorted(lines)).toEqual(grantsOf(content));
    },
  );

  test('there are some of both layouts', () => {
    expect(new Set(decomposed.map(({ project }) => project)).size).toBeGreaterThan(1);
  });
});
