import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../../src/collector/source/read-source.ts';
import type { RemedyPlan } from '../../../src/model/remedy-plan.ts';
import type { Snapshot } from '../../../src/model/snapshot.ts';
import { emptyFolder, liveOrg, syncgate } from '../command-line.ts';
import { project } from '../source/project-files.ts';
import { entriesIn } from './applied-set.ts';

const xmlIn = {
  source: 'out/permissionsets/Sync_Mend.permissionset-meta.xml',
  metadata: 'out/metadata/permissionsets/Sync_Mend.permissionset',
} as const;
const rootOf = { source: 'out', metadata: 'out/metadata' } as const;

type Layout = keyof typeof xmlIn;

/** Written once, and looked at many times. */
const known = new Map<Layout, Promise<Made>>();

interface Made {
  readonly plan: RemedyPlan;
  readonly snapshot: Snapshot;
  readonly texts: Readonly<Record<string, string>>;
}

async function written(layout: Layout): Promise<Made & { readonly cwd: string }> {
  const made = known.get(layout) ?? make(layout);
  known.set(layout, made);
  return { ...(await made), cwd: await project((await made).texts) };
}

async function make(layout: Layout): Promise<Made> {
  const cwd = await emptyFolder();
  const { org, user, env } = await liveOrg('drifted');
  await syncgate(['collect', ...org, ...user, '--output', 'org.json'], { cwd, env });
  const args = ['remedy', '--snapshot', 'org.json', '--output-dir', 'out', '--name', 'Sync_Mend'];
  const { stdout } = await syncgate([...args, '--layout', layout, '--format', 'json'], { cwd });
  const names = (await readdir(join(cwd, 'out'), { recursive: true })).filter((name) => /\.\w+$/u.test(name));
  const texts = await Promise.all(
    names.map(async (name) => [`out/${name}`, await readFile(join(cwd, 'out', name), 'utf8')] as const),
  );
  const snapshot = JSON.parse(await readFile(join(cwd, 'org.json'), 'utf8')) as Snapshot;
  return { plan: JSON.parse(stdout) as RemedyPlan, snapshot, texts: Object.fromEntries(texts) };
}

/** What a plan gives, and what a file gives, in the same words. */
const planned = ({ set }: RemedyPlan): readonly string[] =>
  (set?.entries ?? [])
    .map(({ entry }) => {
      if (entry.kind === 'system') return entry.permission;
      if (entry.kind === 'object') return `${entry.object} ${entry.right}`;
      if (entry.kind === 'field') return `${entry.object}.${entry.field} ${entry.right}`;
      return entry.kind === 'flow' ? `flow ${entry.flow.replace(/^[a-z]+__/u, '')}` : entry.what;
    })
    .sort();

function inFile(xml: string): readonly string[] {
  const { system = [], objects = {}, fields = {}, flows = [] } = entriesIn(xml);
  return [
    ...system,
    ...Object.entries(objects).flatMap(([object, rights]) => rights.map((right) => `${object} ${right}`)),
    ...Object.entries(fields).flatMap(([field, right]) =>
      right === 'edit' ? [`${field} read`, `${field} edit`] : [`${field} read`],
    ),
    ...flows.map((flow) => `flow ${flow}`),
  ].sort();
}

describe.each<Layout>(['source', 'metadata'])('a remedy in %s format', (layout) => {
  test('is XML that gives what the plan says and nothing else', async () => {
    const { cwd, plan } = await written(layout);
    const xml = await readFile(join(cwd, xmlIn[layout]), 'utf8');
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(inFile(xml)).toEqual(planned(plan));
  });

  test('is resolved by Salesforce’s own library as that permission set alone', async () => {
    const made = await written(layout);
    const { ComponentSet } = await import('@salesforce/source-deploy-retrieve');
    const components = ComponentSet.fromSource(join(made.cwd, rootOf[layout]))
      .getSourceComponents()
      .toArray();
    expect(components.map(({ type, fullName }) => [type.name, fullName])).toEqual([
      ['PermissionSet', 'Sync_Mend'],
    ]);
    const parsed = (await components[0]?.parseXml()) as {
      PermissionSet: { label: string; userPermissions: unknown[] };
    };
    expect(parsed.PermissionSet.label).toBe('Sync Mend');
    const manifest = await ComponentSet.fromManifest({
      manifestPath: join(made.cwd, rootOf[layout], 'package.xml'),
      resolveSourcePaths: [join(made.cwd, rootOf[layout])],
    });
    expect(
      manifest
        .getSourceComponents()
        .toArray()
        .map(({ fullName }) => fullName),
    ).toEqual(['Sync_Mend']);
    expect(manifest.sourceApiVersion).toBe('67.0');
  });

  test('is read by our own reader of metadata as giving that', async () => {
    const made = await written(layout);
    const { needs } = made.snapshot;
    const every = (made.plan.set?.entries ?? []).flatMap(({ entry }) =>
      entry.kind === 'system' ? [entry.permission] : [],
    );
    const { snapshot } = await readSource({
      ...{ directories: [rootOf[layout]], cwd: made.cwd, collectedAt: '2026-10-08T12:00:00Z' },
      ...{ catalogue: made.snapshot.catalogue, needs: { ...needs, systemPermissions: every } },
    });
    const [set, ...others] = snapshot.containers;
    expect(others).toEqual([]);
    expect(set).toMatchObject({ apiName: 'Sync_Mend', title: 'Sync Mend', sessionBased: false });
    const values = <T>(part: { status: string; value?: readonly T[] } | undefined) => part?.value ?? [];
    const read = [
      ...values(set?.systemPermissions).map(({ permission }) => permission),
      ...values(set?.objects).flatMap(({ object, rights }) => rights.map((right) => `${object} ${right}`)),
      ...values(set?.fields).flatMap(({ object, field, read, edit }) => [
        ...(read ? [`${object}.${field} read`] : []),
        ...(edit ? [`${object}.${field} edit`] : []),
      ]),
      ...values(set?.flows).map(({ flowId }) => `flow ${flowId.replace(/^flow:(?:[a-z]+__)?/u, '')}`),
    ];
    expect(read.sort()).toEqual(planned(made.plan));
  });
});
