import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { LoadedConfiguration } from '../../config/configuration.ts';
import { wrongFile, wrongUsage } from '../failure.ts';
import { readText } from '../files.ts';
import type { World } from '../world.ts';

/** What a configuration file is called. */
export const configurationNames = ['syncgate.config.yaml', 'syncgate.config.yml', 'syncgate.config.json'];

/** Reads the configuration: the file that is named, else the nearest one from the working directory upwards. */
export async function loadConfiguration(
  named: string | undefined,
  world: World,
): Promise<LoadedConfiguration | undefined> {
  const file = named ?? findConfiguration(world.cwd);
  if (file === undefined) return undefined;
  const { readConfig } = await import('../../config/read-config.ts');
  const read = await readConfig(readText(world, file, 2), file, world.now());
  if ('problems' in read) throw wrongFile(read.problems);
  return read.config;
}

/** As a person would write its path from where they stand, with forward slashes. */
function findConfiguration(cwd: string): string | undefined {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const there = configurationNames.filter((name) => existsSync(join(folder, name)));
    if (there.length > 1) {
      throw wrongUsage(`${folder} has ${there.join(' and ')}. Keep one of them, or name one with --config`);
    }
    const [name] = there;
    if (name !== undefined) return relative(cwd, join(folder, name)).replaceAll('\\', '/');
    if (folder === dirname(folder)) return undefined;
  }
}
