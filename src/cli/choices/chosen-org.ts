import type { ConfiguredOrg, LoadedConfiguration, SecretSource } from '../../config/configuration.ts';
import { type OrgArguments, signInArguments } from '../org-arguments.ts';
import type { ChoiceArguments } from './choice-arguments.ts';
import { besideFile, configuredOrg } from './file-layers.ts';

/** Which org, and how to sign in to it: what the arguments name, else what stands in the configuration, by its name. */
export function chosenOrg(
  args: ChoiceArguments,
  loaded: LoadedConfiguration | undefined,
  named: string | undefined,
): OrgArguments | ConfiguredOrg {
  if (namesWayIn(args)) return args;
  if (loaded === undefined) return { targetOrg: named };
  const org = named === undefined ? undefined : configuredOrg(loaded, named);
  if (org !== undefined) return withSecretPaths(org, loaded.file);
  return { targetOrg: named, configured: Object.keys(loaded.configuration.orgs ?? {}) };
}

/** Arguments that say how to get into an org are all of it: no configured org has a say beside them. */
export const namesWayIn = (args: OrgArguments): boolean =>
  args.instanceUrl !== undefined || signInArguments.some((name) => args[name] !== undefined);

/** Secret files are named from where the configuration stands. */
function withSecretPaths(org: ConfiguredOrg, file: string): ConfiguredOrg {
  if (org.signIn === undefined) return org;
  const moved = <T>(value: T): T =>
    (isSecretFile(value)
      ? { file: besideFile(file, value.file) }
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, moved(inner)]))
        : value) as T;
  return { ...org, signIn: moved(org.signIn) };
}

const isSecretFile = (value: unknown): value is SecretSource & { readonly file: string } =>
  value !== null && typeof value === 'object' && 'file' in value && typeof value.file === 'string';
