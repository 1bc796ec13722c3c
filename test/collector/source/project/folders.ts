import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Text of a file, where a link leads to, or null for an empty folder. */
export type Tree = Readonly<Record<string, string | { readonly link: string } | null>>;

/** Writes files into a new folder, which goes when the test ends, and gives its path. */
export function folderOf(tree: Tree): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'syncgate-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(tree)) {
    const path = join(root, name);
    mkdirSync(content === null ? path : dirname(path), { recursive: true });
    if (typeof content === 'string') writeFileSync(path, content);
    else if (content !== null) symlinkSync(content.link, path);
  }
  return root;
}

/** The same with every file empty. */
export const filesIn = (names: readonly string[]): string =>
  folderOf(Object.fromEntries(names.map((name) => [name, ''])));

/** A sfdx-project.json with these package directories. */
export const projectOf = (packages: readonly string[], rest: object = {}): string =>
  JSON.stringify({ packageDirectories: packages.map((path) => ({ path })), ...rest }, null, 2);
