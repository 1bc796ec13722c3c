import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { fileChunks } from '../../../../src/collector/source/xml/file-chunks.ts';

const folder = mkdtempSync(join(tmpdir(), 'syncgate-chunks-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (length: number) => {
  const path = join(folder, `${length}`);
  writeFileSync(path, Buffer.from(Array.from({ length }, (_, index) => index % 251)));
  return path;
};
const openFiles = () => readdirSync('/proc/self/fd').length;

describe('The pieces of a file', () => {
  test.each([
    [0, 4, []],
    [3, 4, [3]],
    [4, 4, [4]],
    [9, 4, [4, 4, 1]],
  ])('of %i bytes, %i at a time, are all of it', (length, size, lengths) => {
    const found = Array.from(fileChunks(fileOf(length), size), (piece) => [...piece]);
    expect(found.map((piece) => piece.length)).toEqual(lengths);
    expect(found.flat()).toEqual(Array.from({ length }, (_, index) => index % 251));
  });

  test.each([
    ['that is not there', join(folder, 'none'), 'ENOENT'],
    ['that is a folder', folder, 'EISDIR'],
  ])('of one %s throw what the system says', (_, path, code) => {
    expect(() => [...fileChunks(path)]).toThrow(expect.objectContaining({ code }));
  });

  test.skipIf(process.platform !== 'linux')('leave it closed however the reading ends', () => {
    const path = fileOf(9);
    const before = openFiles();
    for (const _ of fileChunks(path, 4)) break;
    expect(() => {
      for (const _ of fileChunks(path, 4)) throw new Error('enough');
    }).toThrow('enough');
    expect([...fileChunks(path, 4)].length).toBe(3);
    expect(() => [...fileChunks(folder)]).toThrow();
    expect(openFiles()).toBe(before);
  });
});
