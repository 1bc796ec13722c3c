import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { permissionSetPath } from '../../metadata/permission-set-xml.ts';
import { wrongUsage } from '../failure.ts';
import type { World } from '../world.ts';

/** What the set is called, and the folder of the package that it is written to. */
export interface SetArguments {
  readonly asPermissionSet?: string | undefined;
  readonly outputDir?: string | undefined;
}

export interface WantedSet {
  readonly name: string;
  readonly file: string;
}

/**
 * Where the set is to be written; undefined where none is asked for.
 *
 * @throws Refusal (2) before anything is read, for a name that no org takes, or a file that is there.
 */
export function wantedSet(
  { asPermissionSet: name, outputDir }: SetArguments,
  world: World,
): WantedSet | undefined {
  if (name === undefined && outputDir === undefined) return undefined;
  if (name === undefined || outputDir === undefined) {
    throw wrongUsage('--as-permission-set NAME and --output-dir DIR belong together. Give both');
  }
  if (!/^[A-Za-z](?:_?[A-Za-z0-9])*$/u.test(name) || name.length > 80) {
    throw wrongUsage(
      `--as-permission-set ${name} is no API name. Begin with a letter; take letters, digits and single underscores, 80 at most`,
    );
  }
  const file = join(outputDir, permissionSetPath({ name }));
  if (existsSync(resolve(world.cwd, file))) {
    throw wrongUsage(`${file} is there already. Give another name or folder, or move it away`);
  }
  return { name, file };
}
