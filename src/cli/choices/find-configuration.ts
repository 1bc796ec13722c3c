import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { LoadedConfiguration } from '../../config/configuration.ts';
import { looksSecret } from '../../config/hidden-values.ts';
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
  await refuseWrongAddresses(read.config);
  return read.config;
}

/** An address that no org has is told before anybody signs in to any of them. */
export async function refuseWrongAddresses({ configuration, valueAt }: LoadedConfiguration): Promise<void> {
  const addresses = Object.entries(configuration.orgs ?? {}).flatMap(([name, { instanceUrl }]) =>
    instanceUrl === undefined ? [] : [{ path: ['orgs', name, 'instanceUrl'], instanceUrl }],
  );
  if (addresses.length === 0) return;
  const { instanceOrigin } = await import('../../collector/org/sign-in/instance-url.ts');
  const problems = addresses.flatMap(({ path, instanceUrl }) => {
    const why = looksSecret(instanceUrl)
      ? 'there is something secret in it. Give the address alone, such as https://NAME.my.salesforce.com'
      : trouble(() => instanceOrigin(instanceUrl));
    return why === undefined ? [] : [{ ...valueAt(path), message: `${path.join('.')}: ${why}` }];
  });
  if (problems.length > 0) throw wrongFile(problems);
}

function trouble(attempt: () => unknown): string | undefined {
  try {
    attempt();
    return undefined;
  } catch (error) {
    return (error as Error).message.replace(/\.$/u, '');
  }
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
