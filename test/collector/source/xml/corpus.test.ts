import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { fileChunks } from '../../../../src/collector/source/xml/file-chunks.ts';
import { readAll } from './read-all.ts';

/** Metadata of public projects. The folder is beside the repository, not in it. */
const corpus = fileURLToPath(new URL('../../../../../shared/corpus/metadata/', import.meta.url));
const hasCorpus = existsSync(corpus);

const files = hasCorpus
  ? readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(?:profile|permissionset|permissionsetgroup|mutingpermissionset|flow|field|object)(?:-meta\.xml)?$/.test(
        file,
      ),
    )
  : [];

/** An element as the other parser has it in the order of the document: `{ name: [children] }`, texts under `#text`. */
type Node = Readonly<Record<string, readonly Node[] | string>>;
const other = new XMLParser({
  preserveOrder: true,
  trimValues: false,
  parseTagValue: false,
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

const nameOf = (node: Node) => Object.keys(node)[0] ?? '';
const childrenOf = (node: Node) => Object.values(node)[0] as readonly Node[];
const elementsOf = (node: Node) => childrenOf(node).filter((child) => nameOf(child) !== '#text');
const textOf = (node: Node) =>
  childrenOf(node)
    .map((child) => String(child['#text'] ?? ''))
    .join('');

const entryOf = (node: Node) => ({
  name: nameOf(node),
  text: elementsOf(node).length === 0 ? textOf(node) : '',
  leaves: elementsOf(node)
    .filter((leaf) => elementsOf(leaf).length === 0)
    .map((leaf) => ({ name: nameOf(leaf), text: textOf(leaf) })),
});

describe.skipIf(!hasCorpus)('Metadata of public projects (needs ../shared/corpus)', () => {
  test('is there to be read', () => {
    expect(files.length).toBeGreaterThan(100);
  });

  test('has the entries that another parser finds in it, where they stand', () => {
    for (const file of files) {
      const path = join(corpus, file);
      const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
      const root = (other.parse(text.replaceAll('\r\n', '\n')) as readonly Node[]).find(
        (node) => nameOf(node) !== '#text',
      );
      if (root === undefined) throw new Error(`nothing in ${file}`);
      const expected = elementsOf(root).map(entryOf);
      const wanted = [...new Set(expected.map(({ name }) => name))];
      const told = readAll(fileChunks(path, 4096), { wanted });
      expect({ file, outcome: told.outcome, root: told.root[0]?.name }).toEqual({
        file,
        outcome: { status: 'ok' },
        root: nameOf(root),
      });
      const plainly = told.entries.map(({ name, text: own, leaves }) => ({
        name,
        text: own,
        leaves: leaves.map((leaf) => ({ name: leaf.name, text: leaf.text })),
      }));
      expect(plainly, file).toEqual(expected);
      const lines = text.split(/\r\n|\r|\n/);
      for (const { at, name } of told.entries) {
        expect(lines[at.line - 1]?.slice(at.column - 1), file).toMatch(new RegExp(`^<${name}[\\s/>]`));
        expect(at.snippet).toBe(
          lines[at.line - 1]?.slice(at.column - 1, at.column - 1 + (at.snippet?.length ?? 0)),
        );
      }
    }
  });
});
