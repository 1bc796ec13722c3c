import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { auditorPermissionSets } from '../../engine/index.ts';
import { permissionSetPath, permissionSetXml } from '../../metadata/permission-set-xml.ts';
import { listed } from '../../plain/lists.ts';
import { fileTrouble, wrongUsage } from '../failure.ts';
import { writeText } from '../files.ts';
import { printable, shellWord } from '../shell-word.ts';
import type { World } from '../world.ts';

/** Where to write the auditor's permission sets to. */
export interface PermissionSetFiles {
  /** A folder of a package in source format, such as `force-app/main/default`. */
  readonly folder: string;
  /** Whether files that are there may be written over. */
  readonly force: boolean;
  /** For the commands that are told to be the next. */
  readonly targetOrg: string | undefined;
}

/** Writes the auditor's permission sets as metadata, all or none, and tells what to do with them. */
export function writePermissionSets({ folder, force, targetOrg }: PermissionSetFiles, world: World): void {
  const files = auditorPermissionSets.map((set) => ({ set, file: join(folder, permissionSetPath(set)) }));
  const there = files.map(({ file }) => file).filter((file) => existsSync(resolve(world.cwd, file)));
  if (there.length > 0 && !force) {
    throw wrongUsage(
      `${listed(there)} ${there.length > 1 ? 'are' : 'is'} there already. Give another folder, or --force to write over`,
    );
  }
  for (const { set, file } of files) {
    makeFolder(dirname(file), world);
    writeText(world, file, permissionSetXml(set));
  }
  world.stdout.write(
    nextSteps(
      files.map(({ file }) => file),
      targetOrg,
    ),
  );
}

function makeFolder(folder: string, world: World): void {
  try {
    mkdirSync(resolve(world.cwd, folder), { recursive: true });
  } catch (error) {
    throw wrongUsage(`cannot make ${fileTrouble(folder, error)}. Name another folder`);
  }
}

function nextSteps(files: readonly string[], targetOrg = 'ORG'): string {
  const org = `--target-org ${shellWord(targetOrg)}`;
  const [auditor, logins] = auditorPermissionSets.map(({ name }, index) => [
    `  sf project deploy start --source-dir ${shellWord(files[index] ?? '')} ${org}`,
    `  sf org assign permset --name ${name} --on-behalf-of USERNAME ${org}`,
  ]);
  return [
    ...files.map((file) => `Wrote ${printable(file)}`),
    '',
    'Deploy the first, from the folder of your sfdx-project.json, and assign it to the auditing user:',
    ...(auditor ?? []),
    '',
    'The second is strong: who has Manage Users can make themselves an administrator. Take it only where it has',
    'to be known whether the audited user is frozen or locked; without it, what asks that is inconclusive:',
    ...(logins ?? []),
    '',
    'Then see what the auditor sees:',
    `  syncgate doctor ${org}`,
    '',
  ].join('\n');
}
