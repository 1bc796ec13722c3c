import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findMetadata } from '../../../../src/collector/source/project/find-metadata.ts';

/** Metadata of real projects. The folder is beside the repository, not in it. */
const corpus = fileURLToPath(new URL('../../../../../shared/corpus/metadata', import.meta.url));
const folders = existsSync(corpus) ? readdirSync(corpus) : [];

/** Every file there is, by its path relative to the folder, with slashes. */
const listing = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'));

const whole =
  /\.(profile|permissionset|permissionsetgroup|mutingpermissionset|flow|flowDefinition|object|field)(-meta\.xml)?$/;
const part = /\/permissionsets\/[^/]+\/(?:[^/]+\/)?[^/]+-meta\.xml$/;
const isMetadata = (name: string) => whole.test(name) || part.test(`/${name}`);

describe.skipIf(folders.length === 0)('In real projects (needs ../shared/corpus)', () => {
  test.each(folders)('all that a plain listing of %s has is found, and no more', async (folder) => {
    const root = join(corpus, folder);
    const inside = readdirSync(root).filter((name) => statSync(join(root, name)).isDirectory());
    const found = await findMetadata(inside, root);
    expect(found.files.map(({ file }) => file)).toEqual(
      listing(root)
        .filter((name) => inside.some((one) => name.startsWith(`${one}/`)) && isMetadata(name))
        .sort(),
    );
    const projects = listing(root).filter((name) => name.endsWith('/sfdx-project.json'));
    expect(found.problems).toHaveLength(projects.length > 0 ? 1 : 0);
    for (const { path, bytes } of found.files) expect(readFileSync(path)).toHaveLength(bytes);
  });

  test.each(folders.filter((folder) => existsSync(join(corpus, folder, 'sfdx-project.json'))))(
    'of the project %s, what its package directories have',
    async (folder) => {
      const root = join(corpus, folder);
      const project = JSON.parse(readFileSync(join(root, 'sfdx-project.json'), 'utf8'));
      const packages: string[] = project.packageDirectories.map(({ path }: { path: string }) =>
        path.replace('./', ''),
      );
      const expected = listing(root)
        .filter((name) => packages.some((one) => name.startsWith(`${one}/`)) && isMetadata(name))
        .sort();
      const reading = findMetadata([root], root);
      if (expected.length === 0) return expect(reading).rejects.toMatchObject({ kind: 'unreadable' });
      const found = await reading;
      expect(found.files.map(({ file }) => file)).toEqual(expected);
      expect(found).toMatchObject({
        apiVersion: project.sourceApiVersion,
        namespace: project.namespace || null,
      });
      expect(found.problems).toHaveLength(packages.filter((one) => !existsSync(join(root, one))).length);
    },
  );

  test('both layouts of a decomposed set are parts of the set that stands whole beside them', async () => {
    const found = await findMetadata([join(corpus, 'sdr')], corpus);
    const names = (kind: string) => [
      ...new Set(found.files.filter((file) => file.kind === kind).map(({ name }) => name)),
    ];
    expect(names('permission-set-part').length).toBeGreaterThan(0);
    expect(names('permission-set')).toEqual(expect.arrayContaining(names('permission-set-part')));
  });
});
