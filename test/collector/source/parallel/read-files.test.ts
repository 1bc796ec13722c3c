import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { interestIn } from '../../../../src/collector/source/interest.ts';
import { readFiles } from '../../../../src/collector/source/parallel/read-files.ts';
import type { MetadataFile } from '../../../../src/collector/source/project/find-metadata.ts';

const interest = interestIn({
  needs: { systemPermissions: ['ApiEnabled'] },
  catalogues: [],
  apiVersion: 67,
  knownObjects: null,
  namespace: null,
});

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'syncgate-threads-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Files of which each says its own name, and, where `bytes` says so, that it is large. */
function filesOf(count: number, bytes: number): readonly MetadataFile[] {
  return Array.from({ length: count }, (_, index): MetadataFile => {
    const name = `Set_${index}`;
    const path = join(folder, `${name}.permissionset`);
    const broken = index === 3 ? '<' : '';
    writeFileSync(path, `<PermissionSet><label>${name}</label>${broken}</PermissionSet>`);
    return { file: `${name}.permissionset`, path, kind: 'permission-set', name, bytes: bytes + index };
  });
}

describe('many files', () => {
  test('say the same in their order, read in this thread or in others', async () => {
    const here = await readFiles(filesOf(9, 10), interest);
    const threads = await readFiles(filesOf(9, 10_000_000), interest);
    const named = (readings: typeof here) =>
      readings.map(({ of: { bytes: _, ...of }, ...rest }) => ({ of, ...rest }));
    expect(named(threads)).toEqual(named(here));
    expect(here.map(({ of }) => of.name)).toEqual(filesOf(9, 10).map(({ name }) => name));
    expect(here.map(({ kind }) => kind)).toContain('broken');
  });

  test('are told of as they are read', async () => {
    const told: number[] = [];
    await readFiles(filesOf(9, 10_000_000), interest, undefined, (done) => told.push(done));
    expect(told).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test.each([
    ['in this thread', 10],
    ['in others', 10_000_000],
  ])('are read no more once nobody wants them, %s', async (_, bytes) => {
    const stop = new AbortController();
    const reading = readFiles(filesOf(200, bytes), interest, stop.signal, () => stop.abort('enough'));
    await expect(reading).rejects.toBe('enough');
  });

  test('none are none', async () => {
    expect(await readFiles([], interest)).toEqual([]);
  });
});
