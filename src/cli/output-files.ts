import { accessSync, constants, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { SetFormat } from '../reporters/format.ts';
import { fileTrouble, wrongUsage } from './failure.ts';
import { type OutputArguments, type Outputs, readOutputs } from './outputs.ts';
import type { World } from './world.ts';

/** In the name of a file: one file for each org, with that org alone. */
const orgPlace = '{org}';

export const isForEachOrg = (file: string): boolean => file.includes(orgPlace);

/** The file of one org; the configuration allows no name that leads out of a folder. */
export const fileOfOrg = (file: string, org: string): string => file.replaceAll(orgPlace, org);

/**
 * What one run prints and writes, `{org}` in the names of files filled in.
 *
 * @param org its name in the configuration; undefined where it has none there.
 * @throws Refusal (2) before anything is asked of an org, where a file could not be written in the end.
 */
export function outputsOf(args: OutputArguments, org: string | undefined, world: World): Outputs {
  const { format, files } = readOutputs(args);
  if (format === 'html' && world.stdout.isTerminal) {
    throw wrongUsage(
      'html is a page for a browser, and this is a terminal. Write it to a file: --output html=report.html',
    );
  }
  const nameless = files.find(({ file }) => isForEachOrg(file));
  if (nameless !== undefined && org === undefined) {
    throw wrongUsage(
      `${nameless.file}: {org} is what the configuration calls an org, and this is not a run on one of them. Name the file itself: --output ${nameless.format}=FILE`,
    );
  }
  const named = files.map((each) => ({ ...each, file: fileOfOrg(each.file, org ?? '') }));
  refuseUnwritable(
    named.map(({ file }) => file),
    world,
  );
  return { format, files: named };
}

/** What one run over many orgs prints and writes. */
export interface OrgsOutputs extends JoinedOutputs {
  /** Where the page of each org goes; `{org}` is in each name. */
  readonly pages: readonly string[];
}

/** Outputs that reports on many orgs can be joined in. */
export interface JoinedOutputs {
  readonly format: SetFormat | null;
  readonly files: readonly { readonly format: SetFormat; readonly file: string }[];
}

/** The same of a run over these orgs, where `{org}` stays. */
export function outputsOfOrgs(args: OutputArguments, orgs: readonly string[], world: World): OrgsOutputs {
  const outputs = readOutputs(args);
  const pages = outputs.files.flatMap(({ format, file }) => (format === 'html' ? [file] : []));
  if (outputs.format === 'html' || !pages.every(isForEachOrg)) {
    throw wrongUsage(
      'html is a page on one org, and this is a run over many. Have a file for each: --output html={org}.html',
    );
  }
  const files = outputs.files.flatMap(({ file }) =>
    isForEachOrg(file) ? orgs.map((org) => fileOfOrg(file, org)) : [file],
  );
  refuseUnwritable(files, world);
  return { ...joinedOutputs(outputs), pages };
}

/** Without pages, which no two reports can share. */
export const joinedOutputs = ({ format, files }: Outputs): JoinedOutputs => ({
  format: format === 'html' ? null : format,
  files: files.flatMap(({ format, file }) => (format === 'html' ? [] : [{ format, file }])),
});

/** What would only come out when everything is audited: a folder that is not there, a file that two would write. */
export function refuseUnwritable(files: readonly string[], world: World): void {
  const seen = new Map<string, string>();
  for (const file of files) {
    const path = resolve(world.cwd, file);
    // On many file systems `Prod.json` and `prod.json` are one file.
    const other = seen.get(path.toLowerCase());
    if (other !== undefined) {
      const why = other === file ? '' : `, which not every file system keeps apart from ${other}`;
      throw wrongUsage(`two reports would be written to ${file}${why}. Give each its own file`);
    }
    seen.set(path.toLowerCase(), file);
  }
  const folders = new Set(files.map((file) => dirname(file)));
  for (const folder of folders)
    refuseFolder(folder, files.find((file) => dirname(file) === folder) ?? '', world);
  for (const file of files) refuseFile(file, world);
}

function refuseFolder(folder: string, file: string, world: World): void {
  const stat = statOf(folder, world);
  if (stat?.isDirectory()) return;
  const why =
    stat === undefined ? `there is no folder ${folder}. Make it` : `${folder} is no folder. Move it away`;
  throw wrongUsage(`cannot write ${file}: ${why}, or name another file`);
}

function refuseFile(file: string, world: World): void {
  const stat = statOf(file, world);
  const path = resolve(world.cwd, file);
  try {
    if (stat?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    accessSync(stat === undefined ? dirname(path) : path, constants.W_OK);
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

function statOf(file: string, { cwd }: World) {
  try {
    return statSync(resolve(cwd, file), { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw cannotWrite(file, error);
  }
}

const cannotWrite = (file: string, error: unknown) =>
  wrongUsage(`cannot write ${fileTrouble(file, error)}. Name another file`);
